import { Node } from '@tiptap/core'

/** What follows begins on a new page when it is printed. */
export const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  parseHTML: () => [{ tag: 'hr[data-page-break]', priority: 60 }],
  renderHTML: () => ['hr', { 'data-page-break': '', class: 'page-break' }],
})
