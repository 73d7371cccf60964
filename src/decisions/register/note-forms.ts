import { z } from 'zod'
import { day, line, many, optional, text } from '../../web/form.ts'

/** What of a decision may have been taken down wrongly. */
export const correctable = ['title', 'wording', 'summary', 'decidedOn', 'rationale'] as const

const why = { reason: text(3000) }
const votes = z.coerce.number('not_a_number').int('not_a_number').min(0, 'not_a_number').max(100_000, 'not_a_number')

/** Of a meeting only those who were there know what other numbers would have meant. */
const ending = z.enum(['same', 'other'], 'missing').optional()

/** Every kind of note with what it needs besides its reason. */
const kinds = [
  z.object({
    ...why,
    kind: z.literal('correction'),
    field: z.enum(correctable, 'missing'),
    words: text(),
  }),
  z.object({ ...why, kind: z.literal('annulment'), by: optional(line(30)) }),
  z.object({ ...why, kind: z.literal('supersession'), by: line(30) }),
  z.object({ ...why, kind: z.literal('recount'), seats: many(z.uuid('not_there')), category: optional(line(60)) }),
  z.object({
    ...why,
    kind: z.literal('numbers'),
    yes: votes,
    no: votes,
    abstain: z.preprocess((typed) => (typed === '' ? undefined : typed), votes.default(0)),
    ending,
  }),
  z.object({
    ...why,
    kind: z.literal('answer'),
    seat: z.uuid('missing'),
    choice: z.enum(['yes', 'no', 'abstain'], 'missing'),
  }),
] as const

export const noteForm = z.discriminatedUnion('kind', kinds, 'missing')

export type NoteInput = z.output<typeof noteForm>

export const noteKinds = ['correction', 'annulment', 'supersession', 'recount', 'answer'] as const

/** Which of them a page begins with; a link that somebody has bent begins with the first. */
export const noteChoice = z.object({ kind: z.enum(noteKinds).catch('correction') })

const asDay = day()

/** A day that is put right; null when it is none. */
export const dayFrom = (typed: string): string | null => asDay.safeParse(typed).data ?? null
