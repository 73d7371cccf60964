import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { documentRemarks, documentThreads, remarkMentions } from './schema.ts'

/** This person has read what calls them there. */
export async function markRead(db: Database, personId: string, remarkId: string): Promise<void> {
  const mine = and(eq(remarkMentions.personId, personId), eq(remarkMentions.remarkId, remarkId))
  await db
    .update(remarkMentions)
    .set({ readAt: sql`now()` })
    .where(and(mine, isNull(remarkMentions.readAt)))
}

/** Everything here that calls this person. */
export async function markAllRead(db: Database, personId: string, threads: SQL | undefined): Promise<void> {
  const here = db
    .select({ id: documentRemarks.id })
    .from(documentRemarks)
    .innerJoin(documentThreads, eq(documentThreads.id, documentRemarks.threadId))
    .where(threads)
  const mine = and(eq(remarkMentions.personId, personId), isNull(remarkMentions.readAt))
  await db
    .update(remarkMentions)
    .set({ readAt: sql`now()` })
    .where(and(mine, inArray(remarkMentions.remarkId, here)))
}
