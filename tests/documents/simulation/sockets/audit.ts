import * as Y from 'yjs'
import type { Database } from '#src/db/database.ts'
import { merge, partsOf, readStored } from '#src/documents/editing/log.ts'
import { lettersIn, newDoc, Truth } from '../truth.ts'

interface Promised {
  update: Uint8Array
  what: string
}

interface Text {
  db: Database
  documentId: string
  fault(what: string): void
}

/** Holds what was promised of a text against what the database has of it. */
export class Audit {
  /** Everything that was ever typed, stored or not. */
  readonly made = new Y.Doc({ gc: false, guid: 'made' })
  readonly #text: Text
  #due: Promised[] = []
  readonly #promised: Promised[] = []
  truth: Truth
  authors = new Map<number, string>()

  constructor(text: Text) {
    this.#text = text
    this.truth = new Truth(text.fault)
  }

  /** From this moment on the database must have this. */
  promise(promised: Promised): void {
    this.#due.push(promised)
  }

  /** Whatever had been promised when this begins is stored already: nothing that happens meanwhile can make it good. */
  async look(): Promise<void> {
    const due = this.#due
    this.#due = []
    await this.#read()
    this.#check(due)
    this.#promised.push(...due)
  }

  /** All that was promised is still there, each letter once and as it was typed, and none is gone that nobody took away. */
  async lookBack(): Promise<void> {
    await this.look()
    this.#check(this.#promised)
    const [made, visible] = [lettersIn(this.made), visibleIn(this.truth.doc)]
    for (const [place, letter] of visible)
      if (made.get(place) !== letter) this.#text.fault(`${letter} at ${place} was never typed`)
    for (const [place, letter] of visibleIn(this.made))
      if (isBelow(place, this.truth.doc) && !visible.has(place)) this.#text.fault(`${letter} at ${place} has gone`)
  }

  get letters(): number {
    return visibleIn(this.truth.doc).size
  }

  async #read(): Promise<void> {
    const stored = await readStored(this.#text.db, this.#text.documentId)
    this.authors = stored.authors
    this.truth = new Truth(this.#text.fault)
    this.truth.add(merge(partsOf(stored)))
  }

  #check(promised: Promised[]): void {
    for (const { update, what } of promised) if (!this.truth.has(update)) this.#text.fault(`what is not stored ${what}`)
  }
}

/** Without what was taken away. */
function visibleIn(doc: Y.Doc): Map<string, string> {
  const copy = newDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return lettersIn(copy)
}

function isBelow(place: string, doc: Y.Doc): boolean {
  const [client, clock] = place.split(':').map(Number)
  return Y.getState(doc.store, client ?? 0) > (clock ?? 0)
}
