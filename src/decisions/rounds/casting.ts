import { and, desc, eq, gte, lt, ne, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { takeDown } from '../ballots/ledger.ts'
import { ballots, type Choice } from '../ballots/schema.ts'
import { followAnswer } from '../objections/raising.ts'
import { only } from '../only.ts'
import { type Place, placesOf } from '../seats/places.ts'
import { hasBegun, isOver } from './closing-time.ts'
import { counts, type Round, rounds } from './schema.ts'

export interface Answer {
  /** Null takes back what one has said. */
  choice: Choice | null
  reason: string
  /** Option id → resistance, where options are rated. */
  ratings?: Readonly<Record<string, number>>
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
    .select({ hasBegun, isOver, count: counts })
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

/** What became of an answer: `ahead` before the round begins, `counted` after a count that came early. */
export type Taken = 'cast' | 'late' | 'counted' | 'ahead' | 'no_seat'

/**
 * Every answer is taken down; the latest of a person counts. Too late means that it is kept, but not counted, even when
 * the count has been made meanwhile (`DOMAIN.md 4.1 G6`); after a count that came early nothing is taken any more.
 * Whoever may answer for several seats says for which.
 */
export async function cast(
  tx: Database,
  record: RecordEvent,
  round: Round,
  personId: string,
  answer: Answer,
  seatId?: string,
): Promise<Taken> {
  const { hasBegun, isOver, count } = await holdRound(tx, round.id)
  const places = await placesOf(tx, round.id, personId)
  const place = seatId ? places.find(({ seat }) => seat.id === seatId) : places[0]
  if (!place || !(await isStillMember(tx, round, personId))) return 'no_seat'
  if (count && !isOver) return 'counted'
  if (!hasBegun) return 'ahead'
  return isOver ? castLate(tx, round, place, answer) : castInTime(tx, record, round, place, answer)
}

const from = ({ seat, personId }: Place) =>
  and(eq(ballots.seatId, seat.id), eq(ballots.castById, personId), ne(ballots.rank, 'meeting'))

const voice = ({ seat, personId, rank }: Place) => ({ seatId: seat.id, personId, rank })

const roundEnd = ({ id }: Round) => sql<Date>`round_closes_at(${id})`

/** The first one is kept; an answer that was given in time cannot be taken back any more. */
async function castLate(tx: Database, round: Round, place: Place, answer: Answer): Promise<'late'> {
  const isFirst = (await tx.$count(ballots, and(from(place), gte(ballots.receivedAt, roundEnd(round))))) === 0
  if (isFirst && answer.choice !== null) await takeDown(tx, round, voice(place), answer)
  return 'late'
}

async function castInTime(
  tx: Database,
  record: RecordEvent,
  round: Round,
  place: Place,
  answer: Answer,
): Promise<'cast'> {
  const [latest] = await tx
    .select({ choice: ballots.choice })
    .from(ballots)
    .where(and(from(place), lt(ballots.receivedAt, roundEnd(round))))
    .orderBy(desc(ballots.seq))
    .limit(1)
  if (answer.choice === null && !latest?.choice) return 'cast'
  await takeDown(tx, round, voice(place), answer, sql`now()`)
  await followAnswer(tx, record, round, place.personId, answer)
  if (!latest || answer.choice === null || latest.choice === null) await recordAnswer(record, round, place, answer)
  return 'cast'
}

/** Whether somebody has answered may be known, how may not; nor that they have thought again. */
const recordAnswer = (
  record: RecordEvent,
  { id, groupId, title }: Round,
  { personId: actorId }: Place,
  { choice }: Answer,
) =>
  record({
    kind: choice === null ? 'round.retracted' : 'round.answered',
    ...{ groupId, actorId, subjectId: id, facts: { title } },
  })
