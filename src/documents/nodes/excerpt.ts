import { Node } from '@tiptap/core'
import { idOrNull } from './image.ts'

/** Words of another text of the alliance, quoted; the row of the quotation knows where they stand. */
export const Excerpt = Node.create({
  name: 'excerpt',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    quotation: {
      default: null,
      validate: idOrNull,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-quotation'),
      renderHTML: ({ quotation }: Record<string, unknown>) => ({ 'data-quotation': quotation }),
    },
  }),
  parseHTML: () => [{ tag: 'blockquote[data-quotation]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})
