import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

const idBefore = ({ client, clock }: Y.ID) => Y.createID(client, clock - 1)

/** The letters of one item follow each other. */
function originOf(id: Y.ID, item: Y.Item): Y.ID | null {
  return id.clock > item.id.clock ? idBefore(id) : item.origin
}

const holds = (item: Y.Item, id: Y.ID, upTo: Y.ID) =>
  id.client === item.id.client && id.clock >= item.id.clock && id.clock <= upTo.clock

const isSame = (one: Y.ID | null, other: Y.ID) => one?.client === other.client && one.clock === other.clock

function itemAt(store: Y.Doc['store'], id: Y.ID): Y.Item | undefined {
  const struct = Y.getItem(store, id) as Y.Item | Y.GC
  return struct instanceof Y.Item ? struct : undefined
}

/**
 * Yjs puts an item between the two that it names as neighbours, and all clients agree on where, as long as those once
 * stood side by side: then the left one comes from what the right one was put behind. An undo sometimes names others,
 * and so does whoever forges updates; where such an item stands depends on what was there when it came.
 */
export function namesOddNeighbours(store: Y.Doc['store'], { origin, rightOrigin }: Y.Item): boolean {
  const right = rightOrigin && itemAt(store, rightOrigin)
  if (!right) return false
  const behind = originOf(rightOrigin, right)
  for (let left = origin; left; ) {
    const item = itemAt(store, left)
    if (!item) return false
    if (holds(item, rightOrigin, left)) return true
    if (behind && holds(item, behind, left)) return false
    // Whoever was put before the same one has been looked at; without this a long row of blocks would take its square.
    if (isSame(item.rightOrigin, rightOrigin)) return false
    left = item.origin
  }
  return behind !== null
}

function addsOddNeighbours({ beforeState, afterState, doc: { store } }: Y.Transaction): boolean {
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    const structs = store.clients.get(client)
    if (!structs || end <= start) continue
    const fresh = structs.slice(Y.findIndexSS(structs, start))
    if (fresh.some((struct) => struct instanceof Y.Item && namesOddNeighbours(store, struct))) return true
  }
  return false
}

const wordsOf = (doc: Y.Doc) => doc.getXmlFragment(field).toString()

const isSameState = (one: Y.Doc, other: Y.Doc) =>
  one.store.clients.size === other.store.clients.size &&
  Array.from(one.store.clients.keys()).every(
    (client) => Y.getState(one.store, client) === Y.getState(other.store, client),
  )

/** Notices when something came whose place depends on when it came. */
export class OrderWatch {
  readonly #doc: Y.Doc
  #isDoubtful = false
  #changedAt = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', (transaction) => {
      this.#changedAt = Date.now()
      this.#isDoubtful ||= addsOddNeighbours(transaction)
    })
  }

  get isDoubtful(): boolean {
    return this.#isDoubtful
  }

  /** Whether it is in doubt, and nobody has changed anything for so long (ms) and since then (an instant). */
  mayAsk(rest: number, asked: number): boolean {
    return this.#isDoubtful && this.#changedAt > asked && Date.now() - this.#changedAt >= rest
  }

  /** The very same changes in another order. */
  isOtherwiseIn(theirs: Y.Doc): boolean {
    return isSameState(this.#doc, theirs) && wordsOf(this.#doc) !== wordsOf(theirs)
  }
}
