import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { accountClosings, oneTimeLinks, sessions } from './schema.ts'

const openClosing = (personId: string) =>
  and(eq(accountClosings.personId, personId), isNull(accountClosings.reopenedAt))

/** Whether this person has left the alliance: nobody signs in as them, and no mail goes to them. */
export const isClosed = async (db: Database, personId: string): Promise<boolean> =>
  (await db.$count(accountClosings, openClosing(personId))) > 0

/** Ends every session and every link that could begin one. What the person did stays with their name. */
export async function closeAccount(tx: Database, personId: string, closedById: string): Promise<void> {
  await tx.insert(accountClosings).values({ personId, closedById }).onConflictDoNothing()
  await tx.delete(sessions).where(eq(sessions.userId, personId))
  await tx
    .update(oneTimeLinks)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(oneTimeLinks.personId, personId), isNull(oneTimeLinks.usedAt)))
}

/** Invited again, and come back. */
export async function reopenAccount(tx: Database, personId: string): Promise<void> {
  await tx.update(accountClosings).set({ reopenedAt: sql`now()` }).where(openClosing(personId))
}
