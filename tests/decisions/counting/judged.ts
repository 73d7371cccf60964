import type { Choice } from '#src/decisions/ballots/schema.ts'
import type { Result } from '#src/decisions/counting/result.ts'
import { fillUp, type SeatStory, several } from './boxes.ts'
import { cell, number } from './cells.ts'
import type { Row } from './tables.ts'

/** What a row expects beside what the product says. */
export interface Judged {
  expected: unknown
  actual: unknown
}

export const outcomes = (row: Row, { outcome, reason }: Pick<Result, 'outcome' | 'reason'>): Judged => ({
  expected: { outcome: cell(row, 'Outcome'), reason: cell(row, 'Reason') },
  actual: { outcome, reason },
})

/** As many seats as a column says, each with the same answer. */
export const say = (row: Row, columns: Record<string, Choice>): SeatStory[] =>
  Object.entries(columns).flatMap(([name, said]) => several(number(row, name), { said }))

/** The whole roll: those who say nothing too. */
export function rolled(row: Row, seats: SeatStory[], entitled = number(row, 'N')): SeatStory[] {
  if (seats.length > entitled) throw new Error(`${row.name}: ${seats.length} answers of ${entitled} seats`)
  return fillUp(entitled, seats)
}
