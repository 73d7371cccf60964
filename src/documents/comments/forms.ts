import { z } from 'zod'
import { optional, text } from '../../web/form.ts'
import { ownPath } from '../../web/own-path.ts'
import { range } from '../range-form.ts'
import { longestQuote } from './finding.ts'

export const longestRemark = 5_000

const back = z
  .string()
  .optional()
  .transform((path) => (path ? ownPath(path) : null))

/** Around the words that were chosen on a page; spaces belong to it. */
const around = z.string().max(200).optional().default('')

const words = text(longestRemark)

/** What the browser calls the remark: sent twice it is said once. */
const key = optional(z.uuid('missing'))

export const remarkForm = z.object({ words, key, back })

export const threadForm = remarkForm.extend({
  /** In the editor: the passage by its letters. */
  anchor: optional(range),
  /** On a page: the passage by its words. */
  quote: optional(z.string().max(longestQuote, 'too_long')),
  before: around,
  after: around,
  suggestion: optional(z.uuid('missing')),
  row: optional(z.uuid('missing')),
})

export const backForm = z.object({ back })

export type ThreadForm = z.output<typeof threadForm>
export type RemarkForm = z.output<typeof remarkForm>

export const states = ['open', 'resolved', 'all'] as const

/** What the page is asked to show; whatever it does not know it does not heed. */
export const filterForm = z.object({
  state: z.enum(states).catch('open'),
  /** Only threads in which this person has spoken. */
  by: z.uuid().optional().catch(undefined),
  /** Only threads in which somebody calls me. */
  calls: z.literal('on').optional().catch(undefined),
  words: z.string().trim().max(200).optional().catch(undefined),
  /** Only this one. */
  thread: z.uuid().optional().catch(undefined),
  page: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .optional()
    .catch(undefined),
})

export type Filter = z.output<typeof filterForm>
