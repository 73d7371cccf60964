import { and, asc, eq, isNull, lt, not, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { type Person, people } from '../../identity/schema.ts'
import { ballots, type Choice } from '../ballots/schema.ts'
import { seatsAnswered } from '../ballots/standing.ts'
import { citation } from '../register/citation.ts'
import { type Decision, decisions } from '../register/schema.ts'
import { recusals, seatLosses, seats } from '../seats/schema.ts'
import { closesAt, isOver } from './closing-time.ts'
import { type Count, counts, type Round, rounds } from './schema.ts'

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
  /** Exclusive, extensions included. */
  closesAt: Date
  /** Seats still on the roll that may answer: neither gone nor recused. */
  entitled: number
  answered: number
}

export interface NamedAnswer {
  choice: Choice
  reason: string
  castAt: Date
  seatId: string
  holder: Named
}

const stillOnRoll = (db: Database) =>
  and(
    eq(seats.roundId, rounds.id),
    notExists(db.select({ id: seatLosses.seatId }).from(seatLosses).where(eq(seatLosses.seatId, seats.id))),
    notExists(db.select({ id: recusals.seatId }).from(recusals).where(eq(recusals.seatId, seats.id))),
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
      closesAt,
      entitled: db.$count(seats, stillOnRoll(db)),
      answered: seatsAnswered,
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
  roundEntries(db, and(eq(rounds.groupId, groupId), isNull(counts.roundId)), asc(closesAt))

/** Ballots with the person behind each, whoever's seat it is. */
const named = (db: Database) =>
  db
    .select({
      seatId: ballots.seatId,
      holder: { id: people.id, name: people.name },
      choice: ballots.choice,
      reason: ballots.reason,
      castAt: ballots.receivedAt,
    })
    .from(ballots)
    .innerJoin(people, eq(people.id, ballots.castById))
    .$dynamic()

const given = <Row extends { choice: Choice | null }>(rows: Row[]) =>
  rows.flatMap(({ choice, ...rest }) => (choice === null ? [] : [{ ...rest, choice }]))

const inTime = lt(ballots.receivedAt, sql`round_closes_at(${ballots.roundId})`)

/** Came too late: kept and shown after the count, never counted (`DOMAIN.md 4.1 G6`). */
export const lateAnswersOf = async (db: Database, roundId: string): Promise<NamedAnswer[]> =>
  given(
    await named(db)
      .where(and(eq(ballots.roundId, roundId), not(inTime)))
      .orderBy(asc(ballots.seq)),
  )
