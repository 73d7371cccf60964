import * as Y from 'yjs'
import { Assembly } from './assembly.ts'
import { merge } from './log.ts'

/**
 * What is stored of an open text, as bytes. A room answers from this alone, so it cannot show anything to anybody before
 * it is stored; and as nothing is integrated, a hostile change cannot break it.
 */
export class Committed {
  #assembly: Assembly | undefined = new Assembly()
  /** Instead of the assembly, for a text in which something is missing. */
  #holed: Uint8Array = new Uint8Array()
  #vector: Uint8Array | undefined
  #whole: Uint8Array | undefined

  constructor(parts: Uint8Array[]) {
    for (const part of parts) this.add(part)
  }

  add(update: Uint8Array): void {
    if (!this.#assembly?.add(update)) this.#merge(update)
    this.#vector = undefined
    this.#whole = undefined
  }

  whole(): Uint8Array {
    this.#whole ??= this.#assembly?.whole() ?? this.#holed
    return this.#whole
  }

  vector(): Uint8Array {
    this.#vector ??= this.#assembly
      ? Y.encodeStateVector(this.#assembly.vector())
      : Y.encodeStateVectorFromUpdate(this.#holed)
    return this.#vector
  }

  /** Up to where each client is here. */
  ends(): Map<number, number> {
    return this.#assembly?.vector() ?? Y.decodeStateVector(this.vector())
  }

  /** What somebody lacks who has this. */
  since(vector: Uint8Array): Uint8Array {
    const known = Y.decodeStateVector(vector)
    if (known.size === 0) return this.whole()
    return this.#assembly?.since(known) ?? Y.diffUpdate(this.#holed, vector)
  }

  /** Nothing of it would be new. */
  contains(update: Uint8Array): boolean {
    const { ds } = Y.decodeUpdate(this.whole())
    // Put together from pieces it names deletions twice and in no order, which would never equal anything.
    return Y.snapshotContainsUpdate(
      Y.createSnapshot(Y.mergeDeleteSets([ds]), Y.decodeStateVector(this.vector())),
      update,
    )
  }

  /** It overlaps with what is here, or something between is missing. */
  #merge(update: Uint8Array): void {
    const whole = merge([this.whole(), update])
    const assembly = new Assembly()
    this.#assembly = assembly.add(whole) ? assembly : undefined
    this.#holed = whole
  }
}
