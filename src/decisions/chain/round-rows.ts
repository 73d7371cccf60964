import { and, asc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { ballots, countedBallots, ratings } from '../ballots/schema.ts'
import { closesAt } from '../rounds/closing-time.ts'
import { counts, handCounts, roundExtensions, roundOptions, rounds, talkNotes } from '../rounds/schema.ts'
import { attendances, recusals, seatHolders, seatLosses, seats } from '../seats/schema.ts'
import type { Plain } from './canonical.ts'

/** Rules as they were copied: what is filled in when they are read was no part of them, and they may be none at all. */
const { rules, ...columns } = getTableColumns(rounds)
const storedRules = sql<Plain>`${rules}`

/** Each of these rounds with the one row that there may be of everything else. */
export const heads = (db: Database, ids: string[]) =>
  db
    .select({ round: columns, rules: storedRules, end: closesAt, count: counts, hands: handCounts, talk: talkNotes })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .leftJoin(handCounts, eq(handCounts.roundId, rounds.id))
    .leftJoin(talkNotes, eq(talkNotes.roundId, rounds.id))
    .where(inArray(rounds.id, ids))

export type Head = Awaited<ReturnType<typeof heads>>[number]

const earlier = alias(rounds, 'earlier')

/** Deciding round → those before it on the same proposal, the first one first. */
export async function roundsBefore(db: Database, ids: string[]): Promise<Map<string, string[]>> {
  const found = await db
    .select({ id: rounds.id, before: earlier.id })
    .from(rounds)
    .innerJoin(earlier, and(eq(earlier.proposalId, rounds.proposalId), lt(earlier.number, rounds.number)))
    .where(inArray(rounds.id, ids))
    .orderBy(asc(earlier.number))
  const byRound = Map.groupBy(found, ({ id }) => id)
  return new Map([...byRound].map(([id, rows]) => [id, rows.map(({ before }) => before)]))
}

const byRound = <T extends { roundId: string }>(rows: T[]) => Map.groupBy(rows, ({ roundId }) => roundId)

/** Who could answer, and who was there. */
async function rollOf(db: Database, ids: string[]) {
  const lost = await db
    .select({ roundId: seats.roundId, seatId: seats.id, reason: seatLosses.reason })
    .from(seatLosses)
    .innerJoin(seats, eq(seats.id, seatLosses.seatId))
    .where(inArray(seats.roundId, ids))
  return {
    sat: byRound(await db.select().from(seats).where(inArray(seats.roundId, ids)).orderBy(asc(seats.id))),
    held: byRound(await db.select().from(seatHolders).where(inArray(seatHolders.roundId, ids))),
    present: byRound(await db.select().from(attendances).where(inArray(attendances.roundId, ids))),
    biased: byRound(await db.select().from(recusals).where(inArray(recusals.roundId, ids))),
    lost: byRound(lost),
  }
}

/** What was asked and answered. What came too late changes nothing, and may still come when a decision stands. */
async function answersOf(db: Database, ids: string[]) {
  const longer = db.select().from(roundExtensions).where(inArray(roundExtensions.roundId, ids))
  const inTime = lt(ballots.receivedAt, sql`round_closes_at(${ballots.roundId})`)
  const said = db
    .select()
    .from(ballots)
    .where(and(inArray(ballots.roundId, ids), inTime))
  return {
    options: byRound(await db.select().from(roundOptions).where(inArray(roundOptions.roundId, ids))),
    longer: byRound(await longer.orderBy(asc(roundExtensions.number))),
    said: byRound(await said.orderBy(asc(ballots.seq))),
    /** Of each answer. */
    rated: Map.groupBy(
      await db.select().from(ratings).where(inArray(ratings.roundId, ids)),
      ({ ballotId }) => ballotId,
    ),
    counted: byRound(await db.select().from(countedBallots).where(inArray(countedBallots.roundId, ids))),
  }
}

export const rowsOf = async (db: Database, ids: string[]) => ({
  ...(await rollOf(db, ids)),
  ...(await answersOf(db, ids)),
})

export type Rows = Awaited<ReturnType<typeof rowsOf>>

export const sortedBy = <T>(rows: T[] | undefined, key: (row: T) => string): T[] =>
  [...(rows ?? [])].sort((one, other) => (key(one) < key(other) ? -1 : 1))
