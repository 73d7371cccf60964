import { inArray, max, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { DocumentEntry } from '../model.ts'
import { documentUpdates, snapshots } from '../schema.ts'
import { originalId } from '../versions/originals.ts'
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
  const ids = adoptions.map((adoption) => adoption.originalId)
  const kept = await db
    .select({ originalId, at: snapshots.createdAt })
    .from(snapshots)
    .where(or(inArray(snapshots.id, ids), inArray(snapshots.originalId, ids)))
  return (adoption) => {
    const times = kept.filter((one) => one.originalId === adoption.originalId)
    return times.length > 0 ? new Date(Math.max(...times.map(({ at }) => at.getTime()))) : null
  }
}

/** When somebody last wrote, also what has not been merged yet. */
async function writtenAt(db: Database, entries: Pick<DocumentEntry, 'id' | 'editedAt'>[]): Promise<Map<string, Date>> {
  const ids = entries.map(({ id }) => id)
  const waiting = await db
    .select({ id: documentUpdates.documentId, at: max(documentUpdates.createdAt) })
    .from(documentUpdates)
    .where(inArray(documentUpdates.documentId, ids))
    .groupBy(documentUpdates.documentId)
  const late = new Map(waiting.map(({ id, at }) => [id, at]))
  return new Map(entries.map(({ id, editedAt }) => [id, late.get(id) ?? editedAt]))
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
  const written = await writtenAt(db, entries)
  return new Map(
    entries.flatMap(({ id, editedAt }) => {
      const latest = all.find(({ documentId }) => documentId === id)
      if (!latest) return []
      const { citation, href } = latest
      const wrote = written.get(id) ?? editedAt
      return [[id, { citation, href, movedOn: wrote > (at(latest) ?? wrote) }] as const]
    }),
  )
}
