import { Node } from '@tiptap/core'

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What stands for another row: its id, or nothing yet. */
export const idOrNull = (value: unknown) => {
  if (value !== null && !(typeof value === 'string' && identifier.test(value))) throw new RangeError('not an id')
}

/** No alternative text is longer. */
export const longestAlternative = 1_000

const alternative = (value: unknown) => {
  if (typeof value !== 'string' || value.length > longestAlternative) throw new RangeError('not an alternative text')
}

const truth = (value: unknown) => {
  if (typeof value !== 'boolean') throw new RangeError('neither yes nor no')
}

/** A picture of its own, kept as an attachment; where it is fetched from depends on who looks and where. */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    attachment: {
      default: null,
      validate: idOrNull,
      parseHTML: (element: HTMLElement) => element.getAttribute('data-attachment'),
      renderHTML: ({ attachment }: Record<string, unknown>) => ({ 'data-attachment': attachment }),
    },
    alt: { default: '', validate: alternative },
    /** Says nothing that the text does not say: no alternative text is asked for. */
    decorative: {
      default: false,
      validate: truth,
      parseHTML: (element: HTMLElement) => element.hasAttribute('data-decorative'),
      renderHTML: ({ decorative }: Record<string, unknown>) => (decorative ? { 'data-decorative': '' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'img[data-attachment]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})
