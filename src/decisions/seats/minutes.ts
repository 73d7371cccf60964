import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { ballots } from '../ballots/schema.ts'
import { handCounts } from '../rounds/schema.ts'

/** That something was entered for somebody, never what: results are nobody's to see before the count. */
export interface PaperEntry {
  seatId: string
  byId: string
  by: string
  enteredBy: string
  at: Date
  isTakenBack: boolean
}

const clerk = alias(people, 'clerk')

export async function papersIn(db: Database, roundId: string): Promise<PaperEntry[]> {
  const rows = await db
    .select({
      seatId: ballots.seatId,
      byId: people.id,
      by: people.name,
      enteredBy: clerk.name,
      at: ballots.receivedAt,
      choice: ballots.choice,
    })
    .from(ballots)
    .innerJoin(people, eq(people.id, ballots.castById))
    .innerJoin(clerk, eq(clerk.id, ballots.enteredById))
    .where(and(eq(ballots.roundId, roundId), isNotNull(ballots.enteredById)))
    .orderBy(asc(ballots.seq))
  return rows.map(({ choice, ...row }) => ({ ...row, isTakenBack: choice === null }))
}

export async function handsIn(db: Database, roundId: string) {
  const [hands] = await db.select().from(handCounts).where(eq(handCounts.roundId, roundId))
  return hands ?? null
}
