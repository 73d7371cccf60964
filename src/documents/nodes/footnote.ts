import { Node } from '@tiptap/core'

/** Its words stand in the text at the place that they belong to, so that two people can write in them; its number is counted. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: '_',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '', class: 'footnote' }, 0],
})
