import { and, eq, gte, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { people } from '../../identity/schema.ts'
import { documentWriters } from './schema.ts'
import { waitingWriters } from './waiting-writers.ts'

export interface Writer {
  id: string
  name: string
}

/** Whose words came into a draft since then, also those that have not been merged yet. */
export async function writersSince(db: Database, documentId: string, since: Date): Promise<Writer[]> {
  const merged = await db
    .select({ personId: documentWriters.personId })
    .from(documentWriters)
    .where(and(eq(documentWriters.documentId, documentId), gte(documentWriters.wroteAt, since)))
  const ids = [...new Set([...merged.map(({ personId }) => personId), ...(await waitingWriters(db, documentId))])]
  if (ids.length === 0) return []
  const named = { id: people.id, name: people.name }
  return db.select(named).from(people).where(inArray(people.id, ids)).orderBy(byName(people.name))
}
