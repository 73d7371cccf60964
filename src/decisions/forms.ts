import { z } from 'zod'
import type { Rules } from '../groups/rules.ts'
import { addDays, dayOf } from '../web/days.ts'
import { day, line, optional, text } from '../web/form.ts'
import { roundMethod, scope } from './schema.ts'

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

export const noteForm = z.object({ note: optional(text(1000)) })

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
