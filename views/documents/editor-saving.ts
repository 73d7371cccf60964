import * as Y from 'yjs'
import { blocksOf, countWords, freshWordsOf, pendingText, type Vector } from './editor-blocks.ts'

/** Steps of the y-websocket protocol for a text, and the message that the server answers with. */
export const steps = { vector: 0, missing: 1, update: 2 } as const
export const savedMessage = 4

/** What the server says along with its count. */
export const failing = 1
export const readOnly = 2

interface SentUpdate {
  /** Up to which own change the server has everything when it has this, and up to which letters. */
  change: number
  letters: [client: number, clock: number][]
}

const stateOf = ({ store }: Y.Doc): [client: number, clock: number][] =>
  Array.from(store.clients.keys(), (client) => [client, Y.getState(store, client)])

/**
 * Knows what of a text the server has: what it says itself when a connection begins, what comes from it, and what it has
 * acknowledged. An update alone does not cover what was written while there was no connection; that comes with the
 * answer to the server's first question, and only from there on the count means everything.
 */
export class Saving {
  readonly #doc: Y.Doc
  readonly #known = new Map<number, number>()
  #changes = 0
  #savedChanges = 0
  #sent: SentUpdate[] = []
  #answered = false
  /** When the oldest change that is not stored was made, or when the server last got further. */
  waitingSince: number | undefined
  /** When the last of what was waiting was stored; none when nothing has waited yet. */
  completeSince: number | undefined
  serverState = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  get complete(): boolean {
    return this.#savedChanges === this.#changes
  }

  get known(): Vector {
    return this.#known
  }

  /** From this device: what the server was known to have, and whether something had not arrived. */
  recall(vector: Vector, unsent: boolean): void {
    for (const [client, clock] of vector) this.#known.set(client, clock)
    if (unsent || this.#beyond().length > 0 || this.#doc.store.pendingStructs) this.changed()
  }

  changed(): void {
    this.#changes += 1
    this.waitingSince ??= Date.now()
  }

  /** Each connection is counted anew. */
  opened(): void {
    this.#sent = []
    this.#answered = false
  }

  /** The server says itself up to where it has everything. */
  told(vector: Vector): void {
    this.#known.clear()
    for (const [client, clock] of vector) this.#known.set(client, clock)
    if (this.complete && this.#beyond().length > 0) this.changed()
  }

  /** What the server sends it has. */
  learnt(update: Uint8Array): void {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) this.#know(client, clock)
  }

  sent(step: number): void {
    this.#answered ||= step === steps.missing
    const letters = this.#answered ? this.#beyond() : []
    this.#sent.push({ change: this.#answered ? this.#changes : this.#savedChanges, letters })
  }

  heard(count: number, serverState: number): void {
    this.serverState = serverState
    const last = this.#sent[count - 1]
    if (!last) return
    for (const [client, clock] of last.letters) this.#know(client, clock)
    if (last.change <= this.#savedChanges) return
    this.waitingSince = Date.now()
    this.#savedChanges = last.change
    if (!this.complete) return
    this.waitingSince = undefined
    this.completeSince = Date.now()
  }

  /** How many words of one's own the server does not have for sure. */
  words(): number {
    if (this.complete) return 0
    const blocks = blocksOf(this.#doc, this.#known)
    return blocks.reduce((sum, block) => sum + freshWordsOf(block), countWords(pendingText(this.#doc)))
  }

  #know(client: number, clock: number): void {
    this.#known.set(client, Math.max(clock, this.#known.get(client) ?? 0))
  }

  #beyond(): [client: number, clock: number][] {
    return stateOf(this.#doc).filter(([client, clock]) => clock > (this.#known.get(client) ?? 0))
  }
}
