import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../only.ts'
import { ballots, type Choice, counts, lateBallots, type Round, rounds, seatLosses, seats } from '../schema.ts'
import { isOver } from './closing-time.ts'

export interface Answer {
  choice: Choice
  reason: string
}

export const choices = {
  consent: ['consent', 'concern', 'objection'],
  majority: ['yes', 'no', 'abstain'],
} as const satisfies Record<Round['method'], Choice[]>

/**
 * Voting and counting take turns on the row of the round. After that the clock of the database says
 * whether an answer may still come (`DOMAIN.md 4.1 G4`).
 */
export async function holdRound(tx: Database, roundId: string) {
  await tx.select({ id: rounds.id }).from(rounds).where(eq(rounds.id, roundId)).for('no key update')
  const [held] = await tx
    .select({ isOver, count: counts })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(eq(rounds.id, roundId))
  return only(held ? [held] : [])
}

/** The seat of this person in this round, if it is still on the roll. */
export async function seatOf(db: Database, roundId: string, personId: string) {
  const [row] = await db
    .select({ seat: seats })
    .from(seats)
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .where(and(eq(seats.roundId, roundId), eq(seats.holderId, personId), isNull(seatLosses.seatId)))
  return row?.seat ?? null
}

/** One answer per seat; a later one takes the place of the earlier one. Too late means kept, but not counted. */
export async function cast(
  tx: Database,
  record: RecordEvent,
  round: Round,
  personId: string,
  answer: Answer,
): Promise<'cast' | 'late' | 'no_seat'> {
  const { isOver, count } = await holdRound(tx, round.id)
  const seat = await seatOf(tx, round.id, personId)
  if (!seat) return 'no_seat'
  const ballot = { seatId: seat.id, roundId: round.id, castById: personId, ...answer }
  if (isOver || count) {
    await tx.insert(lateBallots).values(ballot)
    return 'late'
  }
  const isFirst = (await tx.$count(ballots, eq(ballots.seatId, seat.id))) === 0
  const castAt = sql`now()`
  await tx
    .insert(ballots)
    .values({ ...ballot, castAt })
    .onConflictDoUpdate({ target: ballots.seatId, set: { ...answer, castAt } })
  if (isFirst) await recordAnswer(record, round, personId)
  return 'cast'
}

/** That somebody has answered may be known, how may not; nor that they have thought again. */
const recordAnswer = (record: RecordEvent, { id, groupId, title }: Round, actorId: string) =>
  record({ kind: 'round.answered', groupId, actorId, subjectId: id, facts: { title } })
