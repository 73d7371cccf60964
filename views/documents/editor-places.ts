import type { Editor } from '@tiptap/core'
import { type EditorState, Selection } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Collided } from './editor-sentences.ts'

/** From where to where, in a way that survives whatever is written around it. */
export interface Range {
  from: unknown
  to: unknown
}

interface Shared {
  doc: Y.Doc
  type: Y.XmlFragment
  binding: ProsemirrorBinding
}

const sharedOf = (editor: Editor) => ySyncPluginKey.getState(editor.state) as Shared

function startsOf(editor: Editor): number[] {
  const starts: number[] = []
  editor.state.doc.descendants((node, at) => {
    if (node.isTextblock) starts.push(at + 1)
    return !node.isTextblock
  })
  return starts
}

/** Where a sentence stands; where its paragraph is gone, the end of the text. */
export function rangeOf(editor: Editor, { block, from, to }: Pick<Collided, 'block' | 'from' | 'to'>): Range {
  const { type, binding } = sharedOf(editor)
  const start = startsOf(editor)[block]
  const end = editor.state.doc.content.size - 1
  const [first, last] = start === undefined ? [end, end] : [start + from, start + to]
  const anchor = (at: number) => Y.relativePositionToJSON(absolutePositionToRelativePosition(at, type, binding.mapping))
  return { from: anchor(first), to: anchor(last) }
}

export function placeOf(editor: Editor, range: Range): { from: number; to: number } | null {
  const { doc, type, binding } = sharedOf(editor)
  const [from, to] = [range.from, range.to].map((anchor) =>
    relativePositionToAbsolutePosition(doc, type, Y.createRelativePositionFromJSON(anchor), binding.mapping),
  )
  return from == null || to == null ? null : { from, to: Math.max(from, to) }
}

export function wordsAt(editor: Editor, range: Range): string {
  const place = placeOf(editor, range)
  return place ? editor.state.doc.textBetween(place.from, place.to, ' ', ' ').trim() : ''
}

/** A sentence keeps its distance to what is around it, also where its neighbour's space went with the old one. */
function spaced({ doc }: EditorState, from: number, to: number, words: string): string {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const before = $from.parent.textBetween(0, $from.parentOffset)
  const behind = $to.parent.textBetween($to.parentOffset, $to.parent.content.size)
  return `${/\S$/.test(before) ? ' ' : ''}${words}${/^\S/.test(behind) ? ' ' : ''}`
}

/** Ordinary writing: everybody sees it, and it can be taken back. */
export function writeAt(editor: Editor, range: Range, words: string): void {
  const { state } = editor
  const end = state.doc.content.size
  const place = placeOf(editor, range) ?? { from: end, to: end }
  const isPlace = place.from < place.to
  const from = isPlace ? place.from : Selection.near(state.doc.resolve(place.from), -1).from
  const to = isPlace ? place.to : from
  const { tr } = state
  if (words) tr.insertText(spaced(state, from, to, words), from, to)
  else if (isPlace) tr.delete(from, to)
  editor.view.dispatch(tr.scrollIntoView())
}
