import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { bookNames } from './schema.ts'

export const isNamedInBooks = async (db: Database, personId: string): Promise<boolean> =>
  (await db.$count(bookNames, eq(bookNames.personId, personId))) > 0

/** Whoever agrees may take it back at any time; books that were made before stay as they are. */
export async function agreeToBeNamed(db: Database, personId: string, agrees: boolean): Promise<void> {
  if (agrees) await db.insert(bookNames).values({ personId }).onConflictDoNothing()
  else await db.delete(bookNames).where(eq(bookNames.personId, personId))
}
