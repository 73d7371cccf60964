import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
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

/** Asked when the round is held, so that nobody answers or changes an answer after leaving (`DOMAIN.md 3.8`). */
const isStillMember = async (tx: Database, { groupId }: Round, personId: string) =>
  (await tx.$count(
    memberships,
    and(
      eq(memberships.groupId, groupId),
      eq(memberships.personId, personId),
      eq(memberships.standing, 'member'),
      inForce(dayOf(new Date())),
    ),
  )) > 0

/**
 * One answer per seat; a later one takes the place of the earlier one. Too late means that the first one is kept, but
 * not counted (`DOMAIN.md 4.1 G6`). Once it is counted nothing is taken any more.
 */
export async function cast(
  tx: Database,
  record: RecordEvent,
  round: Round,
  personId: string,
  answer: Answer,
): Promise<'cast' | 'late' | 'counted' | 'no_seat'> {
  const { isOver, count } = await holdRound(tx, round.id)
  const seat = await seatOf(tx, round.id, personId)
  if (!seat || !(await isStillMember(tx, round, personId))) return 'no_seat'
  if (count) return 'counted'
  const ballot = { seatId: seat.id, roundId: round.id, castById: personId, ...answer }
  return isOver ? castLate(tx, ballot) : castInTime(tx, record, round, ballot)
}

type Cast = Answer & { seatId: string; roundId: string; castById: string }

async function castLate(tx: Database, ballot: Cast): Promise<'late'> {
  const isFirst = (await tx.$count(lateBallots, eq(lateBallots.seatId, ballot.seatId))) === 0
  if (isFirst) await tx.insert(lateBallots).values(ballot)
  return 'late'
}

async function castInTime(tx: Database, record: RecordEvent, round: Round, ballot: Cast): Promise<'cast'> {
  const { choice, reason } = ballot
  const isFirst = (await tx.$count(ballots, eq(ballots.seatId, ballot.seatId))) === 0
  const castAt = sql`now()`
  await tx
    .insert(ballots)
    .values({ ...ballot, castAt })
    .onConflictDoUpdate({ target: ballots.seatId, set: { choice, reason, castAt } })
  if (isFirst) await recordAnswer(record, round, ballot.castById)
  return 'cast'
}

/** That somebody has answered may be known, how may not; nor that they have thought again. */
const recordAnswer = (record: RecordEvent, { id, groupId, title }: Round, actorId: string) =>
  record({ kind: 'round.answered', groupId, actorId, subjectId: id, facts: { title } })
