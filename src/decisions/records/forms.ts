import { z } from 'zod'
import { dayOf } from '../../web/days.ts'
import { day, line, optional, text } from '../../web/form.ts'
import { finalOutcome, scope } from '../schema.ts'

const emptied = (typed: unknown) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed)

const votes = () => {
  const whole = z.coerce.number('not_a_number').int('not_a_number').min(0, 'not_a_number').max(100_000, 'not_a_number')
  return z.preprocess(emptied, whole.optional())
}

/** What, when, where, how; the rest where it is known. */
export const recordForm = z.object({
  wording: text(),
  decidedOn: day(),
  place: line(),
  manner: line(),
  present: optional(text(2000)),
  yes: votes(),
  no: votes(),
  abstain: votes(),
  title: optional(line()),
  summary: optional(line(300)),
  outcome: z.enum(finalOutcome.enumValues, 'missing').default('adopted'),
  scope: z.enum(scope.enumValues, 'missing').default('own_group'),
  legalEntity: optional(line()),
  inForceFrom: optional(day()),
  inForceUntil: optional(day()),
  reviewOn: optional(day()),
  snapshotId: optional(z.uuid('not_there')),
})

export type RecordInput = z.output<typeof recordForm>

/** As a report keeps it: the numbers that are known together. */
export function reportIn({ yes, no, abstain, ...report }: RecordInput) {
  const known = Object.entries({ yes, no, abstain }).filter((pair): pair is [string, number] => pair[1] !== undefined)
  return { ...report, tally: Object.fromEntries(known) }
}

type Facts = Pick<RecordInput, 'decidedOn'> &
  Partial<Pick<RecordInput, 'scope' | 'legalEntity' | 'inForceFrom' | 'inForceUntil'>>

/** A report is about what has happened already; what costs money says who carries it (`DOMAIN.md 8.1`). */
export function recordProblem(
  { decidedOn, scope: reach, legalEntity, inForceFrom, inForceUntil }: Facts,
  now: Date,
): [field: string, code: string] | null {
  if (decidedOn > dayOf(now)) return ['decidedOn', 'in_future']
  if (reach === 'money' && !legalEntity) return ['legalEntity', 'missing']
  return inForceUntil && inForceUntil < (inForceFrom ?? decidedOn) ? ['inForceUntil', 'before'] : null
}
