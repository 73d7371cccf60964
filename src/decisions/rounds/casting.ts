import { and, desc, eq, gte, lt, ne, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { takeDown } from '../ballots/ledger.ts'
import { ballots, type Choice, ratings } from '../ballots/schema.ts'
import { followAnswer } from '../objections/raising.ts'
import { only } from '../only.ts'
import { type Place, placesOf } from '../seats/places.ts'
import { seatHolders } from '../seats/schema.ts'
import { hasBegun, isOver } from './closing-time.ts'
import { counts, handCounts, type Round, rounds } from './schema.ts'

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
    .select({ hasBegun, isOver, count: counts, endedEarly })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(eq(rounds.id, roundId))
  return only(held ? [held] : [])
}

/** It was counted before its time: nobody was missing, or a meeting takes its place. */
const endedEarly = sql<boolean>`coalesce(${counts.createdAt} < round_closes_at(${rounds.id}), false)`

/** Numbers were taken down in the meeting instead of names. */
export const hasHands = async (tx: Database, roundId: string): Promise<boolean> =>
  (await tx.$count(handCounts, eq(handCounts.roundId, roundId))) > 0

/** Asked when the round is held, so that nobody answers or changes an answer after leaving (`DOMAIN.md 3.8`). */
export const isStillMember = async (tx: Database, { groupId }: Round, personId: string) =>
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
 * What became of an answer: `ahead` before the round begins, `counted` after a count that came early, `hands` where
 * numbers were taken down in the meeting instead of names.
 */
export type Taken = 'cast' | 'late' | 'counted' | 'ahead' | 'hands' | 'no_seat'

/**
 * Every answer is taken down; the latest of a person counts. Too late means that it is kept, but not counted, even when
 * the count has been made meanwhile (`DOMAIN.md 4.1 G6`), by whoever was first at the end; after a count that came early
 * nothing is taken any more.
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
  const { hasBegun, isOver, count, endedEarly } = await holdRound(tx, round.id)
  const places = await placesOf(tx, round.id, personId)
  const place = seatId ? places.find(({ seat }) => seat.id === seatId) : places[0]
  if (!place || !(await mayStillAnswer(tx, round, { ...place, seatId: place.seat.id }))) return 'no_seat'
  if (endedEarly && !isOver) return 'counted'
  if (!hasBegun) return 'ahead'
  if (isOver || count) return castLate(tx, round, place, answer)
  if (await hasHands(tx, round.id)) return 'hands'
  return castInTime(tx, record, round, place, answer)
}

/** A vote that was handed over goes with whoever gave it: what was said for them stays (`DOMAIN.md 4.2 R4`). */
export async function mayStillAnswer(
  tx: Database,
  round: Round,
  { seatId, personId, rank }: Pick<Place, 'personId' | 'rank'> & { seatId: string },
): Promise<boolean> {
  if (!(await isStillMember(tx, round, personId))) return false
  if (rank !== 'proxy') return true
  const principals = await tx
    .select({ id: seatHolders.personId })
    .from(seatHolders)
    .where(and(eq(seatHolders.seatId, seatId), eq(seatHolders.rank, 'principal')))
  const here = await Promise.all(principals.map(({ id }) => isStillMember(tx, round, id)))
  return here.includes(true)
}

const from = ({ seat, personId }: Place) =>
  and(eq(ballots.seatId, seat.id), eq(ballots.castById, personId), ne(ballots.rank, 'meeting'))

const voice = ({ seat, personId, rank }: Place) => ({ seatId: seat.id, personId, rank })

const roundEnd = ({ id }: Round) => sql<Date>`round_closes_at(${id})`

/** Each different one is kept, however often it is sent; an answer given in time cannot be taken back any more. */
async function castLate(tx: Database, round: Round, place: Place, answer: Answer): Promise<'late'> {
  if (answer.choice !== null && !(await isRepeated(tx, round, place, answer))) {
    await takeDown(tx, round, voice(place), answer)
  }
  return 'late'
}

async function isRepeated(tx: Database, round: Round, place: Place, answer: Answer): Promise<boolean> {
  const [latest] = await tx
    .select({ id: ballots.id, choice: ballots.choice, reason: ballots.reason })
    .from(ballots)
    .where(and(from(place), gte(ballots.receivedAt, roundEnd(round))))
    .orderBy(desc(ballots.seq))
    .limit(1)
  if (latest?.choice !== answer.choice || latest.reason !== answer.reason) return false
  const said = await tx.select().from(ratings).where(eq(ratings.ballotId, latest.id))
  return said.every(({ optionId, resistance }) => answer.ratings?.[optionId] === resistance)
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
  await followAnswer(tx, record, round, { ownerId: place.personId, seatId: place.seat.id }, answer)
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
