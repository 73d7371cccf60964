import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { field } from '#src/documents/markup.ts'

/** Numbers that look random and are the same each time. */
export function dice(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % sides
  }
}

type Dice = ReturnType<typeof dice>

const words = ['Wind', 'Rad ', 'ä', '🌾', '👩‍🌾', ' Dorf', 'e', '\n']

const paragraph = (text: string) => schema.node('paragraph', null, text ? [schema.text(text)] : [])

const table = (text: string) => {
  const cell = () => schema.node('tableCell', null, [paragraph(text)])
  const row = () => schema.node('tableRow', null, [cell(), cell()])
  return schema.node('table', null, [row(), row()])
}

const list = (kind: 'bulletList' | 'orderedList', text: string) =>
  schema.node(kind, null, [schema.node('listItem', null, [paragraph(text)])])

const link = () => schema.mark('link', { href: 'https://beispiel.de/ü' })

/** Where letters can be put. */
function places(doc: Node): number[] {
  const found: number[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock) for (let i = 0; i <= node.content.size; i++) found.push(at + 1 + i)
  })
  return found
}

type Act = (change: Transform, at: number, roll: Dice) => unknown

const acts: Act[] = [
  (change, at, roll) => change.insert(at, schema.text(words[roll(words.length - 1)] ?? 'x')),
  (change, at, roll) => change.insert(at, schema.text(words[roll(words.length - 1)] ?? 'x')),
  (change, at, roll) => change.insert(at, schema.text(words[roll(words.length - 1)] ?? 'x', [link()])),
  (change, at) => change.split(at),
  (change, at, roll) => change.delete(at, Math.min(at + 1 + roll(12), change.doc.content.size)),
  (change, at, roll) => change.delete(at, Math.min(at + roll(60), change.doc.content.size)),
  (change, at, roll) => change.addMark(at, Math.min(at + roll(9), change.doc.content.size), schema.mark('bold')),
  (change, at, roll) => change.removeMark(at, Math.min(at + roll(9), change.doc.content.size)),
  (change, at) => change.insert(at, schema.node('hardBreak')),
  (change, at) => change.setBlockType(at, at, schema.nodes.heading as never, { level: 2 }),
  (change, at) => change.setBlockType(at, at, schema.nodes.paragraph as never),
  (change, _, roll) => change.insert(roll(2) ? 0 : change.doc.content.size, table('Zelle')),
  (change, _, roll) => change.insert(roll(2) ? 0 : change.doc.content.size, list('bulletList', 'Punkt')),
  (change, _, roll) => change.insert(change.doc.content.size, list('orderedList', `Punkt ${roll(9)}`)),
  (change) => change.insert(0, schema.node('blockquote', null, [paragraph('Zitat')])),
  (change) => change.insert(change.doc.content.size, schema.node('horizontalRule')),
  (change, at) => change.replace(at, at, new Slice(Fragment.from([paragraph('ein'), paragraph('gefügt')]), 1, 1)),
]

/** What a person in a tab does: the shared text changes as the editor of the product changes it. */
export function honestEditor(clientId: number, start: Uint8Array[], roll: Dice) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  for (const part of start) Y.applyUpdate(doc, part, 'server')
  const body = doc.getXmlFragment(field)
  const undo = new Y.UndoManager(body, { trackedOrigins: new Set(['typing']), captureTimeout: 0 })
  const draw = (node: Node) =>
    doc.transact(() => updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() } as never), 'typing')
  const shown = () => yXmlFragmentToProseMirrorRootNode(body, schema)
  const edit = () => {
    const before = shown()
    if (before.content.size === 0) return draw(schema.node('doc', null, [paragraph('Anfang')]))
    const change = new Transform(before)
    const at = places(before)
    acts[roll(acts.length)]?.(change, at[roll(Math.max(1, at.length))] ?? 0, roll)
    if (change.doc.content.size > 0) draw(change.doc)
  }
  return { doc, undo, edit }
}
