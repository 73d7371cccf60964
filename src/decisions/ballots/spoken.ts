import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Round } from '../rounds/schema.ts'
import type { Said } from './box.ts'
import { ballots, ratings } from './schema.ts'

/** What stands in the ledger in time in this person's name, on paper too, in the order in which it came. */
export async function spokenFor(db: Database, { id }: Pick<Round, 'id'>, personId: string): Promise<Said[]> {
  const inTime = lt(ballots.receivedAt, sql`round_closes_at(${ballots.roundId})`)
  const said = await db
    .select()
    .from(ballots)
    .where(and(eq(ballots.roundId, id), eq(ballots.castById, personId), inTime))
    .orderBy(asc(ballots.seq))
  const ids = said.map((ballot) => ballot.id)
  const rated = ids.length > 0 ? await db.select().from(ratings).where(inArray(ratings.ballotId, ids)) : []
  const of = Map.groupBy(rated, ({ ballotId }) => ballotId)
  return said.map((ballot) => ({
    ...ballot,
    ratings: new Map((of.get(ballot.id) ?? []).map(({ optionId, resistance }) => [optionId, resistance])),
  }))
}
