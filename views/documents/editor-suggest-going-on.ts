import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Only what is different, so that as little as possible is proposed. */
function turned(tr: Transaction, into: Node): Transaction {
  const from = tr.doc.content.findDiffStart(into.content)
  const to = tr.doc.content.findDiffEnd(into.content)
  if (from === null || !to) return tr
  const overlap = Math.max(0, from - Math.min(to.a, to.b))
  return tr.replace(from, to.a + overlap, into.slice(from, to.b + overlap))
}

/** Writes as somebody who types would what stood there a moment ago; whether there was anything to write. */
export function goOn({ state, dispatch }: EditorView, wanted: Node): boolean {
  if (state.doc.eq(wanted)) return false
  const tr = turned(state.tr, wanted)
  dispatch(tr.doc.eq(wanted) ? tr : state.tr.replaceWith(0, state.doc.content.size, wanted.content))
  return true
}
