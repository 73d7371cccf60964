import type { CountedSeat } from '../ballots/box.ts'
import type { HandCount, Round } from '../rounds/schema.ts'
import { countSilentVotes, countStatutory } from './circular.ts'
import { countSeats, type Sides, sum } from './electorate.ts'
import { type ChairVote, countMajority, type MajorityTally } from './majority.ts'
import { bySeats, isEntitled, type Poll, type Rounded } from './poll.ts'
import type { Facts, Found } from './result.ts'
import { seatTally } from './tally.ts'

/** Yes and no, in whichever channel and electorate (`DOMAIN.md 4.4, 4.8, 4.9`). */
export function voted(poll: Poll, round: Rounded, facts: Facts): Found {
  const hands = handsOf(round, facts)
  if (hands) return byHands(poll, round, hands)
  if (round.preset === 'statutory' || round.preset === 'silent') return withoutRules(poll, round, facts)
  return byRules(poll, round, facts)
}

/** Every seat counts as one: the statute and silence ask whether anybody differs, not how many. */
function withoutRules(poll: Poll, round: Rounded, { unreached }: Facts): Found {
  const { organisations, individuals } = sidesOf(poll, round, nobody)
  const votes = sum(organisations, individuals)
  const { yes, no, abstain } = votes
  const tally = { yes, no, abstain }
  return round.preset === 'statutory'
    ? { ...countStatutory(poll.entitled, votes), tally }
    : { ...countSilentVotes(votes, unreached, round.rules.circular.minActive), tally: { ...tally, unreached } }
}

function byRules(poll: Poll, round: Rounded, { attending }: Facts): Found {
  const rules = bySeats(round) ? round.rules : { ...round.rules, seatPolicy: 'all_equal' as const }
  const there = round.channel === 'meeting' ? attending : nobody
  const taking = sidesOf(poll, round, rules.quorumScope === 'attendance' ? there : nobody)
  const weigh = rules.seatPolicy === 'weighted' ? ({ seat }: CountedSeat) => seat.weight : undefined
  const counted = countSeats(taking, sidesOf(poll, round, there, weigh), rules, chairVote(poll, round))
  const { votes, ...result } = counted
  return { ...result, tally: seatTally(votes, taking, round) }
}

const nobody: ReadonlySet<string> = new Set()

/** Void is taking part in a meeting alone: who hands in an empty paper is there (`DOMAIN.md 4.1 G7`). */
const isPresent = ({ ballot, reason, seat }: CountedSeat, { channel }: Rounded, there: ReadonlySet<string>) =>
  ballot !== null || there.has(seat.id) || (channel === 'meeting' && reason === 'void')

type Weigh = (seat: CountedSeat) => number

function sideOf(seats: CountedSeat[], round: Rounded, there: ReadonlySet<string>, weigh: Weigh): MajorityTally {
  const entitled = seats.filter((seat) => isEntitled(seat, round.rules))
  const total = (which: (seat: CountedSeat) => boolean) =>
    entitled.filter(which).reduce((sum, seat) => sum + weigh(seat), 0)
  return {
    entitled: total(() => true),
    present: total((seat) => isPresent(seat, round, there)),
    yes: total(({ ballot }) => ballot?.choice === 'yes'),
    no: total(({ ballot }) => ballot?.choice === 'no'),
    abstain: total(({ ballot }) => ballot?.choice === 'abstain'),
  }
}

/** Each seat as one, unless it is weighed. */
function sidesOf({ seats }: Poll, round: Rounded, there: ReadonlySet<string>, weigh: Weigh = () => 1): Sides {
  const { person = [], body = [] } = Object.groupBy(seats, ({ seat }) => (seat.kind === 'person' ? 'person' : 'body'))
  return {
    organisations: sideOf(body, round, there, weigh),
    individuals: sideOf(person, round, there, weigh),
  }
}

/** Where the rules let the chair settle a tie, the chair is whoever opened the round: fixed before anybody answers. */
function chairVote({ seats }: Poll, { openedById }: Rounded): ChairVote {
  const own = seats.find(({ saidBy }) => saidBy.includes(openedById))?.ballot?.choice
  return own === 'yes' || own === 'no' ? own : null
}

/** Raised hands have no names, so they tell nothing of kinds and weights of seats, nor of what the chair said. */
export const handsDecide = ({ electorate, seatPolicy, tieRule }: Round['rules']): boolean =>
  tieRule !== 'chair' && (electorate === 'persons' || seatPolicy === 'all_equal' || seatPolicy === 'org_only')

/** The numbers that were counted in the meeting, if they decide. */
export const handsOf = ({ method, channel, rules }: Rounded, { hands }: Facts): HandCount | null =>
  method === 'majority' && channel === 'meeting' && handsDecide(rules) ? hands : null

/** Where the rules ask for participation, being there is not enough. */
function byHands({ entitled }: Poll, { rules }: Rounded, hands: HandCount): Found {
  const { present, yes, no, abstain, void: spoilt } = hands
  const taking = rules.quorumScope === 'attendance' ? present : yes + no + abstain + spoilt
  const turnout = { entitled, taking, decisive: yes + no }
  const result = countMajority({ entitled, present, yes, no, abstain }, rules, null, turnout)
  return { ...result, tally: { yes, no, abstain, void: spoilt, present } }
}
