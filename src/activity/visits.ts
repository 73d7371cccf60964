import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { visits } from './schema.ts'

/** This person has seen what happened in the group up to here; never goes back. */
export async function markVisit(db: Database, personId: string, groupId: string, seenSeq: number): Promise<void> {
  await db
    .insert(visits)
    .values({ personId, groupId, seenSeq, visitedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [visits.personId, visits.groupId],
      set: { seenSeq: sql`greatest(${visits.seenSeq}, excluded.seen_seq)`, visitedAt: sql`now()` },
    })
}
