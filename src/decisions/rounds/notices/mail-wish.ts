import { eq } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { roundMailRefusals } from '../schema.ts'

export const wantsRoundMails = async (db: Database, personId: string): Promise<boolean> =>
  (await db.$count(roundMailRefusals, eq(roundMailRefusals.personId, personId))) === 0

/** Whether somebody is written to when their group asks or has decided. */
export async function wishRoundMails(db: Database, personId: string, wanted: boolean): Promise<void> {
  if (wanted) await db.delete(roundMailRefusals).where(eq(roundMailRefusals.personId, personId))
  else await db.insert(roundMailRefusals).values({ personId }).onConflictDoNothing()
}
