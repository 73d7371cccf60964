import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Box } from '#src/decisions/ballots/box.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import { type Facts, type Reason, recused, resultOf } from '#src/decisions/counting/result.ts'
import type { Rules } from '#src/groups/rules.ts'
import { boxOf, noFacts, roundWith } from './boxes.ts'
import { type Method, someCase, someSeat } from './cases.ts'
import { pick, type Random, seeded, shuffled, someFraction, someQuorum } from './random.ts'
import { secondOpinion } from './second-opinion.ts'
import { flagsHeard, votesHeard } from './voices.ts'

/** What has to come up among so many tries, or they say too little. */
const everyReason: Record<Method, Reason[]> = {
  consent: [
    ...(['no_answer', 'no_objection', 'objection', 'open_objection', 'procedure_objection', 'quorum_missed'] as const),
    ...(['silent_consent', 'too_few_active', 'unanimity_missed', 'unanimous', 'unreached'] as const),
  ],
  consensus: [
    ...(['block', 'dissent_too_high', 'full_consensus', 'no_support', 'procedure_objection', 'quorum_missed'] as const),
    ...(['support_too_low', 'with_reservations'] as const),
  ],
  systemic_consensing: [
    ...(['lowest_resistance', 'passive_equal', 'passive_lower', 'procedure_objection', 'quorum_missed'] as const),
    ...(['runoff', 'tie_break_high', 'tie_break_max'] as const),
  ],
  majority: [
    ...(['no_decisive_votes', 'objection', 'procedure_objection', 'quorum_missed', 'silent_consent'] as const),
    ...(['threshold_met', 'threshold_missed', 'tie', 'tie_chair', 'too_few_active'] as const),
    ...(['unanimity_missed', 'unanimous', 'unreached'] as const),
  ],
}

const told = ({ outcome, reason, chosenId }: ReturnType<typeof resultOf>) =>
  outcome === 'adopted' && chosenId ? `${outcome}/${reason}/${chosenId.replace('option-', '')}` : `${outcome}/${reason}`

type Case = ReturnType<typeof someCase>

/** Everything that two who count can say of a round. */
function counted({ round, seats, facts }: Case) {
  const result = resultOf(boxOf(seats, round.rules), round, facts)
  const { yes = 0, no = 0, abstain = 0 } = result.tally
  return {
    reason: result.reason,
    told: told(result),
    flags: result.flags,
    votes: isVote(round) ? { yes, no, abstain } : null,
  }
}

function heard({ round, seats, facts }: Case) {
  const second = secondOpinion(seats, round, facts)
  const winner = second.match(/^adopted\/.*\/(\d+)$/)?.[1]
  const flags = flagsHeard(seats, round, facts, winner === undefined ? null : Number(winner))
  const votes = isVote(round) ? { yes: 0, no: 0, abstain: 0, ...tallied(votesHeard(seats, round, facts)) } : null
  return { told: second, flags, votes }
}

const isVote = ({ method }: Rounded) => method === 'majority'

const tallied = (votes: string[]) =>
  Object.fromEntries([...Map.groupBy(votes, (vote) => vote)].map(([vote, all]) => [vote, all.length]))

const tries = 10_000

describe.each(['consent', 'consensus', 'systemic_consensing', 'majority'] as const)(
  '%s, tried many times',
  (method) => {
    test('an independent count agrees, whatever the rules, the channel and the seats are', () => {
      const random = seeded(method.length)
      const reasons = new Set<string>()
      for (let turn = 0; turn < tries; turn++) {
        const one = someCase(random, method)
        const { reason, ...is } = counted(one)
        const second = heard(one)
        if (!isDeepStrictEqual(is, second)) expect({ turn, ...one, is }).toEqual(second)
        reasons.add(reason)
      }
      expect([...reasons].sort()).toEqual(everyReason[method])
    })

    test('the order of the answers does not matter', () => {
      const random = seeded(method.length + 100)
      for (let turn = 0; turn < 2_000; turn++) {
        const { round, seats, facts } = someCase(random, method)
        const box = boxOf(seats, round.rules)
        const other = { ...box, seats: shuffled(random, box.seats), cast: shuffled(random, box.cast) }
        const [one, two] = [box, other].map((box) => JSON.stringify(resultOf(box, round, facts)))
        if (one !== two) expect(two).toBe(one)
      }
    })
  },
)

test('a conflict of interest found later counts as if it had been known from the beginning', () => {
  const random = seeded(31)
  for (let turn = 0; turn < 4_000; turn++) {
    const method = pick(random, ['consent', 'consensus', 'systemic_consensing', 'majority'] as const)
    const { round, seats, facts } = someCase(random, method)
    const late = seats.map((seat) => ({ ...seat, isRecused: seat.isRecused || random(3) === 0 }))
    const ids = new Set(late.flatMap(({ isRecused }, at) => (isRecused ? [`seat-${at}`] : [])))
    const again = resultOf(recused(boxOf(seats, round.rules), round.rules, ids), round, facts)
    const known = resultOf(boxOf(late, round.rules), round, facts)
    if (!isDeepStrictEqual(again, known)) expect({ round, seats, ids, again }).toEqual(known)
  }
})

test('raised hands come to the same as the same votes by name', () => {
  const random = seeded(37)
  const reasons = new Set<string>()
  for (let turn = 0; turn < 4_000; turn++) {
    const { round: any, seats, facts } = someCase(random, 'majority')
    const rules = { ...any.rules, electorate: 'persons', tieRule: 'reject' } as const
    const round = { ...any, rules, channel: 'meeting', preset: null } as const
    const box = boxOf(
      seats.filter(({ isRecused }) => !isRecused),
      rules,
    )
    const { tally, ...byName } = resultOf(box, round, { ...facts, hands: null })
    const spoilt = box.seats.filter(({ reason }) => reason === 'void').length
    const { yes = 0, no = 0, abstain = 0 } = tally
    const shown = { roundId: 'round', enteredById: 'minutes', createdAt: new Date(0), yes, no, abstain, void: spoilt }
    const hands = { ...shown, present: presentIn(box, facts) }
    const { tally: _, ...byHands } = resultOf(box, round, { ...facts, hands })
    if (!isDeepStrictEqual(byHands, byName)) expect({ round, seats, byHands }).toEqual(byName)
    reasons.add(byHands.reason)
  }
  expect(reasons).toEqual(new Set(['quorum_missed', 'no_decisive_votes', 'threshold_met', 'threshold_missed', 'tie']))
})

/** Who was there, whether they answered or not. */
const presentIn = ({ seats }: Box, { attending }: Facts) =>
  seats.filter(({ seat, ballot, reason }) => attending.has(seat.id) || ballot !== null || reason === 'void').length

describe('one voice more', () => {
  const rulesWithoutRoll = (random: Random): Partial<Rules> => ({
    ...{ quorum: someQuorum(random), threshold: someFraction(random) },
    majorityBase: pick(random, ['yes_no', 'yes_no_abstain', 'roll']),
  })

  test('a yes never turns an adopted majority into anything else', () => {
    const random = seeded(13)
    for (let turn = 0; turn < tries; turn++) {
      const round = roundWith(rulesWithoutRoll(random))
      const seats = Array.from({ length: 1 + random(9) }, () => someSeat(random, round, 0))
      const silent = seats.findIndex(({ said }) => said === undefined)
      const louder = seats.map((seat, at) => (at === silent ? { ...seat, said: 'yes' as const } : seat))
      const [before, after] = [seats, louder].map((some) => resultOf(boxOf(some, round.rules), round, noFacts).outcome)
      if (before === 'adopted' && after !== 'adopted') expect({ round, seats }).toBe('adopted')
    }
  })

  test('less resistance never takes the place away from the option that has won', () => {
    const random = seeded(17)
    for (let turn = 0; turn < tries; turn++) {
      const { round, seats, facts } = someCase(random, 'systemic_consensing')
      const { outcome, chosenId } = resultOf(boxOf(seats, round.rules), round, facts)
      const at = Number(chosenId?.replace('option-', ''))
      if (outcome !== 'adopted') continue
      const softer = seats.map((seat) =>
        Array.isArray(seat.said)
          ? { ...seat, said: seat.said.map((value, nth) => (nth === at && value ? value - 1 : value)) }
          : seat,
      )
      const after = resultOf(boxOf(softer, round.rules), round, facts)
      if (after.chosenId !== chosenId) expect({ round, seats, after }).toBe(chosenId)
    }
  })
})
