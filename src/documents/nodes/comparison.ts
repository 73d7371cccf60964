import { Node } from '@tiptap/core'
import { isOrderKey } from '../comparisons/order.ts'
import { idOrNull } from './image.ts'

export const assessments = ['', 'agree', 'partly', 'disagree', 'missing'] as const
export const rowStates = ['open', 'in_work', 'agreed'] as const
/** What the edition of the programme that was loaded last did to the statement of a row. */
export const rowChanges = ['', 'changed', 'dropped', 'new'] as const

const oneOf = (allowed: readonly string[]) => (value: unknown) => {
  if (!allowed.includes(value as string)) throw new RangeError('not one of the words for it')
}

const short = (value: unknown) => {
  if (typeof value !== 'string' || value.length > 200) throw new RangeError('too long')
}

const orderKey = (value: unknown) => {
  if (typeof value !== 'string' || !isOrderKey(value)) throw new RangeError('no place among rows')
}

const data = (name: string, initial: string | null, validate: (value: unknown) => void) => ({
  default: initial,
  validate,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? initial,
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === initial ? {} : { [`data-${name}`]: attributes[name] },
})

const truth = (name: string) => ({
  default: false,
  validate: (value: unknown) => {
    if (typeof value !== 'boolean') throw new RangeError('neither yes nor no')
  },
  parseHTML: (element: HTMLElement) => element.hasAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [`data-${name}`]: '' } : {}),
})

/** Their programme and our position, row by row (`DOMAIN.md 6.6`). */
export const Comparison = Node.create({
  name: 'comparison',
  group: 'block',
  content: 'comparisonRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-comparison]' }],
  renderHTML: () => ['div', { 'data-comparison': '' }, 0],
})

export const ComparisonRow = Node.create({
  name: 'comparisonRow',
  content: 'rowPlace rowStatement rowPosition rowDemand',
  isolating: true,
  addAttributes: () => ({
    /** What a row is called for good: threads of comments and editions of the programme hang on it. */
    row: data('row', null, idOrNull),
    /** Where it is shown among the rows of its comparison; '' for where it stands. */
    order: data('order', '', orderKey),
    assessment: data('assessment', '', oneOf(assessments)),
    state: data('state', 'open', oneOf(rowStates)),
    /** Codes of guiding ideas, as in "L2 L3". */
    ideas: data('ideas', '', short),
    /** Slug of the group that answers for the row. */
    responsible: data('responsible', '', short),
    /** The edition in which the statement stands, in words. */
    source: data('source', '', short),
    /** Their very words; otherwise what the group understood. */
    literal: truth('literal'),
    /** The statement of an edition of the programme that the row is about. */
    statement: data('statement', null, idOrNull),
    /** The statement of the edition before, where it was another one. */
    previous: data('previous', null, idOrNull),
    change: data('change', '', oneOf(rowChanges)),
    /** Number of the decision that the row quotes, as in "EN-2026-004". */
    decision: data('decision', '', short),
  }),
  parseHTML: () => [{ tag: 'section[data-comparison-row]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', { 'data-comparison-row': '', ...HTMLAttributes }, 0],
})

const cell = (name: string, content: string, tag: string) =>
  Node.create({
    name,
    content,
    isolating: true,
    parseHTML: () => [{ tag: `div[data-${tag}]` }],
    renderHTML: () => ['div', { [`data-${tag}`]: '' }, 0],
  })

/** Where it stands in their programme, as in "Kap. 2, S. 14". */
export const RowPlace = cell('rowPlace', 'text*', 'row-place')
export const RowStatement = cell('rowStatement', 'block+', 'row-statement')
export const RowPosition = cell('rowPosition', 'block+', 'row-position')
export const RowDemand = cell('rowDemand', 'block+', 'row-demand')
