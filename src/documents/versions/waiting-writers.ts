import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { documentUpdates } from '../schema.ts'

/** Whose words stand in the log and have not been merged yet. */
export async function waitingWriters(db: Database, documentId: string): Promise<string[]> {
  const waiting = await db
    .selectDistinct({ personId: documentUpdates.personId })
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
  return waiting.map(({ personId }) => personId)
}
