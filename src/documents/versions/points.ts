import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { plainTextOf } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import { documents } from '../schema.ts'
import { keepContent, keptContent } from './contents.ts'
import { wordChanges } from './counting-words.ts'
import { documentPoints, documentPointWriters, documentWriters, type Point } from './schema.ts'

/** A state of a draft that is to be kept. */
export interface Taken {
  documentId: string
  content: Content
  /** Since when it has been so. */
  reachedAt: Date
}

type About = Pick<typeof documentPoints.$inferInsert, 'kind' | 'name' | 'createdById' | 'namedById'> &
  Partial<Pick<typeof documentPoints.$inferInsert, 'restoredNumber' | 'restoredFrom' | 'snapshotId'>>

export async function latestPoint(db: Database, documentId: string): Promise<Point | null> {
  const [latest] = await db
    .select()
    .from(documentPoints)
    .where(eq(documentPoints.documentId, documentId))
    .orderBy(desc(documentPoints.reachedAt), desc(documentPoints.createdAt))
    .limit(1)
  return latest ?? null
}

/**
 * Where somebody begins to write after a while: what the text said before, so that it can be come back to whatever
 * happens to it now. Nothing is kept twice.
 */
export async function takeAutomatic(tx: Database, taken: Taken): Promise<Point | null> {
  const { documentId, content, reachedAt } = taken
  const last = await latestPoint(tx, documentId)
  const hasWords = plainTextOf(content) !== ''
  if (last ? last.createdAt > reachedAt : !hasWords) return null
  if (last && last.checksum === (await keepContent(tx, documentId, content))) return null
  return takePoint(tx, taken, { kind: 'automatic' })
}

/** With who wrote since the point before, and how many words came and went. */
export async function takePoint(
  tx: Database,
  { documentId, content, reachedAt }: Taken,
  about: About,
): Promise<Point | null> {
  const last = await latestPoint(tx, documentId)
  const before = last && (await keptContent(tx, documentId, last.checksum))
  const checksum = await keepContent(tx, documentId, content)
  const { added: wordsAdded, removed: wordsRemoved } = wordChanges(before, content)
  const title = await titleOf(tx, documentId)
  const [point] = await tx
    .insert(documentPoints)
    .values({ documentId, checksum, title, reachedAt, wordsAdded, wordsRemoved, ...about })
    .onConflictDoNothing()
    .returning()
  if (point) await nameWriters(tx, point, last)
  return point ?? null
}

async function titleOf(tx: Database, documentId: string): Promise<string> {
  const [document] = await tx.select({ title: documents.title }).from(documents).where(eq(documents.id, documentId))
  return document?.title ?? ''
}

/** Words of a moment at which a point was taken came in after it. */
async function nameWriters(tx: Database, point: Point, last: Point | null): Promise<void> {
  const since = last ? gte(documentWriters.wroteAt, last.createdAt) : undefined
  const wrote = await tx
    .select({ personId: documentWriters.personId })
    .from(documentWriters)
    .where(and(eq(documentWriters.documentId, point.documentId), since))
  const writers = wrote.map(({ personId }) => ({ pointId: point.id, personId }))
  if (writers.length > 0) await tx.insert(documentPointWriters).values(writers)
}

/** From now on their words are part of the draft. */
export async function markWriters(tx: Database, documentId: string, people: string[]): Promise<void> {
  if (people.length === 0) return
  const wroteAt = sql`now()`
  await tx
    .insert(documentWriters)
    .values(people.toSorted().map((personId) => ({ documentId, personId, wroteAt })))
    .onConflictDoUpdate({ target: [documentWriters.documentId, documentWriters.personId], set: { wroteAt } })
}

export async function findPoint(db: Database, documentId: string, id: string): Promise<Point | null> {
  const [point] = await db
    .select()
    .from(documentPoints)
    .where(and(eq(documentPoints.documentId, documentId), eq(documentPoints.id, id)))
  return point ?? null
}
