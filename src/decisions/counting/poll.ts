import type { Box, CountedSeat, Said } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import type { Round } from '../rounds/schema.ts'

/** What of a round decides how it is counted. */
export type Rounded = Pick<Round, 'method' | 'channel' | 'preset' | 'rules' | 'openedById'>

/** The seats that have a vote, with what counts for each. */
export interface Poll {
  seats: CountedSeat[]
  /** `N`. */
  entitled: number
  answers: Said[]
}

/** Whoever was reached and says nothing agrees: by circular alone, with its period and its reminders (`DOMAIN.md 4.6`). */
export const isSilent = ({ preset }: Pick<Round, 'preset'>): boolean => preset === 'silent'

/** Consent and consensus ask persons, whatever seats there are (`DOMAIN.md 4.9`). */
export const bySeats = ({ method, rules }: Rounded): boolean =>
  rules.electorate === 'seats' && (method === 'majority' || method === 'systemic_consensing')

/** Where organisations alone decide, individuals advise: no seat of theirs is counted. */
const hasVote = ({ seat }: CountedSeat, round: Rounded) =>
  !bySeats(round) || round.rules.seatPolicy !== 'org_only' || seat.kind !== 'person'

export const isEntitled = ({ isRecused }: CountedSeat, { recusedInQuorum }: Round['rules']): boolean =>
  !isRecused || recusedInQuorum === 'include'

export function pollOf({ seats: all }: Box, round: Rounded): Poll {
  const seats = all.filter((seat) => hasVote(seat, round))
  const entitled = seats.filter((seat) => isEntitled(seat, round.rules)).length
  return { seats, entitled, answers: seats.flatMap(({ ballot }) => (ballot ? [ballot] : [])) }
}

export const said = (answers: Said[], choice: Choice): number =>
  answers.filter((answer) => answer.choice === choice).length
