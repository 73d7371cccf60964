import * as Y from 'yjs'
import type { Unsent } from './editor-suggest-saving.ts'

const store = 'custom'
/** Each window keeps its own, so that of two that are cut off none writes over what the other one has kept. */
const prefix = 'proposed:'

const ofAll = () => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

const done = (work: IDBTransaction) =>
  new Promise<boolean>((resolve) => {
    work.oncomplete = () => resolve(true)
    work.onabort = () => resolve(false)
  })

/** Two windows may have written on the same one: what both have said. */
const merged = (one: Unsent, other: Unsent): Unsent => ({
  id: one.id,
  update: Y.mergeUpdates([one.update, other.update]),
  clients: [...new Set([...one.clients, ...other.clients])],
  version: Math.max(one.version, other.version),
  absorbed: [...new Set([...(one.absorbed ?? []), ...(other.absorbed ?? [])])],
})

function together(kept: Unsent[]): Unsent[] {
  const byId = new Map<string, Unsent>()
  for (const one of kept) {
    const other = byId.get(one.id)
    byId.set(one.id, other ? merged(other, one) : one)
  }
  return [...byId.values()]
}

/** What windows of this device have proposed in a text and the server does not have yet. */
export class KeptSuggestions {
  readonly #db: IDBDatabase
  readonly #key = `${prefix}${crypto.randomUUID()}`

  constructor(db: IDBDatabase) {
    this.#db = db
  }

  /** Everything that any window has left; from now on this one answers for it. */
  async takeOver(): Promise<Unsent[]> {
    const work = this.#db.transaction(store, 'readwrite')
    const entries = work.objectStore(store)
    const asked = entries.getAll(ofAll())
    let kept: Unsent[] = []
    asked.onsuccess = () => {
      kept = together(asked.result.flat() as Unsent[])
      entries.delete(ofAll())
      if (kept.length > 0) entries.put(kept, this.#key)
    }
    return (await done(work)) ? kept : []
  }

  keep(unsent: Unsent[]): void {
    const entries = this.#db.transaction(store, 'readwrite').objectStore(store)
    if (unsent.length > 0) entries.put(unsent, this.#key)
    else entries.delete(this.#key)
  }
}
