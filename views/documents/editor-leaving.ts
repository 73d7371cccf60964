import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Where the tab key has a meaning of its own, in lists and tables, it leads out of the text after Escape. */
export const leaving = Extension.create({
  name: 'leaving',
  priority: 10_000,
  addProseMirrorPlugins() {
    let leaves = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, { key }) => {
              const isLeaving = leaves && key === 'Tab'
              if (key !== 'Shift') leaves = key === 'Escape'
              return isLeaving
            },
            focus: () => {
              leaves = false
              return false
            },
          },
        },
      }),
    ]
  },
})
