import { and, eq, sql } from 'drizzle-orm'
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

/** 0 when the person has never been there. */
export async function lastSeen(db: Database, personId: string, groupId: string): Promise<number> {
  const [visit] = await db
    .select()
    .from(visits)
    .where(and(eq(visits.personId, personId), eq(visits.groupId, groupId)))
  return visit?.seenSeq ?? 0
}
