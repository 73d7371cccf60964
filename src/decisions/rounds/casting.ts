import { and, eq, gte, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { ballots, type Choice } from '../ballots/schema.ts'
import { only } from '../only.ts'
import { type Place, placesOf } from '../seats/places.ts'
import { isOver } from './closing-time.ts'
import { counts, type Round, rounds } from './schema.ts'

export interface Answer {
  choice: Choice
  reason: string
}

export const choices = {
  consent: ['consent', 'concern', 'objection'],
  majority: ['yes', 'no', 'abstain'],
  consensus: ['support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block'],
  systemic_consensing: ['rated'],
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
 * Every answer is taken down; the latest of a person counts. Too late means that it is kept, but not counted, even when
 * the count has been made meanwhile (`DOMAIN.md 4.1 G6`); after a count that came early nothing is taken any more.
 */
export async function cast(
  tx: Database,
  record: RecordEvent,
  round: Round,
  personId: string,
  answer: Answer,
): Promise<'cast' | 'late' | 'counted' | 'no_seat'> {
  const { isOver, count } = await holdRound(tx, round.id)
  const [place] = await placesOf(tx, round.id, personId)
  if (!place || !(await isStillMember(tx, round, personId))) return 'no_seat'
  if (count && !isOver) return 'counted'
  const ballot = { ...answer, castById: personId, roundId: round.id, method: round.method }
  return isOver ? castLate(tx, place, ballot) : castInTime(tx, record, round, place, ballot)
}

type Cast = Omit<typeof ballots.$inferInsert, 'seatId' | 'rank'>

/** The first one is kept. */
async function castLate(tx: Database, { seat, rank }: Place, ballot: Cast): Promise<'late'> {
  const from = and(eq(ballots.seatId, seat.id), eq(ballots.castById, ballot.castById))
  const isFirst = (await tx.$count(ballots, and(from, gte(ballots.receivedAt, roundEnd(ballot.roundId))))) === 0
  if (isFirst) await tx.insert(ballots).values({ ...ballot, seatId: seat.id, rank })
  return 'late'
}

const roundEnd = (roundId: string) => sql<Date>`round_closes_at(${roundId})`

async function castInTime(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { seat, rank }: Place,
  ballot: Cast,
): Promise<'cast'> {
  const from = and(eq(ballots.seatId, seat.id), eq(ballots.castById, ballot.castById))
  const isFirst = (await tx.$count(ballots, from)) === 0
  await tx.insert(ballots).values({ ...ballot, seatId: seat.id, rank, receivedAt: sql`now()` })
  if (isFirst) await recordAnswer(record, round, ballot.castById)
  return 'cast'
}

/** That somebody has answered may be known, how may not; nor that they have thought again. */
const recordAnswer = (record: RecordEvent, { id, groupId, title }: Round, actorId: string) =>
  record({ kind: 'round.answered', groupId, actorId, subjectId: id, facts: { title } })
