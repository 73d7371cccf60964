import type { Editor } from '@tiptap/core'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

interface Shared {
  doc: Y.Doc
  type: Y.XmlFragment
  binding: ProsemirrorBinding
}

/** Remembers a place while something takes its time and others go on writing; answers with where it is then. */
export function holdPlace(editor: Editor, at: number): () => number {
  const shared = () => ySyncPluginKey.getState(editor.state) as Shared
  const { type, binding } = shared()
  const held = absolutePositionToRelativePosition(at, type, binding.mapping)
  return () => {
    const now = shared()
    const found = relativePositionToAbsolutePosition(now.doc, now.type, held, now.binding.mapping)
    return Math.min(found ?? editor.state.selection.to, editor.state.doc.content.size)
  }
}
