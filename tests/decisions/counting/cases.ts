import { levels } from '#src/decisions/counting/consensus.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { Facts } from '#src/decisions/counting/result.ts'
import type { HandCount } from '#src/decisions/rounds/schema.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import { noFacts, optionsOf, roundWith, type SeatStory } from './boxes.ts'
import { list, pick, type Random, someFraction, someQuorum } from './random.ts'

export type Method = Rounded['method']

const words = {
  consent: ['consent', 'consent', 'concern', 'objection'],
  consensus: [...levels, 'support', 'support', 'reservations'],
  majority: ['yes', 'no', 'abstain'],
} as const

/** Levels and ratings say neither whether everybody agrees nor whether anybody objects. */
const presets = {
  consent: ['rules', 'statutory', 'silent'],
  consensus: ['rules'],
  systemic_consensing: ['rules'],
  majority: ['rules', 'statutory', 'silent'],
} as const

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
    alertFrom: 4 + random(7),
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

export function someSeat(random: Random, { method, channel }: Rounded, options: number): SeatStory {
  const isSilent = random(4) === 0
  return {
    kind: pick(random, ['person', 'person', 'organisation', 'group']),
    weight: 1 + random(2),
    isRecused: random(8) === 0,
    ...(!isSilent && { said: someSaid(random, method, options) }),
    ...(channel === 'meeting' && random(10) === 0 && { said: 'void' }),
  }
}

/** Only where they can be entered: nobody knows whose hand it was. */
function someHands(random: Random, { method, channel, rules }: Rounded): HandCount | null {
  const isOfKinds = rules.electorate === 'seats' && ['weighted', 'pooled', 'dual'].includes(rules.seatPolicy)
  const isPossible = method === 'majority' && channel === 'meeting' && !isOfKinds && rules.tieRule === 'reject'
  if (!isPossible || random(3) > 0) return null
  const [yes, no, abstain, spoilt] = [random(6), random(6), random(4), random(3)]
  const present = yes + no + abstain + spoilt + random(3)
  return {
    ...{ roundId: 'round', enteredById: 'minutes', createdAt: new Date(0) },
    present,
    yes,
    no,
    abstain,
    void: spoilt,
  }
}

const someFacts = (random: Random, round: Rounded, active: number, seats: number): Facts => ({
  ...noFacts,
  hands: someHands(random, round),
  options: optionsOf(active),
  procedureObjections: pick(random, [0, 0, 0, 1, 2]),
  unreached: pick(random, [0, 0, 0, 1]),
  attending: new Set(Array.from({ length: seats }, (_, at) => `seat-${at}`).filter(() => random(3) > 0)),
})

/** Rules, channel, seats and whatever else is known of a round, any way they may be. */
export function someCase(random: Random, method: Method) {
  const active = 1 + random(4)
  const round = someRound(random, method)
  const seats = list(random, 11, () => someSeat(random, round, active + 1))
  return { round, seats, facts: someFacts(random, round, active, seats.length) }
}
