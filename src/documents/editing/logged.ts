import type { LoggedRow, Stored } from './log.ts'

/** When a log is long enough to be merged. */
const fullRows = 500
const fullBytes = 256 * 1024

/** Which rows of the log are part of an open text, and how often its log had been merged when they were read. */
export class Logged {
  readonly #sizes = new Map<number, number>()
  readonly seqs: ReadonlySet<number>
  readonly #seqs = new Set<number>()
  #bytes = 0
  #generation = 0

  constructor({ rows, generation }: Stored) {
    this.seqs = this.#seqs
    for (const row of rows) this.add(row)
    this.#generation = generation
  }

  get generation(): number {
    return this.#generation
  }

  get isFull(): boolean {
    return this.#seqs.size > fullRows || this.#bytes > fullBytes
  }

  add({ seq, bytes }: Pick<LoggedRow, 'seq' | 'bytes'>): void {
    this.#drop(seq)
    this.#seqs.add(seq)
    this.#sizes.set(seq, bytes.length)
    this.#bytes += bytes.length
  }

  /** A compaction has covered these rows. */
  merged({ generation, seqs }: { generation: number; seqs: Iterable<number> }): void {
    this.#generation = Math.max(generation, this.#generation)
    for (const seq of seqs) this.#drop(seq)
  }

  /** Read anew. What was read before the last compaction heard of tells nothing about rows that are gone. */
  reread({ generation, rows }: Stored): void {
    if (generation > this.#generation) this.merged({ generation, seqs: [...this.#seqs] })
    for (const row of rows) this.add(row)
  }

  #drop(seq: number): void {
    this.#bytes -= this.#sizes.get(seq) ?? 0
    this.#sizes.delete(seq)
    this.#seqs.delete(seq)
  }
}
