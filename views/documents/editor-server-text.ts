import * as Y from 'yjs'
import { type Block, blocksOf } from './editor-blocks.ts'

/** Merged when there are so many: each takes more room than what is in it. */
const many = 1_000

/** Everything of a text that the server is known to have, and nothing else. */
export class ServerText {
  #parts: Uint8Array[] = []
  #grown = false

  add(update: Uint8Array): void {
    this.#parts.push(update)
    this.#grown = true
    if (this.#parts.length > many) this.whole()
  }

  /** Whether something came since it was last asked for as a whole. */
  get grown(): boolean {
    return this.#grown
  }

  whole(): Uint8Array {
    const whole = this.#parts.length === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : Y.mergeUpdates(this.#parts)
    this.#parts = [whole]
    this.#grown = false
    return whole
  }

  blocks(): Block[] {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.whole())
    const blocks = blocksOf(doc)
    doc.destroy()
    return blocks
  }
}
