import { type AnyExtension, Editor, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { extensions, field } from '#src/documents/markup.ts'
import { carets } from './editor-carets.ts'
import { clean } from './editor-clean.ts'
import { leaving } from './editor-leaving.ts'
import { drawnIn } from './editor-nodes.ts'
import { suggestionMarks } from './editor-suggest-marks.ts'
import { typography } from './editor-typography.ts'

const shortcuts = (askForLink: () => void, toTools: () => void) =>
  Extension.create({
    name: 'shortcuts',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => {
        askForLink()
        return true
      },
      'Alt-F10': () => {
        toTools()
        return true
      },
    }),
  })

export interface Paper {
  page: HTMLElement
  mount: HTMLElement
  doc: Y.Doc
  /** Instead of what writes into the shared text. */
  sharing?: AnyExtension | undefined
  awareness: Awareness
  label: string
  askForLink(): void
  toTools(): void
}

/** The sheet on which people write together. Undo knows only what was written here. */
export const openPaper = ({ page, mount, doc, sharing, awareness, label, askForLink, toTools }: Paper): Editor =>
  new Editor({
    element: mount,
    injectCSS: false,
    // Tells of everything that is deleted, which nobody listens to; of thousands of places at once it takes seconds.
    enableCoreExtensions: { delete: false },
    editable: false,
    extensions: [
      ...drawnIn(extensions, page),
      sharing ?? Collaboration.configure({ document: doc, field }),
      suggestionMarks,
      carets(awareness),
      clean,
      typography,
      leaving,
      shortcuts(askForLink, toTools),
    ],
    editorProps: {
      attributes: { class: 'paper', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
  })
