import { z } from 'zod'

/** Whole numbers only: counting never uses percentages (`DOMAIN.md 4.1 G1`). */
const fraction = z.object({ comparison: z.enum(['at_least', 'more_than']), numerator: z.int(), denominator: z.int() })

export type Fraction = z.infer<typeof fraction>

export const methods = ['consent', 'majority', 'recorded'] as const

export type Method = (typeof methods)[number]

const rules = z.object({
  allowedMethods: z.array(z.enum(methods)),
  defaultMethod: z.enum(methods),
  quorum: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('fraction'), fraction }),
    z.object({ kind: z.literal('absolute'), count: z.int() }),
  ]),
  majorityBase: z.enum(['yes_no', 'yes_no_abstain', 'present', 'roll']),
  threshold: fraction,
  tieRule: z.enum(['reject', 'chair']),
})

/** How a group decides (`DOMAIN.md 3.2`). A round keeps its own copy. */
export type Rules = z.infer<typeof rules>

export type Quorum = Rules['quorum']

export const readRules = (stored: unknown): Rules => rules.parse(stored)

const half: Fraction = { comparison: 'at_least', numerator: 1, denominator: 2 }
const moreThanHalf: Fraction = { comparison: 'more_than', numerator: 1, denominator: 2 }

/** What a new group starts with: consent, half of the members must answer. */
export const initialRules: Rules = {
  allowedMethods: ['consent', 'majority', 'recorded'],
  defaultMethod: 'consent',
  quorum: { kind: 'fraction', fraction: half },
  majorityBase: 'yes_no',
  threshold: moreThanHalf,
  tieRule: 'reject',
}
