import { and, eq, gt, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { people } from '../identity/schema.ts'
import { invitations } from './schema.ts'

const today = sql`(now() at time zone 'Europe/Berlin')::date`

/** Not answered, not withdrawn, not too old. */
export const open = () =>
  and(
    or(isNull(invitations.endsOn), gte(invitations.endsOn, today)),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  )

export async function revokeInvitation(db: Database, id: string, groupId?: string): Promise<boolean> {
  const revoked = await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.id, id), groupId ? eq(invitations.groupId, groupId) : undefined, open()))
    .returning({ id: invitations.id })
  return revoked.length > 0
}

/** One address has one open invitation into a group, and none once it is answered. Behind the lock of the group. */
export async function revokeInvitationsTo(tx: Database, groupId: string, email: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.groupId, groupId), eq(invitations.email, email), open()))
}

/** Whoever has left does not come back by a link that was lying around. */
export async function revokeInvitationsOf(tx: Database, groupId: string, personId: string): Promise<void> {
  const theirs = tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.groupId, groupId), inArray(invitations.email, theirs), open()))
}
