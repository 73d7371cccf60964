import { and, eq, exists, gt, inArray, or, type SQLWrapper } from 'drizzle-orm'
import { events } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import type { Ports, Signal } from '../../ports.ts'
import { documentStates, documents, documentUpdates } from '../schema.ts'
import type { Clock } from './clock.ts'

/** Whoever reads along sees new words this soon; more often would make every reader's page ask at every letter. */
const pace = 5_000

type Around = Pick<Ports, 'db' | 'bus' | 'log'> & { clock: Clock }

const signalOf = ({ id, groupId }: { id: string; groupId: string }): Signal => ({
  id: null,
  groupId,
  name: `document-${id}`,
})

/**
 * Tells open pages that a text has new words. What is written is no event: in what is new a person is named once in a
 * while, but whoever has the text open wants to read on.
 */
export class Edits {
  readonly #around: Around
  #edited = new Set<string>()
  #cancel: (() => void) | undefined

  constructor(around: Around) {
    this.#around = around
  }

  /** After a commit of this process. */
  committed(perDocument: ReadonlyMap<string, unknown>): void {
    for (const documentId of perDocument.keys()) this.#edited.add(documentId)
    if (this.#edited.size > 0) this.#cancel ??= this.#around.clock.later(pace, () => void this.#tell())
  }

  /** What is not told yet is told now: readers may be with other processes. */
  end(): void {
    this.#cancel?.()
    if (this.#edited.size > 0) void this.#tell()
  }

  async #tell(): Promise<void> {
    const { db, bus, log } = this.#around
    const ids = [...this.#edited]
    this.#edited = new Set()
    this.#cancel = undefined
    await find(db, inArray(documents.id, ids))
      .then((signals) => bus.publish(signals))
      .catch((error) => log.error('documents.untold', error))
  }
}

const find = async (db: Database, which: SQLWrapper | undefined): Promise<Signal[]> => {
  const found = await db.select({ id: documents.id, groupId: documents.groupId }).from(documents).where(and(which))
  return found.map(signalOf)
}

/** Which texts of these groups have changed since this event: a page that was cut off could not hear of it. */
export async function editsSince(db: Database, groupIds: string[], seen: number): Promise<Signal[]> {
  const [event] = await db.select({ at: events.createdAt }).from(events).where(eq(events.seq, seen))
  if (!event || groupIds.length === 0) return []
  const logged = and(eq(documentUpdates.documentId, documents.id), gt(documentUpdates.createdAt, event.at))
  const merged = and(eq(documentStates.documentId, documents.id), gt(documentStates.updatedAt, event.at))
  const changed = or(
    exists(db.select({ id: documentUpdates.seq }).from(documentUpdates).where(logged)),
    exists(db.select({ id: documentStates.documentId }).from(documentStates).where(merged)),
  )
  return find(db, and(inArray(documents.groupId, groupIds), changed))
}
