import * as Y from 'yjs'
import { merge } from './log.ts'

/**
 * What is stored of an open text, as bytes. A room answers from this alone, so it cannot show anything to anybody before
 * it is stored; and as nothing is integrated, a hostile change cannot break it.
 */
export class Committed {
  #parts: Uint8Array[]
  #vector: Uint8Array | undefined
  #snapshot: Y.Snapshot | undefined

  constructor(parts: Uint8Array[]) {
    this.#parts = parts
  }

  add(update: Uint8Array): void {
    this.#parts.push(update)
    this.#vector = undefined
    this.#snapshot = undefined
  }

  whole(): Uint8Array {
    const whole = merge(this.#parts)
    this.#parts = [whole]
    return whole
  }

  vector(): Uint8Array {
    this.#vector ??= Y.encodeStateVectorFromUpdate(this.whole())
    return this.#vector
  }

  /** What somebody lacks who has this. */
  since(vector: Uint8Array): Uint8Array {
    return Y.diffUpdate(this.whole(), vector)
  }

  /** A client that comes back repeats all deletions that it knows; that need not be stored again. */
  contains(update: Uint8Array): boolean {
    this.#snapshot ??= Y.createSnapshot(Y.decodeUpdate(this.whole()).ds, Y.decodeStateVector(this.vector()))
    return Y.snapshotContainsUpdate(this.#snapshot, update)
  }
}
