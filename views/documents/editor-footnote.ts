import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'

const isNote = (node: Node | null | undefined) => node?.type.name === 'footnote'

export interface Note {
  node: Node
  /** In front of it, and behind it. */
  from: number
  to: number
}

const noteFrom = (from: number, node: Node): Note => ({ node, from, to: from + node.nodeSize })

/** The footnote in whose words this place is. */
export const noteAround = ($pos: ResolvedPos): Note | null =>
  isNote($pos.parent) ? noteFrom($pos.before(), $pos.parent) : null

/** The footnote whose number is selected. */
export const noteSelected = ({ selection }: Pick<EditorState, 'selection'>): Note | null =>
  selection instanceof NodeSelection && isNote(selection.node) ? noteFrom(selection.from, selection.node) : null

/** The footnote right beside a cursor that selects nothing. */
export function noteBeside({ selection }: EditorState, side: -1 | 1): Note | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { nodeBefore, nodeAfter, pos } = selection.$head
  const node = side < 0 ? nodeBefore : nodeAfter
  return node && isNote(node) ? noteFrom(side < 0 ? pos - node.nodeSize : pos, node) : null
}

/** Puts a footnote behind what is selected, and the cursor into its words. */
export function insertNote({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $to, to } = state.selection
  const type = state.schema.nodes.footnote
  if (!type || !$to.parent.canReplaceWith($to.index(), $to.index(), type)) return false
  const { tr } = state
  tr.insert(to, type.create()).setSelection(TextSelection.create(tr.doc, to + 1))
  view.dispatch(tr.scrollIntoView())
  return true
}
