import * as Y from 'yjs'
import { deletes, isNothing, type Patch, patchOf } from './editor-suggest-patch.ts'

/** An own suggestion while it is being made. It is made of parts, so that the last one can be taken back. */
export class Draft {
  id: string
  /** Ids under which nothing but this is written. */
  readonly clients: Set<number>
  /** The one under which this window goes on writing. */
  client: number | undefined
  /** As the server counts them; none is stored as long as it is 0. */
  version: number
  savedAt = 0
  /** The server may have it, whether or not it could say so. */
  isSent: boolean
  /** What the server has of it. */
  stored: Patch | undefined
  /** Not open any more, as far as is known. */
  isOver = false
  #parts: Uint8Array[]
  #whole: { update: Uint8Array; patch: Patch } | undefined

  constructor(id: string, parts: Uint8Array[] = [], clients: Iterable<number> = [], version = 0) {
    this.id = id
    this.#parts = parts
    this.clients = new Set(clients)
    this.version = version
    this.isSent = version > 0
  }

  get parts(): readonly Uint8Array[] {
    return this.#parts
  }

  get update(): Uint8Array {
    return this.#sum().update
  }

  get patch(): Patch {
    return this.#sum().patch
  }

  /** Of all its ids those under which there is something. */
  get used(): number[] {
    return [...new Set(this.patch.structs.map(({ id }) => id.client))]
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0 || isNothing(this.patch)
  }

  /** What it puts in, for those who keep it elsewhere. */
  get words(): string {
    const letters = this.patch.structs.map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString && !this.takesAway(struct.id)
        ? struct.content.str
        : ' ',
    )
    return letters.join('').replace(/\s+/g, ' ').trim()
  }

  add(...parts: Uint8Array[]): void {
    this.#parts.push(...parts)
    this.#whole = undefined
  }

  /** What was withdrawn is over; if something is written on it is another one. */
  beginAgain(): void {
    this.id = crypto.randomUUID()
    this.version = 0
    this.isSent = false
  }

  /** What is taken back was the last of its id: nothing may be written behind it under the same one. */
  remove(parts: readonly Uint8Array[]): void {
    this.#parts = this.#parts.filter((part) => !parts.includes(part))
    this.client = undefined
    this.#whole = undefined
  }

  replace(update: Uint8Array, clients: Iterable<number>, version: number): void {
    this.#parts = [update]
    this.#whole = undefined
    this.client = undefined
    this.version = version
    for (const client of clients) this.clients.add(client)
  }

  takesAway(id: Y.ID): boolean {
    return this.#parts.length > 0 && deletes(this.patch.deletions, id)
  }

  #sum(): { update: Uint8Array; patch: Patch } {
    if (this.#whole) return this.#whole
    const update = Y.mergeUpdates(this.#parts)
    this.#whole = { update, patch: patchOf(update) }
    return this.#whole
  }
}
