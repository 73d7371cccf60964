import { and, desc, eq, ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { documents, type Snapshot, snapshots } from '../documents/schema.ts'

/** The frozen version that a proposal, a round or a decision is about, without its text. */
export type SnapshotNote = Pick<Snapshot, 'id' | 'documentId' | 'groupId' | 'number' | 'suffix' | 'title' | 'checksum'>

export const noteColumns = {
  id: snapshots.id,
  documentId: snapshots.documentId,
  groupId: snapshots.groupId,
  number: snapshots.number,
  suffix: snapshots.suffix,
  title: snapshots.title,
  checksum: snapshots.checksum,
}

export async function snapshotNote(db: Database, id: string | null): Promise<SnapshotNote | null> {
  if (!id) return null
  const [note] = await db.select(noteColumns).from(snapshots).where(eq(snapshots.id, id))
  return note ?? null
}

/** One of those that a group can choose from: several may be called the same. */
export type SnapshotToDecide = SnapshotNote & Pick<Snapshot, 'createdAt'>

/** The frozen versions of the group's own texts that are not laid aside, the latest on top: what a proposal can be about. */
export const snapshotsToDecide = (db: Database, groupId: string): Promise<SnapshotToDecide[]> =>
  db
    .select({ ...noteColumns, createdAt: snapshots.createdAt })
    .from(snapshots)
    .innerJoin(documents, eq(documents.id, snapshots.documentId))
    .where(and(eq(snapshots.groupId, groupId), ne(documents.stage, 'archived')))
    .orderBy(desc(snapshots.createdAt))
