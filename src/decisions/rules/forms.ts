import { z } from 'zod'
import { methods } from '../../groups/rules.ts'
import { line, many, optional, text } from '../../web/form.ts'
import { knownConflicts, limits, type NumberField } from './typed.ts'

const oneOf = <const T extends [string, ...string[]]>(...values: T) => z.enum(values, 'missing')

/** A whole number within its limits: "0,5" and "1e3" are no answers. */
const whole = (field: NumberField) => {
  const [least, most] = limits[field]
  return z
    .string('missing')
    .trim()
    .regex(/^\d{1,6}$/, 'not_whole')
    .transform(Number)
    .refine((value) => value >= least && value <= most, 'out_of_range')
}

const numbers = Object.fromEntries((Object.keys(limits) as NumberField[]).map((field) => [field, whole(field)])) as {
  [field in NumberField]: ReturnType<typeof whole>
}

const comparison = () => oneOf('at_least', 'more_than')

const ownReasons = optional(
  text(2000).refine((typed) => typed.split('\n').every((one) => one.trim().length <= 80), 'too_long'),
)

export const ruleFields = {
  ...numbers,
  methods: many(z.enum(methods, 'missing')),
  defaultMethod: z.enum(methods, 'missing'),
  electorate: oneOf('persons', 'seats'),
  seatPolicy: oneOf('all_equal', 'org_only', 'weighted', 'pooled', 'dual'),
  minutesBySilence: z.literal('on').optional(),
  severalSeats: z.literal('on').optional(),
  quorum: oneOf('none', 'fraction', 'absolute'),
  quorumComparison: comparison(),
  quorumScope: oneOf('attendance', 'participation'),
  recusedInQuorum: oneOf('exclude', 'include'),
  majorityBase: oneOf('yes_no', 'yes_no_abstain', 'present', 'roll'),
  threshold: comparison(),
  tieRule: oneOf('reject', 'chair'),
  blockMode: oneOf('single', 'share'),
  fallback: oneOf('none', 'majority'),
  circular: oneOf('statutory', 'rules', 'silent'),
  ballotsVisible: oneOf('after_close', 'while_open'),
  answersShown: oneOf('names', 'counts'),
  conflicts: many(z.string().refine((typed) => knownConflicts.includes(typed), 'missing')),
  moreConflicts: ownReasons,
  legalBasis: optional(line(200)),
}

const why = {
  rationale: optional(text()),
  /** Which of the group's rules were read before. */
  base: z.coerce.number('changed').int('changed'),
}

export const newRulesForm = z.object({ ...ruleFields, ...why })

/** Other rules in a proposal that is there already; an open round ends with it, if that is wanted. */
export const otherRulesForm = z.object({
  ...ruleFields,
  ...why,
  version: z.coerce.number('changed').int('changed'),
  endsRound: optional(z.literal('on')),
})

export type TypedRuleForm = z.output<typeof newRulesForm>
