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

/** Longer than any picture that is taken. */
const longestSide = 100_000

const extent = (value: unknown) => {
  if (value !== null && !(Number.isInteger(value) && Number(value) > 0 && Number(value) <= longestSide))
    throw new RangeError('not an extent')
}

const side = (name: string) => ({
  default: null,
  validate: extent,
  parseHTML: (element: HTMLElement) => {
    const written = Number(element.getAttribute(name))
    return Number.isInteger(written) && written > 0 && written <= longestSide ? written : null
  },
})

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
    /** In pixels, so that the page knows how much room it will take before it has come. */
    width: side('width'),
    height: side('height'),
    // As it is written: left to itself "3" would be read as a number.
    alt: {
      default: '',
      validate: alternative,
      parseHTML: (element: HTMLElement) => element.getAttribute('alt') ?? '',
    },
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
