import { describe, expect, test } from 'vitest'
import { countedBallot, type SeatBallot } from '#src/decisions/counting/ballot.ts'
import { countConsensus } from '#src/decisions/counting/consensus.ts'
import { countConsent, countSilentConsent } from '#src/decisions/counting/consent.ts'
import { countMajority, type MajorityRules } from '#src/decisions/counting/majority.ts'
import { isQuorate } from '#src/decisions/counting/quorum.ts'
import { type Fraction, initialRules } from '#src/groups/rules.ts'

const simple: Fraction = { comparison: 'more_than', numerator: 1, denominator: 2 }
const rules: MajorityRules = { quorum: { kind: 'none' }, majorityBase: 'yes_no', threshold: simple, tieRule: 'reject' }
const votes = (yes: number, no: number, abstain = 0, entitled = 20) => ({
  entitled,
  present: yes + no + abstain,
  yes,
  no,
  abstain,
})

describe('what the tables leave open', () => {
  test('nobody says yes or no: rejected without decisive votes', () => {
    expect(countMajority(votes(0, 0, 5), rules)).toMatchObject({ outcome: 'rejected', reason: 'no_decisive_votes' })
  })

  test('the chair settles a tie only where the rules say so, and only with a yes or a no', () => {
    const chaired: MajorityRules = { ...rules, tieRule: 'chair' }
    expect(countMajority(votes(4, 4), chaired, 'yes')).toMatchObject({ outcome: 'adopted', reason: 'tie_chair' })
    expect(countMajority(votes(4, 4), chaired, 'no')).toMatchObject({ outcome: 'rejected', reason: 'tie_chair' })
    expect(countMajority(votes(4, 4), chaired, null)).toMatchObject({ outcome: 'rejected', reason: 'tie' })
    expect(countMajority(votes(4, 4), rules, 'yes')).toMatchObject({ outcome: 'rejected', reason: 'tie' })
  })

  test('two quarters are one half, so it is a simple majority too', () => {
    const threshold: Fraction = { comparison: 'more_than', numerator: 2, denominator: 4 }
    expect(countMajority(votes(3, 3), { ...rules, threshold }).reason).toBe('tie')
  })

  test('equal votes below another threshold are no tie', () => {
    const threshold: Fraction = { comparison: 'at_least', numerator: 2, denominator: 3 }
    expect(countMajority(votes(3, 3), { ...rules, threshold, tieRule: 'chair' }, 'yes')).toMatchObject({
      outcome: 'rejected',
      reason: 'threshold_missed',
    })
  })

  test('with "at least one half", four against four are enough', () => {
    const threshold: Fraction = { comparison: 'at_least', numerator: 1, denominator: 2 }
    expect(countMajority(votes(4, 4), { ...rules, threshold }).reason).toBe('threshold_met')
  })

  test('the base may be everybody present, void ballots included, or the whole roll', () => {
    const tally = { entitled: 12, present: 9, yes: 4, no: 3, abstain: 0 }
    expect(countMajority(tally, { ...rules, majorityBase: 'present' }).reason).toBe('threshold_missed')
    expect(countMajority({ ...tally, yes: 6 }, { ...rules, majorityBase: 'roll' }).reason).toBe('threshold_missed')
    expect(countMajority({ ...tally, yes: 7 }, { ...rules, majorityBase: 'roll' }).reason).toBe('threshold_met')
  })

  test('few votes and many abstentions are said whatever the outcome is', () => {
    expect(countMajority(votes(1, 1), rules).flags).toEqual(['few_votes'])
    expect(countMajority(votes(3, 2, 3), rules).flags).toEqual(['many_abstentions'])
    expect(countMajority(votes(3, 2, 2), rules).flags).toEqual([])
    expect(countMajority(votes(0, 3, 0), rules).flags).toEqual([])
    const strict: MajorityRules = { ...rules, quorum: { kind: 'absolute', count: 9 } }
    expect(countMajority(votes(1, 0, 1), strict)).toEqual({
      outcome: 'not_quorate',
      reason: 'quorum_missed',
      flags: ['few_votes', 'many_abstentions'],
    })
  })

  test('an empty roll meets "at least" and misses "more than"', () => {
    const half = { numerator: 1, denominator: 2 }
    expect(isQuorate({ kind: 'fraction', fraction: { comparison: 'at_least', ...half } }, 0, 0)).toBe(true)
    expect(isQuorate({ kind: 'fraction', fraction: { comparison: 'more_than', ...half } }, 0, 0)).toBe(false)
  })

  test('full consensus is what all who answered support, however many are silent', () => {
    const silent = { reservations: 0, abstain: 0, stand_aside: 0, serious_concerns: 0, block: 0 }
    expect(countConsensus({ entitled: 9, support: 5, ...silent }, initialRules).reason).toBe('full_consensus')
    expect(countConsensus({ entitled: 9, support: 5, ...silent, abstain: 1 }, initialRules).reason).toBe(
      'with_reservations',
    )
  })

  test('as much dissent as the rules bear is borne, and where vetoes are shared they are dissent', () => {
    const tally = {
      entitled: 8,
      support: 6,
      reservations: 0,
      abstain: 0,
      stand_aside: 1,
      serious_concerns: 1,
      block: 0,
    }
    expect(countConsensus(tally, initialRules).outcome).toBe('adopted')
    const shared = { ...initialRules, consensus: { ...initialRules.consensus, blockMode: 'share' as const } }
    expect(countConsensus({ ...tally, serious_concerns: 0, block: 1 }, shared).outcome).toBe('adopted')
    expect(countConsensus({ ...tally, support: 5, block: 1 }, shared).reason).toBe('dissent_too_high')
  })

  test('an objection counts as an answer, and stops', () => {
    const quorum = { kind: 'absolute', count: 3 } as const
    expect(countConsent({ entitled: 5, consent: 2, concern: 0, objections: 1 }, quorum).reason).toBe('open_objection')
    expect(countConsent({ entitled: 5, consent: 2, concern: 0, objections: 0 }, quorum).reason).toBe('quorum_missed')
  })

  test('many concerns are said, whatever the outcome is', () => {
    const none = { kind: 'none' } as const
    expect(countConsent({ entitled: 5, consent: 2, concern: 2, objections: 0 }, none).flags).toEqual(['many_concerns'])
    expect(countConsent({ entitled: 5, consent: 0, concern: 1, objections: 1 }, none)).toEqual({
      outcome: 'undecided',
      reason: 'open_objection',
      flags: ['many_concerns'],
    })
    expect(countConsent({ entitled: 5, consent: 3, concern: 2, objections: 0 }, none).flags).toEqual([])
  })

  test('silence: an objection comes first, then whoever was not reached, then too few', () => {
    const silent = { entitled: 12, consent: 1, concern: 0, objections: 0 }
    expect(countSilentConsent({ ...silent, objections: 1 }, 1, 2).reason).toBe('objection')
    expect(countSilentConsent(silent, 1, 2).reason).toBe('unreached')
    expect(countSilentConsent(silent, 0, 2).reason).toBe('too_few_active')
    expect(countSilentConsent(silent, 0, 1)).toMatchObject({ outcome: 'adopted', reason: 'silent_consent' })
  })

  test('numbers too large for a product in floating point are still exact', () => {
    const yes = 6_004_799_503_160_661
    expect(
      countMajority(votes(yes, 3_002_399_751_580_331), {
        ...rules,
        threshold: { comparison: 'at_least', numerator: 2, denominator: 3 },
      }).reason,
    ).toBe('threshold_missed')
  })
})

describe('which ballot counts for a seat, where the table is silent', () => {
  const closing = { closesAt: 12 }
  const from = (by: string, receivedAt: number, choice: string | null): SeatBallot => ({
    by,
    rank: by === 'deputy' || by === 'proxy' || by === 'meeting' ? by : by === 'stranger' ? null : 'principal',
    receivedAt,
    choice,
  })

  test('nobody has said anything', () => {
    expect(countedBallot([], closing)).toEqual({ counted: null, reason: 'not_cast' })
  })

  test('who is recused does not vote, and neither does their deputy', () => {
    const ballots = [from('kaya', 9, 'yes'), from('deputy', 10, 'no')]
    expect(countedBallot(ballots, { ...closing, recused: true })).toEqual({ counted: null, reason: 'void_recused' })
  })

  test('a contested seat does not fall back to deputy or proxy', () => {
    const ballots = [from('kaya', 9, 'yes'), from('joris', 10, 'no'), from('deputy', 8, 'yes')]
    expect(countedBallot(ballots, closing)).toEqual({ counted: null, reason: 'contested' })
  })

  test('what was entered in the meeting wins over what came online later', () => {
    const ballots = [from('meeting', 9, 'yes'), from('kaya', 10, 'no')]
    expect(countedBallot(ballots, closing)).toEqual({ counted: 'yes', reason: 'meeting_entry' })
  })

  test('at the same instant the one that came in later counts', () => {
    const ballots = [from('kaya', 9, 'yes'), from('kaya', 9, 'no')]
    expect(countedBallot(ballots, closing)).toEqual({ counted: 'no', reason: 'latest' })
  })

  test('a deputy comes before a proxy', () => {
    const ballots = [from('proxy', 10, 'yes'), from('deputy', 9, 'no')]
    expect(countedBallot(ballots, closing)).toEqual({ counted: 'no', reason: 'principal_first' })
  })

  test('if nothing counts, the reason is that of the last one', () => {
    expect(countedBallot([from('kaya', 9, null), from('stranger', 10, 'yes')], closing).reason).toBe('unauthorised')
    expect(countedBallot([from('stranger', 9, 'yes'), from('kaya', 13, 'yes')], closing).reason).toBe('late')
  })
})
