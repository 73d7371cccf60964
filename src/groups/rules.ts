import { z } from 'zod'

/** Whole numbers only: counting never uses percentages (`DOMAIN.md 4.1 G1`). */
const fraction = z.object({ comparison: z.enum(['at_least', 'more_than']), numerator: z.int(), denominator: z.int() })

export type Fraction = z.infer<typeof fraction>

export const methods = ['consent', 'consensus', 'systemic_consensing', 'majority', 'recorded'] as const

export type Method = (typeof methods)[number]

const part = z.object({ numerator: z.int(), denominator: z.int() })

/** What versions before knew nothing of is filled in, so that rules stored long ago stay readable. */
const rules = z.object({
  allowedMethods: z.array(z.enum(methods)),
  defaultMethod: z.enum(methods),
  /** Every voting member, or the seats that the group has given (`DOMAIN.md 4.9`). Consent and consensus always ask persons. */
  electorate: z.enum(['persons', 'seats']).default('persons'),
  seatPolicy: z.enum(['all_equal', 'org_only', 'weighted', 'pooled', 'dual']).default('all_equal'),
  /** How many seats individuals share, where they are pooled. */
  pooledSeats: z.int().default(1),
  weights: z.object({ organisation: z.int(), person: z.int() }).default({ organisation: 1, person: 1 }),
  severalSeatsPerPerson: z.boolean().default(false),
  quorum: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('fraction'), fraction }),
    z.object({ kind: z.literal('absolute'), count: z.int() }),
  ]),
  /** In a meeting: whether being there is enough, or only those count who answered. Elsewhere nobody is there without answering. */
  quorumScope: z.enum(['attendance', 'participation']).default('attendance'),
  recusedInQuorum: z.enum(['exclude', 'include']).default('exclude'),
  majorityBase: z.enum(['yes_no', 'yes_no_abstain', 'present', 'roll']),
  threshold: fraction,
  tieRule: z.enum(['reject', 'chair']),
  consensus: z
    .object({ maxDissent: part, blockMode: z.enum(['single', 'share']) })
    .default({ maxDissent: { numerator: 1, denominator: 4 }, blockMode: 'single' }),
  /** What the group has agreed to for when consensus fails: a new round, never by itself (`DOMAIN.md 3.3`). */
  fallback: z.enum(['none', 'majority']).default('none'),
  consent: z
    .object({ silence: z.enum(['explicit', 'silent']), maxRounds: z.int() })
    .default({ silence: 'explicit', maxRounds: 3 }),
  /** From which rating on the high resistance has to be talked about. */
  alertFrom: z.int().default(8),
  circular: z
    .object({
      preset: z.enum(['statutory', 'rules', 'silent']),
      minDays: z.int(),
      maxExtensions: z.int(),
      procedureObjectionsToStop: z.int(),
      minActive: z.int(),
    })
    .default({ preset: 'rules', minDays: 7, maxExtensions: 1, procedureObjectionsToStop: 1, minActive: 0 }),
  /** How many others one member may answer for; none unless the group's own rules say so (`DOMAIN.md 4.9`). */
  proxiesPerHolder: z.int().default(0),
  /** Whether objections and levels are seen as soon as they are given. Ratings and votes never are. */
  ballotsVisible: z.enum(['after_close', 'while_open']).default('after_close'),
  /** After closing: who said what, or numbers alone. */
  answersShown: z.enum(['names', 'counts']).default('names'),
  /** Minutes to which nobody has objected in time are approved by that (`DOMAIN.md 3.7`). */
  minutesBySilence: z.boolean().default(false),
  conflictCategories: z.array(z.string()).default(['contract', 'own_funding', 'relatives', 'office_at_funder']),
})

/** How a group decides (`DOMAIN.md 3.2`). A round keeps its own copy. */
export type Rules = z.infer<typeof rules>

export type Quorum = Rules['quorum']

export const readRules = (stored: unknown): Rules => rules.parse(stored)

const half: Fraction = { comparison: 'at_least', numerator: 1, denominator: 2 }
const moreThanHalf: Fraction = { comparison: 'more_than', numerator: 1, denominator: 2 }

/** What a new group starts with: consent, half of the members must answer. */
export const initialRules: Rules = rules.parse({
  allowedMethods: ['consent', 'consensus', 'systemic_consensing', 'majority', 'recorded'],
  defaultMethod: 'consent',
  quorum: { kind: 'fraction', fraction: half },
  majorityBase: 'yes_no',
  threshold: moreThanHalf,
  tieRule: 'reject',
} satisfies z.input<typeof rules>)
