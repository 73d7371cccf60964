import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { noteAround } from './editor-footnote.ts'

/** Where the last step has put something ends there. */
function endOfLast({ mapping: { maps } }: Transaction): number {
  let end = 0
  maps.at(-1)?.forEach((_from, _to, _start, now) => {
    end = now
  })
  return end
}

/** Whoever has put in a block goes on writing below it, on a line of their own. */
function goOn(tr: Transaction): Transaction {
  const end = endOfLast(tr)
  const $end = tr.doc.resolve(end)
  if (!$end.parent.isTextblock && !$end.nodeAfter?.isTextblock) {
    const paragraph = tr.doc.type.schema.nodes.paragraph?.create()
    if (paragraph) tr.insert(end, paragraph)
  }
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end)))
}

/** Puts a block where the cursor is, or at a place that was held; in a footnote, below its paragraph. */
export function insertBlock({ state, view }: Editor, block: Node, at = state.selection.to): boolean {
  const $at = state.doc.resolve(at)
  const outside = noteAround($at) ? $at.after($at.depth - 1) : at
  const { tr } = state
  tr.replaceRangeWith(outside, outside, block)
  if (!tr.docChanged) return false
  view.dispatch(goOn(tr).scrollIntoView())
  return true
}
