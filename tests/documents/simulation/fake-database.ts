import * as Y from 'yjs'
import type { Merged } from '#src/documents/editing/compaction.ts'
import type { Change, LoggedRow, Receipt, Stored } from '#src/documents/editing/log.ts'
import { emptyState, merge, partsOf } from '#src/documents/editing/log.ts'
import type { Lookup } from '#src/documents/editing/processes/abreast.ts'
import type { Dice } from './dice.ts'
import type { FakeClock } from './fake-clock.ts'
import { newDoc, Truth } from './truth.ts'

/** How things go in the database at present. */
export interface Mood {
  /** Share of the statements that fail before their commit. */
  failing: number
  /** Share of the commits of which nobody hears: the connection is lost with the answer. */
  unanswered: number
  /** Share of the statements that hang for seconds. */
  hanging: number
}

export const goodMood: Mood = { failing: 0, unanswered: 0, hanging: 0 }

/** What goes wrong when the database does; anything else that does is a fault of ours. */
export const noDatabase = new Error('no database')

/** Who asks; nobody answers the dead. */
export interface Asker {
  alive: boolean
}

/** Which rows a compaction merges, and which of those that are there when it commits it removes. */
export interface Choice {
  merged(there: LoggedRow[]): LoggedRow[]
  removed(merged: LoggedRow[], there: number[]): number[]
}

interface Table {
  stored: Omit<Stored, 'rows'> & { rows: Map<number, LoggedRow> }
  truth: Truth
  /** Those who wait for the lock on the state; absent when nobody holds it. */
  lock?: (() => void)[]
}

/**
 * Keeps what PostgreSQL promises and nothing more: a commit is all or nothing, takes time, may fail, and may succeed
 * without anybody hearing of it. Sequences are given out before the commit, so rows become visible in any order.
 */
export class FakeDatabase {
  mood = goodMood
  readonly #clock: FakeClock
  readonly #dice: Dice
  readonly #tables = new Map<string, Table>()
  readonly #fault: (what: string) => void
  #seq = 0

  constructor(clock: FakeClock, dice: Dice, fault: (what: string) => void) {
    this.#clock = clock
    this.#dice = dice
    this.#fault = fault
  }

  truth(documentId: string): Truth {
    return this.#table(documentId).truth
  }

  authors(documentId: string): ReadonlyMap<number, string> {
    return this.#table(documentId).stored.authors
  }

  rows(documentId: string): number {
    return this.#table(documentId).stored.rows.size
  }

  append(asker: Asker, changes: Change[]): Promise<Receipt[]> {
    const numbered = changes.map((change) => ({ ...change, seq: ++this.#seq }))
    return this.#transact(asker, () => this.#insert(numbered))
  }

  async read(asker: Asker, documentId: string): Promise<Stored> {
    const { stored } = this.#table(documentId)
    const text = await this.#transact(asker, () => ({
      state: stored.state,
      generation: stored.generation,
      rows: [...stored.rows.values()].sort((one, other) => one.seq - other.seq),
    }))
    return { ...text, authors: await this.#transact(asker, () => new Map(stored.authors)) }
  }

  /** What processes ask of rows that others have stored. */
  lookup(asker: Asker): Lookup {
    const rowsOf = (id: string) => [...this.#table(id).stored.rows.values()].map((row) => ({ ...row, documentId: id }))
    const standingOf = (id: string) => {
      const { generation, rows } = this.#table(id).stored
      return { documentId: id, generation, rows: rows.size }
    }
    const seqsOf = (id: string): [string, number[]] => [id, [...this.#table(id).stored.rows.keys()]]
    return {
      rows: (seqs) =>
        this.#transact(asker, () => [...this.#tables.keys()].flatMap(rowsOf).filter(({ seq }) => seqs.includes(seq))),
      seqsOf: (ids) => this.#transact(asker, () => new Map(ids.map(seqsOf))),
      standing: (ids) => this.#transact(asker, () => ids.map(standingOf)),
    }
  }

  /** As the real one: lock the state, delete what is visible then, write both merged. */
  async compact(asker: Asker, documentId: string, choice = everything): Promise<Merged | null> {
    const table = this.#table(documentId)
    await this.#lock(table)
    const fate = this.#fate(asker)
    await this.#passes(fate.takes)
    const rows = choice.merged([...table.stored.rows.values()])
    await this.#passes(this.#dice.between(1, 8))
    const merged = rows.length > 0 && fate.commits() ? this.#merge(table, rows, choice) : null
    this.#unlock(table)
    if (!asker.alive) return new Promise(() => undefined)
    if (fate.fails) throw noDatabase
    return merged
  }

  #merge({ stored, truth }: Table, rows: LoggedRow[], { removed }: Choice): Merged {
    stored.state = withoutDeleted(merge([stored.state ?? emptyState, ...rows.map((row) => row.bytes)]))
    stored.generation += 1
    for (const seq of removed(rows, [...stored.rows.keys()])) stored.rows.delete(seq)
    truth.reread(merge(partsOf({ ...stored, rows: [...stored.rows.values()] })))
    return { generation: stored.generation, seqs: rows.map(({ seq }) => seq) }
  }

  #insert(changes: (Change & { seq: number })[]): Receipt[] {
    return changes.map(({ documentId, personId, bytes, binds, seq }) => {
      const { stored, truth } = this.#table(documentId)
      if (binds.some((id) => (stored.authors.get(id) ?? personId) !== personId)) return { refused: 'foreign' }
      for (const id of binds) stored.authors.set(id, personId)
      stored.rows.set(seq, { seq, personId, bytes })
      truth.add(bytes)
      return { seq }
    })
  }

  #transact<T>(asker: Asker, work: () => T): Promise<T> {
    const fate = this.#fate(asker)
    return new Promise((resolve, reject) => {
      this.#clock.later(fate.takes, () => {
        const result = fate.commits() ? { value: work() } : undefined
        this.#clock.later(this.#dice.between(0, 5), () => {
          if (!asker.alive) return
          if (fate.fails || !result) reject(noDatabase)
          else resolve(result.value)
        })
      })
    })
  }

  /** Whoever dies before the commit leaves it open whether their last word had arrived. */
  #fate(asker: Asker) {
    const { failing, unanswered, hanging } = this.mood
    const lost = this.#dice.chance(failing)
    const unheard = this.#dice.chance(unanswered)
    const [least, most] = this.#dice.chance(hanging) ? hangs : this.#dice.pick(usual)
    const takes = this.#dice.between(least, most)
    return { takes, fails: lost || unheard, commits: () => !lost && (asker.alive || this.#dice.chance(0.5)) }
  }

  #passes(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.later(ms, resolve))
  }

  #lock(table: Table): Promise<void> | undefined {
    if (table.lock) return new Promise((resolve) => table.lock?.push(resolve))
    table.lock = []
  }

  #unlock(table: Table): void {
    const next = table.lock?.shift()
    if (next) next()
    else delete table.lock
  }

  #table(documentId: string): Table {
    const known = this.#tables.get(documentId)
    if (known) return known
    const stored = { state: null, generation: 0, rows: new Map(), authors: new Map() }
    const table: Table = { stored, truth: new Truth((what) => this.#fault(`${documentId}: ${what}`)) }
    this.#tables.set(documentId, table)
    return table
  }
}

const hangs = [500, 9_000] as const
const usual = [
  [1, 5],
  [1, 12],
  [1, 12],
  [10, 120],
] as const

const everything: Choice = { merged: (there) => there, removed: (merged) => merged.map(({ seq }) => seq) }

function withoutDeleted(merged: Uint8Array): Uint8Array {
  const doc = newDoc()
  Y.applyUpdate(doc, merged)
  return Y.encodeStateAsUpdate(doc)
}
