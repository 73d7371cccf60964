import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

const isRow = (element: unknown): element is Y.XmlElement =>
  element instanceof Y.XmlElement && element.nodeName === 'comparisonRow'

function* rowsIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray())
    if (isRow(child)) yield child
    else if (child instanceof Y.XmlElement) yield* rowsIn(child)
}

/** A row in the shared text by its place among all rows. */
const nth = (doc: Y.Doc, index: number) => Array.from(rowsIn(doc.getXmlFragment(field)))[index]

interface Move {
  /** The row among all rows of the text. */
  index: number
  step: 1 | -1
  /** Rows in which somebody is writing. */
  busy: ReadonlySet<number>
}

/**
 * Lets two neighbouring rows change places. A moved row is a new one with the same words, and what somebody types into
 * the old one meanwhile would be lost: so that of the two is moved in which nobody writes. Says which, or why not.
 */
export function swapRows(state: EditorState, { index, step, busy }: Move): 'row' | 'neighbour' | 'busy' | 'end' {
  const doc = ySyncPluginKey.getState(state)?.doc as Y.Doc
  const [row, neighbour] = [nth(doc, index), nth(doc, index + step)]
  const parent = row?.parent
  if (!row || !neighbour || neighbour.parent !== parent || !(parent instanceof Y.XmlElement)) return 'end'
  const moved = !busy.has(index + step) ? neighbour : !busy.has(index) ? row : null
  if (!moved) return 'busy'
  const siblings = parent.toArray() as Y.XmlElement[]
  const target = siblings.indexOf(moved === row ? neighbour : row)
  doc.transact(() => {
    const copy = moved.clone() as Y.XmlElement
    parent.delete(siblings.indexOf(moved), 1)
    parent.insert(target, [copy])
  }, ySyncPluginKey)
  return moved === row ? 'row' : 'neighbour'
}
