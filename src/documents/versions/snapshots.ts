import { and, desc, eq, gt } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { type Snapshot, snapshots } from '../schema.ts'

/** A frozen version of this group. */
export async function findSnapshot(db: Database, groupId: string, id: string): Promise<Snapshot | null> {
  const [snapshot] = await db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.groupId, groupId), eq(snapshots.id, id)))
  return snapshot ?? null
}

/** For those who may see it for another reason than the group, such as a decision or a referral: they judge that. */
export async function snapshotById(db: Database, id: string): Promise<Snapshot | null> {
  const [snapshot] = await db.select().from(snapshots).where(eq(snapshots.id, id))
  return snapshot ?? null
}

/** Without a suffix the version itself, and not what was put right in it. */
export async function numberedSnapshot(
  db: Database,
  documentId: string,
  number: number,
  suffix = '',
): Promise<Snapshot | null> {
  const [snapshot] = await db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.documentId, documentId), eq(snapshots.number, number), eq(snapshots.suffix, suffix)))
  return snapshot ?? null
}

/** The same version as it was put right the last time, where that was after this one. */
export async function correctedAfter(
  db: Database,
  { documentId, number, suffix }: Pick<Snapshot, 'documentId' | 'number' | 'suffix'>,
): Promise<Snapshot | null> {
  const isSame = and(eq(snapshots.documentId, documentId), eq(snapshots.number, number))
  const [corrected] = await db
    .select()
    .from(snapshots)
    .where(and(isSame, gt(snapshots.suffix, suffix)))
    .orderBy(desc(snapshots.suffix))
    .limit(1)
  return corrected ?? null
}

export async function latestSnapshot(db: Database, documentId: string): Promise<Snapshot | null> {
  const [latest] = await db
    .select()
    .from(snapshots)
    .where(eq(snapshots.documentId, documentId))
    .orderBy(desc(snapshots.number), desc(snapshots.suffix))
    .limit(1)
  return latest ?? null
}

const named = {
  id: snapshots.id,
  documentId: snapshots.documentId,
  title: snapshots.title,
  number: snapshots.number,
  suffix: snapshots.suffix,
  checksum: snapshots.checksum,
  note: snapshots.note,
  createdAt: snapshots.createdAt,
  createdBy: people.name,
}

/** All frozen versions of a document, newest first, without their text. */
export const snapshotsOf = (db: Database, documentId: string) =>
  db
    .select(named)
    .from(snapshots)
    .innerJoin(people, eq(people.id, snapshots.createdById))
    .where(eq(snapshots.documentId, documentId))
    .orderBy(desc(snapshots.number), desc(snapshots.suffix))

export type SnapshotEntry = Awaited<ReturnType<typeof snapshotsOf>>[number]

/** What a proposal of this group can be about, newest first. */
export const groupSnapshots = (db: Database, groupId: string) =>
  db
    .select(named)
    .from(snapshots)
    .innerJoin(people, eq(people.id, snapshots.createdById))
    .where(eq(snapshots.groupId, groupId))
    .orderBy(desc(snapshots.createdAt), desc(snapshots.number))

/** Who froze it. */
export async function snapshotAuthor(db: Database, { createdById }: Snapshot): Promise<string> {
  const [author] = await db.select({ name: people.name }).from(people).where(eq(people.id, createdById))
  return author?.name ?? ''
}
