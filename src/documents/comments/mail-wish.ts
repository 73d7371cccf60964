import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { mentionMailRefusals, remarkMentions } from './schema.ts'

export const wantsMentionMails = async (db: Database, personId: string): Promise<boolean> =>
  (await db.$count(mentionMailRefusals, eq(mentionMailRefusals.personId, personId))) === 0

/** From now on; what came together meanwhile has been waiting on the start page and needs no mail any more. */
async function want(tx: Database, personId: string): Promise<void> {
  const mine = eq(mentionMailRefusals.personId, personId)
  const [refused] = await tx.delete(mentionMailRefusals).where(mine).returning()
  if (!refused) return
  await tx
    .update(remarkMentions)
    .set({ mailedAt: sql`now()` })
    .where(and(eq(remarkMentions.personId, personId), isNull(remarkMentions.mailedAt)))
}

const refuse = (tx: Database, personId: string) =>
  tx.insert(mentionMailRefusals).values({ personId }).onConflictDoNothing()

/** Whether somebody is written to when a remark calls them (`DOMAIN.md 8.2`: every mail says how to switch it off). */
export const wishMentionMails = (db: Database, personId: string, wanted: boolean): Promise<void> =>
  db.transaction(async (tx) => {
    await (wanted ? want(tx, personId) : refuse(tx, personId))
  })
