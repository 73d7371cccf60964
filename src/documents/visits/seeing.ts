import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Content } from '../markup.ts'
import { keepContent } from '../versions/contents.ts'
import { writersSince } from '../versions/writers.ts'
import { type DocumentVisit, documentVisits } from './schema.ts'

/** Whoever comes back after a longer while begins another visit. */
const aWhile = sql`interval '30 minutes'`

interface Look {
  personId: string
  documentId: string
}

/** What this person sees now; and, when a visit begins, what they had seen at the end of the one before. */
export const seeText = (db: Database, look: Look, content: Content): Promise<DocumentVisit> =>
  db.transaction((tx) => see(tx, look, content))

async function see(db: Database, look: Look, content: Content): Promise<DocumentVisit> {
  const seenChecksum = await keepContent(db, look.documentId, content)
  const isAnother = sql`${documentVisits.seenAt} < now() - ${aWhile}`
  const [visit] = await db
    .insert(documentVisits)
    .values({ ...look, seenChecksum, seenAt: sql`now()` })
    .onConflictDoUpdate({
      target: [documentVisits.personId, documentVisits.documentId],
      set: {
        seenChecksum,
        seenAt: sql`now()`,
        beforeChecksum: sql`case when ${isAnother} then ${documentVisits.seenChecksum} else ${documentVisits.beforeChecksum} end`,
        beforeAt: sql`case when ${isAnother} then ${documentVisits.seenAt} else ${documentVisits.beforeAt} end`,
      },
    })
    .returning()
  if (!visit) throw new Error('a visit was not stored')
  return visit
}

export async function findVisit(db: Database, { personId, documentId }: Look): Promise<DocumentVisit | null> {
  const [visit] = await db
    .select()
    .from(documentVisits)
    .where(and(eq(documentVisits.personId, personId), eq(documentVisits.documentId, documentId)))
  return visit ?? null
}

/** Nothing is news any more: everything up to this has been seen. */
export const seeAll = (db: Database, look: Look, content: Content): Promise<void> =>
  db.transaction((tx) => forgetNews(tx, look, content))

async function forgetNews(db: Database, look: Look, content: Content): Promise<void> {
  const checksum = await keepContent(db, look.documentId, content)
  const all = { seenChecksum: checksum, seenAt: sql`now()`, beforeChecksum: checksum, beforeAt: sql`now()` }
  await db
    .insert(documentVisits)
    .values({ ...look, ...all })
    .onConflictDoUpdate({ target: [documentVisits.personId, documentVisits.documentId], set: all })
}

/**
 * Whoever leaves the editor has seen everything that went on in it. What they wrote there themselves is no news, and
 * nor is what others wrote before their eyes.
 */
export async function leaveEditor(db: Database, look: Look, content: Content): Promise<void> {
  const { beforeAt } = await seeText(db, look, content)
  const writers = await writersSince(db, look.documentId, beforeAt ?? new Date(0))
  if (writers.some(({ id }) => id === look.personId)) await seeAll(db, look, content)
}
