import { describe, expect, test } from 'vitest'
import { countConsent } from '#src/decisions/counting/consent.ts'
import { countMajority, type MajorityRules } from '#src/decisions/counting/majority.ts'
import type { Fraction, Quorum } from '#src/groups/rules.ts'

/** A second opinion that shares no line with the product: ballots one by one, fractions by walking through shares. */
function seeded(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const passes = (have: number, of: number, { comparison, numerator, denominator }: Fraction) => {
  const difference = have * denominator - of * numerator
  return difference > 0 || (difference === 0 && comparison === 'at_least')
}

const quorate = (quorum: Quorum, answers: number, roll: number) =>
  quorum.kind === 'none' ||
  (quorum.kind === 'absolute' ? answers - quorum.count > -1 : passes(answers, roll, quorum.fraction))

const pick = <T>(random: (below: number) => number, from: readonly T[]) => from[random(from.length)] as T

const fraction = (random: (below: number) => number): Fraction => {
  const denominator = 1 + random(6)
  return { comparison: pick(random, ['at_least', 'more_than']), numerator: random(denominator + 1), denominator }
}

const quorum = (random: (below: number) => number): Quorum =>
  pick<Quorum>(random, [
    { kind: 'none' },
    { kind: 'absolute', count: random(9) },
    { kind: 'fraction', fraction: fraction(random) },
  ])

function secondMajority(ballots: string[], roll: number, rules: MajorityRules, chair: 'yes' | 'no' | null) {
  if (!quorate(rules.quorum, ballots.length, roll)) return 'not_quorate/quorum_missed'
  const said = (choice: string) => ballots.filter((ballot) => ballot === choice).length
  if (said('yes') + said('no') === 0) return 'rejected/no_decisive_votes'
  const bases = {
    yes_no: said('yes') + said('no'),
    yes_no_abstain: ballots.length,
    present: ballots.length,
    roll,
  }
  if (passes(said('yes'), bases[rules.majorityBase], rules.threshold)) return 'adopted/threshold_met'
  const { comparison, numerator, denominator } = rules.threshold
  const tie =
    rules.majorityBase === 'yes_no' &&
    said('yes') === said('no') &&
    comparison === 'more_than' &&
    numerator / denominator === 0.5
  if (!tie) return 'rejected/threshold_missed'
  if (rules.tieRule === 'reject' || chair === null) return 'rejected/tie'
  return chair === 'yes' ? 'adopted/tie_chair' : 'rejected/tie_chair'
}

const count = (ballots: string[], choice: string) => ballots.filter((ballot) => ballot === choice).length

const majorityOf = (ballots: string[], entitled: number) => ({
  entitled,
  present: ballots.length,
  yes: count(ballots, 'yes'),
  no: count(ballots, 'no'),
  abstain: count(ballots, 'abstain'),
})

describe('counting, tried thousands of times', () => {
  test('an independent count of majorities agrees', () => {
    const random = seeded(7)
    for (let round = 0; round < 20_000; round++) {
      const ballots = Array.from({ length: random(12) }, () => pick(random, ['yes', 'no', 'abstain']))
      const roll = ballots.length + random(6)
      const rules: MajorityRules = {
        quorum: quorum(random),
        majorityBase: pick(random, ['yes_no', 'yes_no_abstain', 'present', 'roll']),
        threshold: fraction(random),
        tieRule: pick(random, ['reject', 'chair']),
      }
      const chair = pick<'yes' | 'no' | null>(random, ['yes', 'no', null])
      const { outcome, reason } = countMajority(majorityOf(ballots, roll), rules, chair)
      expect(`${outcome}/${reason}`).toBe(secondMajority(ballots, roll, rules, chair))
    }
  })

  test('an independent count of consent agrees', () => {
    const random = seeded(11)
    for (let round = 0; round < 20_000; round++) {
      const ballots = Array.from({ length: random(9) }, () =>
        pick(random, ['consent', 'consent', 'concern', 'objection']),
      )
      const entitled = ballots.length + random(6)
      const rule = quorum(random)
      const { outcome } = countConsent(
        {
          entitled,
          consent: count(ballots, 'consent'),
          concern: count(ballots, 'concern'),
          objections: count(ballots, 'objection'),
        },
        rule,
      )
      const stopped = ballots.includes('objection') || ballots.length === 0
      expect(outcome).toBe(!quorate(rule, ballots.length, entitled) ? 'not_quorate' : stopped ? 'undecided' : 'adopted')
    }
  })

  test('one more yes never turns an adopted majority into a rejected one', () => {
    const random = seeded(13)
    for (let round = 0; round < 5_000; round++) {
      const entitled = 12
      const yes = random(5)
      const tally = { entitled, yes, no: random(4), abstain: random(3), present: 0 }
      const rules: MajorityRules = {
        quorum: quorum(random),
        majorityBase: pick(random, ['yes_no', 'yes_no_abstain', 'roll']),
        threshold: fraction(random),
        tieRule: 'reject',
      }
      const before = countMajority({ ...tally, present: yes + tally.no + tally.abstain }, rules)
      const after = countMajority({ ...tally, yes: yes + 1, present: yes + 1 + tally.no + tally.abstain }, rules)
      if (before.outcome === 'adopted') expect(after.outcome).toBe('adopted')
    }
  })
})
