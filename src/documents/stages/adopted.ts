import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Snapshot, snapshots } from '../schema.ts'
import { originalId } from '../versions/originals.ts'
import type { Adoption } from './matter.ts'

/** What is in force: the version that was decided on, as it was put right since. */
export interface AdoptedText {
  /** The latest decision about it. */
  adoption: Adoption
  /** All of them without another version in between: by the group, then by the circle. */
  adoptions: Adoption[]
  snapshot: Snapshot
}

/** Takes the adoptions of one text, the latest first. */
export async function adoptedText(db: Database, all: readonly Adoption[]): Promise<AdoptedText | null> {
  const [latest] = all
  if (!latest) return null
  const [snapshot] = await db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.documentId, latest.documentId), eq(originalId, latest.originalId)))
    .orderBy(desc(snapshots.suffix))
    .limit(1)
  return snapshot ? { adoption: latest, adoptions: sameVersion(all), snapshot } : null
}

function sameVersion(all: readonly Adoption[]): Adoption[] {
  const other = all.findIndex((adoption) => adoption.originalId !== all[0]?.originalId)
  return all.slice(0, other === -1 ? undefined : other)
}

/** Since when it has been in force. */
export const inForceSince = ({ adoption, adoptions }: Pick<AdoptedText, 'adoption' | 'adoptions'>): Date =>
  (adoptions.at(-1) ?? adoption).at
