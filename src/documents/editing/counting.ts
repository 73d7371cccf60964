import type { OpenSeat } from './seat.ts'

/** One numbered message of a seat, waiting to be counted as stored. An answer tells everything that the seat has. */
export interface Receivable {
  seat: OpenSeat
  number: number
  isAnswer: boolean
}

/**
 * Counts a message as stored. The count means that everything up to there is: while something is missing it stands
 * still, until an answer that came later than the last gap is stored.
 */
export function countStored({ seat, number, isAnswer }: Receivable): void {
  const { gaps } = seat
  if (gaps && number > gaps.first && !isAnswer) return
  if (gaps && number > gaps.last) seat.gaps = undefined
  else if (gaps && number > gaps.first) seat.gaps = { ...gaps, first: number + 1 }
  seat.stored = Math.max(seat.stored, number)
}

/** This message could not be stored, because something before it is missing. Answers how often that has happened. */
export function countGap({ seat, number }: Receivable): number {
  const { first, times } = seat.gaps ?? { first: number, times: 0 }
  seat.gaps = { first, last: number, times: times + 1 }
  return times + 1
}
