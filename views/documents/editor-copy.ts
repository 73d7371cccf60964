import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { deleteCopy } from './copies.ts'
import type { Vector } from './editor-blocks.ts'
import type { Placed } from './editor-collisions.ts'
import type { Unsent } from './editor-suggest-saving.ts'
import { KeptSuggestions } from './kept-suggestions.ts'
import { keepsNothing } from './kept-words.ts'

/** What was known of a text when it was last open here. */
export interface Recalled {
  /** What the server had; none when the text was never in this copy before. */
  vector: Vector
  unsent: boolean
  /** The text as the server had it. */
  server: Uint8Array | undefined
}

const patience = 3_000

const inTime = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))])

/** Made here as the library would make it, so that a browser that has none says so before the library waits for it. */
const isPossible = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const opening = indexedDB.open(name)
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('updates', { autoIncrement: true })
        opening.result.createObjectStore('custom')
      }
      opening.onerror = () => resolve(false)
      opening.onsuccess = () => {
        opening.result.close()
        resolve(true)
      }
    } catch {
      resolve(false)
    }
  })

interface Mark {
  vector: Uint8Array
  unsent: boolean
}

/** The library's types know fewer values than the database does. */
const storable = (value: unknown) => value as ArrayBuffer

/** The text as this device keeps it for one person, whatever happens to the tab. */
export class LocalCopy {
  readonly name: string
  readonly recalled: Recalled | null
  readonly #schema: string
  readonly #store: IndexeddbPersistence
  readonly #suggestions: KeptSuggestions | undefined
  #open = true

  private constructor(name: string, schema: string, store: IndexeddbPersistence, recalled: Recalled | null) {
    this.name = name
    this.#schema = schema
    this.#store = store
    this.recalled = recalled
    if (store.db) this.#suggestions = new KeptSuggestions(store.db)
  }

  /** Nothing when this device keeps nothing, because it cannot or because somebody said so. */
  static async open(name: string, doc: Y.Doc, schema: string): Promise<LocalCopy | null> {
    if (keepsNothing() || !(await inTime(isPossible(name)))) return null
    const store = new IndexeddbPersistence(name, doc)
    if (!(await inTime(store.whenSynced))) return null
    await store.set('schema', schema)
    const mark = (await store.get('mark')) as Mark | undefined
    const server = (await store.get('server')) as Uint8Array | undefined
    const recalled = mark ? { vector: Y.decodeStateVector(mark.vector), unsent: mark.unsent, server } : null
    const copy = new LocalCopy(name, schema, store, recalled)
    // Another page deletes it: from now on what is written here is in this window only.
    if (store.db) store.db.onversionchange = () => void copy.close()
    return copy
  }

  get isOpen(): boolean {
    return this.#open
  }

  /**
   * What another tab of this device has left here; not from a newer editor, whose nodes this one would delete. Answers
   * whether all of it is in the text now.
   */
  async catchUp(): Promise<boolean> {
    if (!this.#open || (await this.#store.get('schema')) !== this.#schema || !this.#open) return false
    await fetchUpdates(this.#store)
    return true
  }

  note(known: Vector, unsent: boolean): void {
    const mark: Mark = { vector: Y.encodeStateVector(known as Map<number, number>), unsent }
    if (this.#open) void this.#store.set('mark', storable(mark))
  }

  keepServer(text: Uint8Array): void {
    if (this.#open) void this.#store.set('server', storable(text))
  }

  /** Of sentences that were changed on both sides: what the server has not been told yet. */
  async untold(): Promise<Placed[]> {
    return this.#open ? (((await this.#store.get('collided')) as Placed[] | undefined) ?? []) : []
  }

  keepUntold(collided: Placed[]): void {
    if (this.#open) void this.#store.set('collided', storable(collided))
  }

  /** Own suggestions that the server does not have yet. */
  async proposed(): Promise<Unsent[]> {
    return this.#open ? ((await this.#suggestions?.takeOver()) ?? []) : []
  }

  keepProposed(unsent: Unsent[]): void {
    if (this.#open) this.#suggestions?.keep(unsent)
  }

  /**
   * For a text that the server has whole, so that it is read from there next time. Not when another tab has left
   * something here meanwhile; answers whether it is empty.
   */
  async empty(isStored: () => boolean): Promise<boolean> {
    const { db } = this.#store
    if (!(await this.catchUp()) || !isStored() || !db) return false
    let isEmptied = false
    const work = db.transaction(['updates', 'custom'], 'readwrite')
    const updates = work.objectStore('updates')
    const keys = updates.getAllKeys()
    keys.onsuccess = () => {
      if (keys.result.some((key) => Number(key) >= this.#store._dbref)) return
      isEmptied = true
      updates.clear()
      work.objectStore('custom').delete('mark')
    }
    return new Promise((resolve) => {
      work.oncomplete = () => resolve(isEmptied)
      work.onabort = () => resolve(false)
    })
  }

  async remove(): Promise<void> {
    await this.close()
    await deleteCopy(this.name)
  }

  async close(): Promise<void> {
    this.#open = false
    await this.#store.destroy()
  }
}
