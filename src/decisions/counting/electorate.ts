import type { Rules } from '../../groups/rules.ts'
import {
  type ChairVote,
  carried,
  countMajority,
  type MajorityResult,
  type MajorityTally,
  type Turnout,
  type Verdict,
} from './majority.ts'

/** Organisations and sending groups on one side, individuals on the other. */
export interface Sides {
  organisations: MajorityTally
  individuals: MajorityTally
}

export type SeatRules = Pick<Rules, 'seatPolicy' | 'weights' | 'pooledSeats'>

const times = ({ entitled, present, yes, no, abstain }: MajorityTally, weight: number): MajorityTally => ({
  entitled: entitled * weight,
  present: present * weight,
  yes: yes * weight,
  no: no * weight,
  abstain: abstain * weight,
})

export const sum = (one: MajorityTally, other: MajorityTally): MajorityTally => ({
  entitled: one.entitled + other.entitled,
  present: one.present + other.present,
  yes: one.yes + other.yes,
  no: one.no + other.no,
  abstain: one.abstain + other.abstain,
})

/** Individuals share some seats: all of these say what the most of them say, and abstain when they are split evenly. */
function pooled({ entitled, present, yes, no, abstain }: MajorityTally, seats: number): MajorityTally {
  return {
    entitled: entitled > 0 ? seats : 0,
    present: present > 0 ? seats : 0,
    yes: yes > no ? seats : 0,
    no: no > yes ? seats : 0,
    abstain: yes === no && yes + no + abstain > 0 ? seats : 0,
  }
}

/** What is weighed against each other: one tally, or two that both have to carry it (`DOMAIN.md 4.9`). */
export function votesBy(
  { seatPolicy, weights, pooledSeats }: SeatRules,
  { organisations, individuals }: Sides,
): MajorityTally[] {
  switch (seatPolicy) {
    case 'org_only':
      return [organisations]
    case 'all_equal':
      return [sum(organisations, individuals)]
    case 'weighted':
      return [sum(times(organisations, weights.organisation), times(individuals, weights.person))]
    case 'pooled':
      return [sum(organisations, pooled(individuals, pooledSeats))]
    case 'dual':
      return [organisations, individuals]
  }
}

/** Seats, not weights: the quorum asks how many take part. Few voices are few answers, also where some share a seat. */
function turnout({ seatPolicy, pooledSeats }: SeatRules, { organisations, individuals }: Sides): Turnout {
  const answering = seatPolicy === 'org_only' ? organisations : sum(organisations, individuals)
  const { entitled, present } =
    seatPolicy === 'pooled' ? sum(organisations, pooled(individuals, pooledSeats)) : answering
  return { entitled, taking: present, decisive: answering.yes + answering.no }
}

/** A majority of the seats as the group has weighed them: the quorum by those taking part, the verdict by their votes. */
export function countSeats(
  taking: Sides,
  voting: Sides,
  rules: Rules,
  chair: ChairVote = null,
): MajorityResult & { votes: MajorityTally[] } {
  const votes = votesBy(rules, voting)
  const result = countMajority(votes.reduce(sum), rules, chair, turnout(rules, taking))
  const verdict = result.outcome === 'not_quorate' ? result : every(votes, rules, chair)
  return { ...result, ...verdict, votes }
}

/** The first side that does not carry it says why; a chair's vote is told where it was needed. */
function every(votes: MajorityTally[], rules: Rules, chair: ChairVote): Verdict {
  const verdicts = votes.map((side) => carried(side, rules, chair))
  return (
    verdicts.find(({ outcome }) => outcome !== 'adopted') ??
    verdicts.find(({ reason }) => reason === 'tie_chair') ?? { outcome: 'adopted', reason: 'threshold_met' }
  )
}
