import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { type Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

const key = new PluginKey<DecorationSet>('suggested')

/** A change that came from elsewhere replaces everything; what has really changed is less. */
function whatChanged(before: Node, after: Node): Mapping {
  const from = before.content.findDiffStart(after.content)
  const to = before.content.findDiffEnd(after.content)
  if (from === null || !to) return new Mapping()
  const overlap = Math.max(0, from - Math.min(to.a, to.b))
  return new Mapping([new StepMap([from, to.a + overlap - from, to.b + overlap - from])])
}

function follow(marks: DecorationSet, transaction: Transaction, before: EditorState): DecorationSet {
  const fresh = transaction.getMeta(key) as Decoration[] | undefined
  if (fresh) return DecorationSet.create(transaction.doc, fresh)
  if (!transaction.docChanged) return marks
  const isOthers = Boolean(transaction.getMeta(ySyncPluginKey)?.isChangeOrigin)
  return marks.map(isOthers ? whatChanged(before.doc, transaction.doc) : transaction.mapping, transaction.doc)
}

/** Holds what is shown of suggestions, and lets it move along with the text until it is worked out anew. */
export const suggestionMarks = Extension.create({
  name: 'suggestionMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, marks, before) => follow(marks, transaction, before),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

export function showMarks(view: EditorView, marks: Decoration[]): void {
  const shown = key.getState(view.state)
  if (!shown || (marks.length === 0 && shown.find().length === 0)) return
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta('addToHistory', false))
}
