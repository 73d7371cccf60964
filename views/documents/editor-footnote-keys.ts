import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type Note, noteAround, noteBeside, noteSelected } from './editor-footnote.ts'

type Keyed = (view: EditorView, note: Note) => boolean

function stand(view: EditorView, at: number): boolean {
  const { tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
  return true
}

const select: Keyed = (view, { from }) => {
  const { tr } = view.state
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, from)).scrollIntoView())
  return true
}

/** To the end of its words. */
export const openNote: Keyed = (view, { to }) => stand(view, to - 1)

const leave: Keyed = (view, { to }) => stand(view, to)
const leaveBackwards: Keyed = (view, { from }) => stand(view, from)

const remove: Keyed = (view, { from, to }) => {
  view.dispatch(view.state.tr.delete(from, to).scrollIntoView())
  return true
}

const isAt = ({ state: { selection } }: EditorView, at: number) => selection.empty && selection.from === at

const atStart =
  (act: Keyed): Keyed =>
  (view, note) =>
    isAt(view, note.from + 1) && act(view, note)
const atEnd =
  (act: Keyed): Keyed =>
  (view, note) =>
    isAt(view, note.to - 1) && act(view, note)

/** A key at the edge must not reach what is around the footnote. */
const stop: Keyed = () => true

const within: Record<string, Keyed> = {
  Enter: leave,
  Escape: leave,
  ArrowRight: atEnd(leave),
  ArrowLeft: atStart(leaveBackwards),
  Backspace: atStart((view, note) => (note.node.content.size === 0 ? remove : stop)(view, note)),
  Delete: atEnd((view, note) => (note.node.content.size === 0 ? remove : stop)(view, note)),
}

/** A footnote is selected before it goes: its words cannot be seen from outside. */
const beside: Record<string, -1 | 1> = { ArrowRight: 1, Delete: 1, ArrowLeft: -1, Backspace: -1 }

/** Enter opens and leaves, arrows step over and out, and nothing tears it apart. */
export function handleNoteKey(view: EditorView, { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const { state } = view
  const around = noteAround(state.selection.$head)
  if (around && key === 'Enter') return leave(view, around)
  if (shiftKey || ctrlKey || metaKey || altKey) return false
  if (around) return within[key]?.(view, around) ?? false
  const selected = noteSelected(state)
  if (selected) return key === 'Enter' && openNote(view, selected)
  const side = beside[key]
  const next = side && noteBeside(state, side)
  return next ? select(view, next) : false
}
