import { z } from 'zod'
import { dayOf } from '../../web/days.ts'
import { day, line, optional, text } from '../../web/form.ts'
import { sentenceIn } from '../register/summary.ts'
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

/** As a report keeps it: said in one sentence, the numbers that are known together. */
export function reportIn({ yes, no, abstain, ...report }: RecordInput) {
  const known = Object.entries({ yes, no, abstain }).filter((pair): pair is [string, number] => pair[1] !== undefined)
  const summary = report.summary ?? sentenceIn(report.wording) ?? ''
  return { ...report, summary, tally: Object.fromEntries(known) }
}

type Facts = Pick<RecordInput, 'decidedOn' | 'wording'> &
  Partial<Pick<RecordInput, 'summary' | 'title' | 'scope' | 'legalEntity' | 'inForceFrom' | 'inForceUntil'>>

/** A wording of one short sentence says it itself; a title does not. */
function summaryProblem({ summary, title, wording }: Facts) {
  if (!summary) return sentenceIn(wording) ? null : 'missing'
  return summary === title && summary !== wording ? 'only_title' : null
}

/** A report is about what has happened already; what costs money says who carries it (`DOMAIN.md 8.1`). */
export function recordProblem(facts: Facts, now: Date): [field: string, code: string] | null {
  const { decidedOn, scope: reach, legalEntity, inForceFrom, inForceUntil } = facts
  const summary = summaryProblem(facts)
  if (decidedOn > dayOf(now)) return ['decidedOn', 'in_future']
  if (summary) return ['summary', summary]
  if (reach === 'money' && !legalEntity) return ['legalEntity', 'missing']
  return inForceUntil && inForceUntil < (inForceFrom ?? decidedOn) ? ['inForceUntil', 'before'] : null
}
