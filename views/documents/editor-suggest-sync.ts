import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import { field } from '#src/documents/markup.ts'
import { touched } from './editor-suggest-aim.ts'
import type { Drafts } from './editor-suggest-drafts.ts'

interface Shared {
  binding: ProsemirrorBinding
  isChangeOrigin: boolean
}

const sharedIn = (state: EditorState) => ySyncPluginKey.getState(state) as Shared

const syncOf = (drafts: Drafts): Plugin => ySyncPlugin(drafts.view.getXmlFragment(field))

/** Stands before the plugin that writes down what was typed, and says to which suggestion it belongs. */
const aiming = (drafts: Drafts) =>
  new Plugin({
    key: new PluginKey('aiming'),
    view: () => ({
      update: ({ state }, before) => {
        const { binding, isChangeOrigin } = sharedIn(state)
        // Whoever hears of a change may change the state again before it is written down.
        const isTyped = !before.doc.eq(state.doc)
        if (isChangeOrigin || (!isTyped && drafts.isAimed)) return
        drafts.aim(isTyped ? touched(drafts, binding, before.doc, state.doc) : undefined)
      },
    }),
  })

/** Binds an editor to the text with one's own suggestions. */
export const suggestSync = (drafts: Drafts): Plugin[] => [aiming(drafts), syncOf(drafts)]

/** Where the cursor belongs after everything was drawn anew: behind what is different, if it is not before it. */
function placeAfter(before: EditorState, after: EditorState): number {
  const { head } = before.selection
  const start = before.doc.content.findDiffStart(after.doc.content)
  const end = before.doc.content.findDiffEnd(after.doc.content)
  if (start === null || !end || head < start) return head
  return Math.max(start, end.b)
}

/** The document of the suggestions is another one now: the same editor goes on with that. */
export function bindAnew(view: EditorView, drafts: Drafts): void {
  const before = view.state
  const fresh = syncOf(drafts)
  const isOld = (plugin: Plugin) => plugin.spec.key === ySyncPluginKey
  const plugins = before.plugins.map((plugin) => (isOld(plugin) ? fresh : plugin))
  // Without it in between the state of the old plugin would be kept as that of the new one.
  const without = before.reconfigure({ plugins: before.plugins.filter((plugin) => !isOld(plugin)) })
  view.updateState(without.reconfigure({ plugins }))
  const { doc, tr } = view.state
  const at = Math.min(placeAfter(before, view.state), doc.content.size)
  const selection = TextSelection.near(doc.resolve(at))
  view.dispatch(tr.setSelection(selection).setMeta(ySyncPluginKey, { isChangeOrigin: true }).scrollIntoView())
}
