import { and, desc, eq, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Snapshot, snapshots } from '../schema.ts'
import type { Adoption } from './matter.ts'

/** What is in force: the version that was decided on, as it was put right since. */
export interface AdoptedText {
  adoption: Adoption
  snapshot: Snapshot
}

/** Takes the adoptions of one text, the latest first. */
export async function adoptedText(db: Database, [latest]: readonly Adoption[]): Promise<AdoptedText | null> {
  if (!latest) return null
  const isIt = or(eq(snapshots.id, latest.snapshotId), eq(snapshots.originalId, latest.snapshotId))
  const [snapshot] = await db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.documentId, latest.documentId), isIt))
    .orderBy(desc(snapshots.suffix))
    .limit(1)
  return snapshot ? { adoption: latest, snapshot } : null
}
