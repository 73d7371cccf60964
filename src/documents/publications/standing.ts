import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { documentReplacements } from '../replacements/schema.ts'
import type { AdoptionsOf } from '../stages/matter.ts'
import { originalOf } from '../versions/originals.ts'
import { type PublicationEntry, publicationsOf } from './model.ts'

/** What a public text says of itself: that it no longer holds, and what came out since. */
export interface PublicStanding {
  isOver: boolean
  /** The latest that is public in its place, put right or adopted since. */
  newer: { slug: string; title: string } | null
}

export async function publicStanding(
  db: Database,
  entry: PublicationEntry,
  adoptionsOf: AdoptionsOf,
): Promise<PublicStanding> {
  const { documentId } = entry.publication
  const [latest] = await adoptionsOf(db, [documentId])
  return {
    isOver: entry.stage === 'superseded' || latest?.originalId !== originalOf(entry.snapshot),
    newer: await newerThan(db, entry),
  }
}

async function newerThan(db: Database, { publication, stage }: PublicationEntry): Promise<PublicStanding['newer']> {
  const own = await publicIn(db, publication.documentId)
  if (own && own.publication.createdAt > publication.createdAt) return told(own)
  const successorId = stage === 'superseded' ? await successorOf(db, publication.documentId) : null
  const successor = successorId && (await publicIn(db, successorId))
  return successor ? told(successor) : null
}

const told = ({ publication: { slug }, snapshot: { title } }: PublicationEntry) => ({ slug, title })

const publicIn = async (db: Database, documentId: string) =>
  (await publicationsOf(db, documentId)).find(({ withdrawn }) => withdrawn === null) ?? null

async function successorOf(db: Database, olderId: string): Promise<string | null> {
  const { olderId: older, newerId, takenBackAt } = documentReplacements
  const [found] = await db
    .select({ newerId })
    .from(documentReplacements)
    .where(and(eq(older, olderId), isNull(takenBackAt), isNotNull(newerId)))
  return found?.newerId ?? null
}
