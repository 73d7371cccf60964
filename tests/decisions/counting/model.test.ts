import { describe, expect, test } from 'vitest'
import { levels } from '#src/decisions/counting/consensus.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import { type Facts, type Reason, resultOf } from '#src/decisions/counting/result.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import { boxOf, noFacts, optionsOf, roundWith, type SeatStory } from './boxes.ts'
import { list, pick, type Random, seeded, shuffled, someFraction, someQuorum } from './random.ts'
import { secondOpinion } from './second-opinion.ts'

type Method = Rounded['method']

const words = {
  consent: ['consent', 'consent', 'concern', 'objection'],
  consensus: [...levels, 'support', 'support', 'reservations'],
  majority: ['yes', 'no', 'abstain'],
} as const

const presets = {
  consent: ['rules', 'statutory', 'silent'],
  consensus: ['rules', 'statutory'],
  systemic_consensing: ['rules', 'statutory'],
  majority: ['rules', 'statutory', 'silent'],
} as const

/** What has to come up among so many tries, or they say too little. */
const everyReason: Record<Method, Reason[]> = {
  consent: [
    ...(['no_answer', 'no_objection', 'objection', 'open_objection', 'procedure_objection', 'quorum_missed'] as const),
    ...(['silent_consent', 'too_few_active', 'unanimity_missed', 'unanimous', 'unreached'] as const),
  ],
  consensus: [
    ...(['block', 'dissent_too_high', 'full_consensus', 'no_support', 'procedure_objection', 'quorum_missed'] as const),
    ...(['support_too_low', 'unanimity_missed', 'unanimous', 'with_reservations'] as const),
  ],
  systemic_consensing: [
    ...(['lowest_resistance', 'passive_equal', 'passive_lower', 'procedure_objection', 'quorum_missed'] as const),
    ...(['runoff', 'tie_break_high', 'tie_break_max', 'unanimity_missed'] as const),
  ],
  majority: [
    ...(['no_decisive_votes', 'objection', 'procedure_objection', 'quorum_missed', 'silent_consent'] as const),
    ...(['threshold_met', 'threshold_missed', 'tie', 'tie_chair', 'too_few_active'] as const),
    ...(['unanimity_missed', 'unanimous', 'unreached'] as const),
  ],
}

function someRules(random: Random): Partial<Rules> {
  const denominator = 1 + random(6)
  return {
    electorate: pick(random, ['persons', 'seats', 'seats']),
    seatPolicy: pick(random, ['all_equal', 'org_only', 'weighted', 'pooled', 'dual']),
    pooledSeats: 1 + random(4),
    weights: { organisation: 1 + random(4), person: 1 + random(3) },
    quorum: someQuorum(random),
    quorumScope: pick(random, ['attendance', 'participation']),
    recusedInQuorum: pick(random, ['exclude', 'include']),
    majorityBase: pick(random, ['yes_no', 'yes_no_abstain', 'present', 'roll']),
    threshold: random(3) === 0 ? initialRules.threshold : someFraction(random),
    tieRule: pick(random, ['reject', 'chair']),
    consensus: {
      maxDissent: { numerator: random(denominator + 1), denominator },
      blockMode: pick(random, ['single', 'share']),
    },
    circular: {
      ...{ preset: 'rules', minDays: 7, maxExtensions: 1 },
      ...{ procedureObjectionsToStop: 1 + random(3), minActive: random(4) },
    },
  }
}

function someRound(random: Random, method: Method): Rounded {
  const channel = pick(random, ['online', 'circular', 'meeting'] as const)
  const preset = channel === 'circular' ? pick(random, presets[method]) : null
  return roundWith(someRules(random), { method, channel, preset, openedById: `holder-of-seat-${random(4)}` })
}

const someSaid = (random: Random, method: Method, options: number): SeatStory['said'] => {
  if (method !== 'systemic_consensing') return pick(random, words[method])
  const scale = pick(random, [
    [0, 1, 2],
    [0, 4, 8],
    [0, 8],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ])
  return Array.from({ length: options }, () => (random(20) === 0 ? null : pick(random, scale)))
}

function someSeat(random: Random, { method, channel }: Rounded, options: number): SeatStory {
  const isSilent = random(4) === 0
  return {
    kind: pick(random, ['person', 'person', 'organisation', 'group']),
    weight: 1 + random(2),
    isRecused: random(8) === 0,
    ...(!isSilent && { said: someSaid(random, method, options) }),
    ...(channel === 'meeting' && random(10) === 0 && { said: 'void' }),
  }
}

const someFacts = (random: Random, active: number, seats: number): Facts => ({
  ...noFacts,
  options: optionsOf(active),
  procedureObjections: pick(random, [0, 0, 0, 1, 2]),
  unreached: pick(random, [0, 0, 0, 1]),
  attending: new Set(Array.from({ length: seats }, (_, at) => `seat-${at}`).filter(() => random(3) > 0)),
})

function someCase(random: Random, method: Method) {
  const active = 1 + random(4)
  const round = someRound(random, method)
  const seats = list(random, 11, () => someSeat(random, round, active + 1))
  return { round, seats, facts: someFacts(random, active, seats.length) }
}

const told = ({ outcome, reason, chosenId }: ReturnType<typeof resultOf>) =>
  outcome === 'adopted' && chosenId ? `${outcome}/${reason}/${chosenId.replace('option-', '')}` : `${outcome}/${reason}`

const tries = 10_000

describe.each(['consent', 'consensus', 'systemic_consensing', 'majority'] as const)(
  '%s, tried many times',
  (method) => {
    test('an independent count agrees, whatever the rules, the channel and the seats are', () => {
      const random = seeded(method.length)
      const reasons = new Set<string>()
      for (let turn = 0; turn < tries; turn++) {
        const { round, seats, facts } = someCase(random, method)
        const result = resultOf(boxOf(seats, round.rules), round, facts)
        const second = secondOpinion(seats, round, facts)
        if (told(result) !== second) expect({ turn, round, seats, is: told(result) }).toEqual(second)
        reasons.add(result.reason)
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
