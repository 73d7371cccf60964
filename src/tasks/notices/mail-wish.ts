import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { taskMailRefusals } from './schema.ts'

export const wantsTaskMails = async (db: Database, personId: string): Promise<boolean> =>
  (await db.$count(taskMailRefusals, eq(taskMailRefusals.personId, personId))) === 0

/** Whether somebody is reminded by mail of what they have taken on. */
export async function wishTaskMails(db: Database, personId: string, wanted: boolean): Promise<void> {
  if (wanted) await db.delete(taskMailRefusals).where(eq(taskMailRefusals.personId, personId))
  else await db.insert(taskMailRefusals).values({ personId }).onConflictDoNothing()
}
