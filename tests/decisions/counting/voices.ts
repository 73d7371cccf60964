import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { Facts } from '#src/decisions/counting/result.ts'
import type { HandCount } from '#src/decisions/rounds/schema.ts'
import type { SeatStory } from './boxes.ts'

type Voices = string[]

const times = (count: number, word: string): Voices => Array.from({ length: count }, () => word)

const many = (voices: Voices, ...words: string[]) => voices.filter((voice) => words.includes(voice)).length

const ofHands = ({ yes, no, abstain }: HandCount): Voices => [
  ...times(yes, 'yes'),
  ...times(no, 'no'),
  ...times(abstain, 'abstain'),
]

const policyOf = ({ rules, preset }: Rounded) =>
  rules.electorate === 'persons' || preset === 'statutory' || preset === 'silent' ? 'all_equal' : rules.seatPolicy

const isHeard = ({ rules }: Rounded, { kind, isRecused, said }: SeatStory) => {
  const isAdvice = rules.electorate === 'seats' && rules.seatPolicy === 'org_only' && kind === 'person'
  return !isRecused && !isAdvice && typeof said === 'string' && said !== 'void'
}

const answersOf = (seats: SeatStory[], round: Rounded): Voices =>
  seats.filter((seat) => isHeard(round, seat)).map(({ said }) => String(said))

/** What individuals who share seats say with one voice. */
function inUnison(voices: Voices, seats: number): Voices {
  if (voices.length === 0) return []
  const lead = many(voices, 'yes') - many(voices, 'no')
  return times(seats, lead > 0 ? 'yes' : lead < 0 ? 'no' : 'abstain')
}

/** Every vote written out as often as it weighs. */
export function votesHeard(seats: SeatStory[], round: Rounded, { hands }: Facts): Voices {
  if (hands) return ofHands(hands)
  const { weights, pooledSeats } = round.rules
  const policy = policyOf(round)
  if (policy === 'pooled') {
    const persons = seats.filter(({ kind }) => kind === 'person')
    const others = seats.filter((seat) => !persons.includes(seat))
    return [...answersOf(others, round), ...inUnison(answersOf(persons, round), pooledSeats)]
  }
  return seats.flatMap((seat) => {
    const often =
      policy === 'weighted' ? (seat.weight ?? 1) * (seat.kind === 'person' ? weights.person : weights.organisation) : 1
    return answersOf([seat], round).flatMap((word) => times(often, word))
  })
}

function* onVotes(seats: SeatStory[], round: Rounded, facts: Facts) {
  if (round.preset === 'silent') return
  const answers = facts.hands ? ofHands(facts.hands) : answersOf(seats, round)
  if (many(answers, 'yes', 'no') < 3) yield 'few_votes'
  const votes = votesHeard(seats, round, facts)
  if (votes.includes('abstain') && many(votes, 'abstain') >= many(votes, 'yes')) yield 'many_abstentions'
}

function* onConsent(seats: SeatStory[], round: Rounded) {
  const words = seats.filter(({ isRecused }) => !isRecused).map(({ said }) => String(said))
  const concerns = many(words, 'concern')
  if (round.preset === 'statutory' && many(words, 'consent', 'concern', 'objection') < 3) yield 'few_votes'
  if (concerns > 0 && concerns - many(words, 'consent') > -1) yield 'many_concerns'
}

/** Whether somebody who has rated everything has much against the option that won. */
function* onRatings(seats: SeatStory[], { rules }: Rounded, winner: number) {
  const whole = seats.flatMap(({ said, isRecused, kind }) => {
    const isAdvice = rules.electorate === 'seats' && rules.seatPolicy === 'org_only' && kind === 'person'
    return Array.isArray(said) && !isRecused && !isAdvice && !said.includes(null) ? [said] : []
  })
  if (whole.some((ratings) => (ratings[winner] ?? 0) >= rules.alertFrom)) yield 'talk_first'
}

/** What has to be said beside the outcome. `winner`: which option was adopted. */
export function flagsHeard(seats: SeatStory[], round: Rounded, facts: Facts, winner: number | null): string[] {
  if (round.method === 'majority') return [...onVotes(seats, round, facts)]
  if (round.method === 'consent') return [...onConsent(seats, round)]
  return round.method === 'systemic_consensing' && winner !== null ? [...onRatings(seats, round, winner)] : []
}
