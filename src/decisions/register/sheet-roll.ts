import { and, count, eq, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { ballots, countedBallots } from '../ballots/schema.ts'
import { handCounts } from '../rounds/schema.ts'
import { recusals, type Seat, seatHolders, seatLosses, seats } from '../seats/schema.ts'

/** Who was entitled, in numbers alone: open to everybody who may read the decision. */
export interface RollNumbers {
  /** As it was at opening. */
  seats: { kind: Seat['kind']; count: number }[]
  lost: number
  /** How many with which conflict of interest, never who (`DOMAIN.md 7 A9`). */
  recused: { category: string; count: number }[]
  proxies: number
  /** Why answers did not count, as far as there were any. */
  fallen: { reason: string; count: number }[]
  late: number
}

const kindsOf = (db: Database, roundId: string) =>
  db.select({ kind: seats.kind, count: count() }).from(seats).where(eq(seats.roundId, roundId)).groupBy(seats.kind)

const recusedIn = (db: Database, roundId: string) =>
  db
    .select({ category: recusals.category, count: count() })
    .from(recusals)
    .where(eq(recusals.roundId, roundId))
    .groupBy(recusals.category)
    .orderBy(recusals.category)

const isRecused = (db: Database) =>
  db.select({ id: recusals.seatId }).from(recusals).where(eq(recusals.seatId, countedBallots.seatId))

const byHands = (db: Database) =>
  db.select({ id: handCounts.roundId }).from(handCounts).where(eq(handCounts.roundId, countedBallots.roundId))

/**
 * Of a recused seat nothing was to come, and raised hands are nobody's; only what came all the same and did not count
 * has fallen.
 */
const wasExpected = (db: Database) =>
  or(
    eq(countedBallots.reason, 'void_recused'),
    and(notExists(isRecused(db)), or(ne(countedBallots.reason, 'not_cast'), notExists(byHands(db)))),
  )

const fallenIn = (db: Database, roundId: string) =>
  db
    .select({ reason: countedBallots.reason, count: count() })
    .from(countedBallots)
    .where(and(eq(countedBallots.roundId, roundId), isNull(countedBallots.ballotId), wasExpected(db)))
    .groupBy(countedBallots.reason)
    .orderBy(countedBallots.reason)

const lostIn = (db: Database, roundId: string) =>
  db
    .select({ count: count() })
    .from(seatLosses)
    .innerJoin(seats, eq(seats.id, seatLosses.seatId))
    .where(eq(seats.roundId, roundId))

export async function rollNumbers(db: Database, roundId: string): Promise<RollNumbers> {
  const isProxy = and(eq(seatHolders.roundId, roundId), eq(seatHolders.rank, 'proxy'))
  const isLate = and(eq(ballots.roundId, roundId), sql`${ballots.receivedAt} >= round_closes_at(${ballots.roundId})`)
  const [kinds, [lost], recused, proxies, fallen, late] = await Promise.all([
    kindsOf(db, roundId),
    lostIn(db, roundId),
    recusedIn(db, roundId),
    db.$count(seatHolders, isProxy),
    fallenIn(db, roundId),
    db.$count(ballots, isLate),
  ])
  return { seats: kinds, lost: lost?.count ?? 0, recused, proxies, fallen, late }
}
