import * as Y from 'yjs'

/** Messages of the y-websocket protocol that change the text, and the one that the server answers with. */
const sync = 0
const missing = 1
const update = 2
export const savedMessage = 4

/** What the server says along with its count. */
export const failing = 1
export const readOnly = 2

interface SentUpdate {
  /** Up to which own change, and up to which letter, the server has everything when it has this. */
  change: number
  clock: number
}

/**
 * Knows what of one's own writing is stored, from nothing but the server's count of stored updates. An update alone does
 * not cover what was written while there was no connection; that comes with the answer to the server's first question,
 * and only from there on the count means everything.
 */
export class Saving {
  readonly #doc: Y.Doc
  #changes = 0
  #savedChanges = 0
  #savedClock = 0
  #sent: SentUpdate[] = []
  #answered = false
  /** When the oldest change that is not stored was made, or when the server last got further. */
  waitingSince: number | undefined
  serverState = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  get complete(): boolean {
    return this.#savedChanges === this.#changes
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

  sent(frame: Uint8Array): void {
    if (frame[0] !== sync || (frame[1] !== missing && frame[1] !== update)) return
    this.#answered ||= frame[1] === missing
    this.#sent.push(
      this.#answered
        ? { change: this.#changes, clock: this.#clock() }
        : { change: this.#savedChanges, clock: this.#savedClock },
    )
  }

  heard(count: number, serverState: number): void {
    this.serverState = serverState
    const last = this.#sent[count - 1]
    if (!last || last.change < this.#savedChanges) return
    if (last.change > this.#savedChanges) this.waitingSince = Date.now()
    this.#savedChanges = last.change
    this.#savedClock = last.clock
    if (this.complete) this.waitingSince = undefined
  }

  /** How many words of one's own the server does not have for sure. */
  words(): number {
    return this.complete ? 0 : countWords(ownText(this.#doc, this.#savedClock))
  }

  #clock(): number {
    return Y.getState(this.#doc.store, this.#doc.clientID)
  }
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** What this tab has typed from that letter on. What was typed in one go is one text, whatever it was stored in. */
function ownText(doc: Y.Doc, from: number): string {
  let text = ''
  for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
    if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= from) continue
    if (struct.deleted || !(struct.content instanceof Y.ContentString)) text += ' '
    else text += joint(struct) + struct.content.str.slice(Math.max(0, from - struct.id.clock))
  }
  return text
}

const joint = ({ id, origin }: Y.Item) => (origin?.client === id.client && origin.clock === id.clock - 1 ? '' : ' ')
