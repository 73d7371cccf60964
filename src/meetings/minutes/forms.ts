import { z } from 'zod'
import { many, optional, text } from '../../web/form.ts'
import { usualPeriod } from './circulating.ts'

const days = z.coerce.number('not_a_number').int('not_a_number').min(1, 'not_a_number').max(90, 'not_a_number')

export const lineForm = z.object({ quote: text(), personIds: many(z.uuid('not_a_member')) })

export const circulationForm = z.object({ days: optional(days).default(usualPeriod) })

export const objectionForm = z
  .object({ itemId: z.uuid('missing'), present: text(10_000), wished: text(10_000) })
  .refine(({ present, wished }) => present !== wished, { path: ['wished'], error: 'same' })

const says = z.enum(['accept', 'refuse'], 'missing')

/** Accepting needs no words, refusing does. */
export const answerForm = z
  .object({ says, words: optional(text(2000)) })
  .refine(({ says, words }) => says === 'accept' || words !== undefined, { path: ['words'], error: 'missing' })

export const rulingForm = z.object({ says, words: optional(text(2000)) })

export const noteForm = z.object({
  itemId: optional(z.uuid('missing')),
  present: text(3000),
  wished: text(3000),
  reason: text(3000),
})
