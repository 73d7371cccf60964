import { Plugin } from '@tiptap/pm/state'

/** A slash at the beginning of an empty line asks what shall be put there. */
export const slash = (ask: () => void): Plugin =>
  new Plugin({
    props: {
      handleTextInput: ({ state: { selection }, editable }, _from, _to, text) => {
        const { $from, empty } = selection
        const isBlank = empty && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
        if (text !== '/' || !isBlank || !editable) return false
        ask()
        return true
      },
    },
  })
