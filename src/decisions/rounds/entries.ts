import { and, asc, eq, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { groups } from '../../groups/schema.ts'
import { type Person, people } from '../../identity/schema.ts'
import { citation } from '../register/citation.ts'
import {
  type Ballot,
  ballots,
  type Count,
  counts,
  type Decision,
  decisions,
  lateBallots,
  type Round,
  rounds,
  seatLosses,
  seats,
} from '../schema.ts'
import { isOver } from './closing-time.ts'

export type Named = Pick<Person, 'id' | 'name'>

/** A round with how far it has come. Says how many have answered, never how. */
export interface RoundEntry {
  round: Round
  count: Count | null
  decision: Decision | null
  /** The number of the decision that it became. */
  cited: string | null
  openedBy: string
  countedBy: string | null
  /** By the clock of the database: the closing time is reached. */
  isOver: boolean
  /** Seats still on the roll. */
  entitled: number
  answered: number
}

export interface SeatEntry {
  id: string
  holder: Named
  hasAnswered: boolean
  /** Why it left the roll, if it did. */
  lost: string | null
}

export type OwnAnswer = Pick<Ballot, 'choice' | 'reason' | 'castAt'>

export interface NamedAnswer extends OwnAnswer {
  holder: Named
}

const stillOnRoll = (db: Database) =>
  and(
    eq(seats.roundId, rounds.id),
    notExists(db.select({ id: seatLosses.seatId }).from(seatLosses).where(eq(seatLosses.seatId, seats.id))),
  )

const counter = alias(people, 'counter')

const rows = (db: Database) =>
  db
    .select({
      round: rounds,
      count: counts,
      decision: decisions,
      prefix: groups.prefix,
      openedBy: people.name,
      countedBy: counter.name,
      isOver,
      entitled: db.$count(seats, stillOnRoll(db)),
      answered: db.$count(ballots, eq(ballots.roundId, rounds.id)),
    })
    .from(rounds)
    .innerJoin(groups, eq(groups.id, rounds.groupId))
    .innerJoin(people, eq(people.id, rounds.openedById))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .leftJoin(counter, eq(counter.id, counts.countedById))
    .leftJoin(decisions, eq(decisions.roundId, rounds.id))
    .$dynamic()

/** Rounds as the caller narrows and orders them. */
export async function roundEntries(db: Database, which: SQL | undefined, ...order: SQL[]): Promise<RoundEntry[]> {
  const found = await rows(db)
    .where(which)
    .orderBy(...order)
  return found.map(({ prefix, ...entry }) => ({
    ...entry,
    cited: entry.decision && citation(prefix, entry.decision.year, entry.decision.number),
  }))
}

export async function findRound(db: Database, groupId: string, id: string): Promise<RoundEntry | null> {
  const [entry] = await roundEntries(db, and(eq(rounds.groupId, groupId), eq(rounds.id, id)))
  return entry ?? null
}

/** Not counted yet, the one that closes next on top. */
export const openRounds = (db: Database, groupId: string): Promise<RoundEntry[]> =>
  roundEntries(db, and(eq(rounds.groupId, groupId), isNull(counts.roundId)), asc(rounds.closesAt))

/** Everybody on the roll may see who is entitled and who has answered. */
export const rollOf = (db: Database, roundId: string): Promise<SeatEntry[]> =>
  db
    .select({
      id: seats.id,
      holder: { id: people.id, name: people.name },
      hasAnswered: sql<boolean>`${ballots.seatId} is not null`,
      lost: seatLosses.reason,
    })
    .from(seats)
    .innerJoin(people, eq(people.id, seats.holderId))
    .leftJoin(ballots, eq(ballots.seatId, seats.id))
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .where(eq(seats.roundId, roundId))
    .orderBy(byName(people.name))

export async function ownAnswer(db: Database, roundId: string, personId: string): Promise<OwnAnswer | null> {
  const [own] = await db
    .select({ choice: ballots.choice, reason: ballots.reason, castAt: ballots.castAt })
    .from(ballots)
    .innerJoin(seats, eq(seats.id, ballots.seatId))
    .where(and(eq(ballots.roundId, roundId), eq(seats.holderId, personId)))
  return own ?? null
}

/** Who answered how: nothing at all before the count (`SECURITY.md S-77`). */
export const answersOf = (db: Database, roundId: string): Promise<NamedAnswer[]> =>
  db
    .select({
      holder: { id: people.id, name: people.name },
      choice: ballots.choice,
      reason: ballots.reason,
      castAt: ballots.castAt,
    })
    .from(ballots)
    .innerJoin(counts, eq(counts.roundId, ballots.roundId))
    .innerJoin(seats, eq(seats.id, ballots.seatId))
    .innerJoin(people, eq(people.id, seats.holderId))
    .where(eq(ballots.roundId, roundId))
    .orderBy(byName(people.name))

/** Came too late: kept and shown after the count, never counted (`DOMAIN.md 4.1 G6`). */
export const lateAnswersOf = (db: Database, roundId: string): Promise<NamedAnswer[]> =>
  db
    .select({
      holder: { id: people.id, name: people.name },
      choice: lateBallots.choice,
      reason: lateBallots.reason,
      castAt: lateBallots.receivedAt,
    })
    .from(lateBallots)
    .innerJoin(people, eq(people.id, lateBallots.castById))
    .where(eq(lateBallots.roundId, roundId))
    .orderBy(asc(lateBallots.receivedAt))
