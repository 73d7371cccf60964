import type { Schema } from '@tiptap/pm/model'
import { type Command, EditorState, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { schema as ours } from '#src/documents/content/codec.ts'
import { field } from '#src/documents/markup.ts'

/** All of an editor but its looks: it reads the shared text, takes out what its schema does not know, and can type. */
export function editorOf(doc: Y.Doc, schema: Schema = ours) {
  const plugin = ySyncPlugin(doc.getXmlFragment(field))
  let running: PluginView | undefined
  let state = EditorState.create({ schema, plugins: [plugin] })
  const view = {
    get state() {
      return state
    },
    dispatch(transaction: Transaction) {
      state = state.apply(transaction)
      running?.update?.(view, state)
    },
    hasFocus: () => false,
  } as unknown as EditorView
  running = plugin.spec.view?.(view)
  return {
    state: () => state,
    text: () => state.doc.textContent,
    type: (words: string) => view.dispatch(state.tr.insertText(words, 1)),
    change: (make: (transaction: Transaction) => Transaction) => view.dispatch(make(state.tr)),
    run: (command: Command) => command(state, view.dispatch),
    end: () => running?.destroy?.(),
  }
}
