import { Node } from '@tiptap/core'
import { idOrNull } from './image.ts'

export const assessments = ['', 'agree', 'partly', 'disagree', 'missing'] as const
export const rowStates = ['open', 'in_work', 'agreed'] as const

const oneOf = (allowed: readonly string[]) => (value: unknown) => {
  if (!allowed.includes(value as string)) throw new RangeError('not one of the words for it')
}

const short = (value: unknown) => {
  if (typeof value !== 'string' || value.length > 200) throw new RangeError('too long')
}

const data = (name: string, initial: string | null, validate: (value: unknown) => void) => ({
  default: initial,
  validate,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? initial,
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === initial ? {} : { [`data-${name}`]: attributes[name] },
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
    assessment: data('assessment', '', oneOf(assessments)),
    state: data('state', 'open', oneOf(rowStates)),
    /** Codes of guiding ideas, as in "L2 L3". */
    ideas: data('ideas', '', short),
    /** Slug of the group that answers for the row. */
    responsible: data('responsible', '', short),
    /** The statement of an edition of the programme that the row is about. */
    statement: data('statement', null, idOrNull),
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
