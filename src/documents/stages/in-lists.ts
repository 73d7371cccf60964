import { inArray, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { DocumentEntry } from '../model.ts'
import { snapshots } from '../schema.ts'
import type { Adoption, AdoptionsOf } from './matter.ts'

/** As much as a list says of what was adopted. */
export interface ListedInForce {
  citation: string
  href: string
  /** Something was written in the draft since then. */
  movedOn: boolean
}

export type InForceInList = Map<string, ListedInForce>

/** When each of the adopted versions was kept, or put right the last time. */
async function keptAt(db: Database, adoptions: Adoption[]): Promise<(adoption: Adoption) => Date | null> {
  const ids = adoptions.map(({ snapshotId }) => snapshotId)
  const kept = await db
    .select({ id: snapshots.id, originalId: snapshots.originalId, at: snapshots.createdAt })
    .from(snapshots)
    .where(or(inArray(snapshots.id, ids), inArray(snapshots.originalId, ids)))
  return ({ snapshotId }) => {
    const times = kept.filter(({ id, originalId }) => id === snapshotId || originalId === snapshotId)
    return times.length > 0 ? new Date(Math.max(...times.map(({ at }) => at.getTime()))) : null
  }
}

/** What is in force of these texts, by the id of the text. */
export async function inForceIn(
  db: Database,
  entries: Pick<DocumentEntry, 'id' | 'editedAt'>[],
  adoptionsOf: AdoptionsOf,
): Promise<InForceInList> {
  const all = await adoptionsOf(
    db,
    entries.map(({ id }) => id),
  )
  if (all.length === 0) return new Map()
  const at = await keptAt(db, all)
  return new Map(
    entries.flatMap(({ id, editedAt }) => {
      const latest = all.find(({ documentId }) => documentId === id)
      if (!latest) return []
      const { citation, href } = latest
      return [[id, { citation, href, movedOn: editedAt > (at(latest) ?? editedAt) }] as const]
    }),
  )
}
