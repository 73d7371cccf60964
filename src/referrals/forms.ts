import { z } from 'zod'
import { recordForm } from '../decisions/records/forms.ts'
import { addDays, dayOf } from '../web/days.ts'
import { day, line, optional, text } from '../web/form.ts'
import { referralRequest } from './schema.ts'

const coming = () => day().refine((typed) => typed >= dayOf(new Date()), 'past')

export const requests = referralRequest.enumValues

/** With a decision of the group, or with a title and a reason of its own. */
export const sendingForm = z
  .object({
    decision: optional(z.uuid()),
    title: optional(line()),
    reason: optional(text(2000)),
    request: z.enum(requests, 'missing'),
    wish: line(500),
    wishedBy: optional(coming()),
    externalDeadline: optional(coming()),
    to: optional(z.uuid()),
    follows: optional(z.uuid()),
  })
  .superRefine(({ decision, title, reason }, context) => {
    if (decision) return
    if (!title) context.addIssue({ code: 'custom', message: 'missing', path: ['title'] })
    if (!reason) context.addIssue({ code: 'custom', message: 'missing', path: ['reason'] })
  })

/** About the version with the changes of those who answer, not about the one that was sent. */
const isChanged = optional(z.literal('on'))

export const takeUpForm = z.object({
  title: line(),
  wording: text(5000),
  rationale: optional(text(5000)),
  isChanged,
})

export const answerRecordForm = recordForm.extend({ isChanged })

export const deferralForm = z.object({ reason: text(2000) })

export const changedVersionForm = z.object({ changedWording: text(5000) })

export const voiceForm = z.object({ voice: line(200) })

export const reservationForm = z.object({ reservation: text(3000) })

const furtherReason = () => optional(text(2000))

/** When the circle hopes for the reworked text, if it does not say otherwise. */
export const usualReturn = (now = new Date()) => addDays(dayOf(now), 14)

const returned = z.object({
  kind: z.literal('returned'),
  reason1: text(2000),
  reason2: furtherReason(),
  reason3: furtherReason(),
  reason4: furtherReason(),
  reason5: furtherReason(),
  questions: optional(text(3000)),
  statement: optional(text(2000)),
  wishedBy: optional(coming()),
  contactId: z.uuid('missing'),
})

const noted = z.object({ kind: z.literal('noted'), statement: text(2000) })

export const answerForm = z.discriminatedUnion('kind', [returned, noted])

export type AnswerInput = z.infer<typeof answerForm>

export const reasonFields = ['reason1', 'reason2', 'reason3', 'reason4', 'reason5'] as const

export const reasonsIn = (input: z.infer<typeof returned>): string[] =>
  reasonFields.flatMap((name) => input[name] ?? [])

/** One in each line. */
export const questionsIn = ({ questions = '' }: z.infer<typeof returned>): string[] =>
  questions
    .split(/\r?\n/)
    .map((question) => question.trim())
    .filter((question) => question !== '')

export type SendingInput = z.infer<typeof sendingForm>

/** The decision that is meant, before anybody has looked whether the rest of the form is right. */
export const decisionIdIn = ({ decision }: Record<string, unknown>): string | null =>
  z
    .uuid()
    .nullable()
    .catch(null)
    .parse(decision ?? null)
