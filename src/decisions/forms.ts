import { z } from 'zod'
import type { Rules } from '../groups/rules.ts'
import { addDays, dayOf } from '../web/days.ts'
import { day, line, optional, text } from '../web/form.ts'
import { ballotChoice } from './ballots/schema.ts'
import { finalOutcome, roundMethod, scope } from './schema.ts'

const words = z.object({
  title: line(),
  wording: text(),
  rationale: optional(text()),
  snapshotId: optional(z.uuid('not_there')),
  scope: z.enum(scope.enumValues, 'missing').default('own_group'),
})

/** Which wording the person had in front of them: nobody overwrites or asks about one that they have not read. */
const version = z.coerce.number('changed').int('changed')

export const proposalForm = words.extend({ version })

/** A proposal may go into its first round at once; "later" leaves that open. */
export const newProposalForm = words.extend({
  method: z.enum([...roundMethod.enumValues, 'later'], 'missing').default('later'),
  closesOn: optional(day()),
})

export const withdrawalForm = z.object({ reason: line(500) })

export const roundForm = z.object({ method: z.enum(roundMethod.enumValues, 'missing'), closesOn: day(), version })

/** An objection needs its reason; a concern may have one. */
export const ballotForm = z
  .object({
    choice: z.enum(ballotChoice.enumValues, 'missing'),
    concern: optional(text(3000)),
    objection: optional(text(3000)),
  })
  .refine(({ choice, objection }) => choice !== 'objection' || objection, { path: ['objection'], error: 'missing' })
  .transform(({ choice, concern, objection }) => ({
    choice,
    reason: { concern, objection }[choice as string] ?? '',
  }))

export const noteForm = z.object({ note: optional(text(1000)) })

export const recordForm = z.object({
  wording: text(),
  decidedOn: day(),
  place: line(),
  manner: line(),
  title: optional(line()),
  outcome: z.enum(finalOutcome.enumValues, 'missing').default('adopted'),
  snapshotId: optional(z.uuid('not_there')),
})

/** A report is about what has happened already. */
export const recordProblem = ({ decidedOn }: { decidedOn: string }, now: Date): [field: string, code: string] | null =>
  decidedOn > dayOf(now) ? ['decidedOn', 'in_future'] : null

const longest = 366

/** What is wrong with the method or the last day of a round, as field and code. */
export function openingProblem(
  { method, closesOn }: { method: string; closesOn?: string },
  { allowedMethods }: Pick<Rules, 'allowedMethods'>,
  now: Date,
): [field: string, code: string] | null {
  const today = dayOf(now)
  if (!allowedMethods.some((allowed) => allowed === method)) return ['method', 'not_allowed']
  if (!closesOn) return ['closesOn', 'missing']
  if (closesOn < today) return ['closesOn', 'over']
  return closesOn > addDays(today, longest) ? ['closesOn', 'too_far'] : null
}

const year = z.coerce.number().int().min(2000).max(9999)

/** A link that somebody has bent shows everything rather than an error. */
export const logFilter = z.object({
  group: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  year: optional(year).catch(undefined),
  outcome: z.enum(['adopted', 'rejected']).optional().catch(undefined),
})
