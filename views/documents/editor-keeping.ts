import type * as Y from 'yjs'
import type { Placed } from './editor-collisions.ts'
import { LocalCopy } from './editor-copy.ts'
import { type Listable, Listing } from './editor-listing.ts'
import { Neighbours } from './editor-neighbours.ts'
import type { Saving } from './editor-saving.ts'
import { ServerText } from './editor-server-text.ts'
import type { Unsent } from './editor-suggest-saving.ts'
import type { Ended } from './editor-why.ts'
import type { TabNews } from './open-tabs.ts'

export interface Kept extends Listable {
  doc: Y.Doc
  saving: Saving
  copyName: string
  schema: string
}

/** Often enough that a tab that crashes is not believed to have sent less than it has. */
const lazily = 500
/** Sees to it that what is not sent survives this tab, and that this device knows of it. */
export class Keeping {
  readonly #given: Kept
  readonly server = new ServerText()
  readonly #listing: Listing
  readonly #neighbours: Neighbours
  #copy: LocalCopy | null = null
  #onTheWay: Uint8Array[] = []
  #stored = 0
  #saidUnsent = false
  #noting: ReturnType<typeof setTimeout> | undefined
  #untold: Placed[] = []
  #secured = false
  /** Emptied on purpose, to be read from the server: nothing is noted of it until somebody writes again. */
  #isEmpty = false

  constructor(given: Kept) {
    this.#given = given
    this.#listing = new Listing(given)
    this.#neighbours = new Neighbours(given.copyName, given.saving, (news) => this.#heard(news))
  }

  /** Whether what is written now is also on the device. */
  get isKept(): boolean {
    return this.#secured || (this.#copy?.isOpen ?? false)
  }

  /** Whether this text was in the copy before: then it may be shown and written in without a line. */
  get isKnown(): boolean {
    return Boolean(this.#copy?.recalled)
  }

  async open(): Promise<void> {
    const { doc, saving, copyName, schema } = this.#given
    this.#copy = await LocalCopy.open(copyName, doc, schema)
    const { recalled = null } = this.#copy ?? {}
    if (recalled?.server) this.server.add(recalled.server)
    if (recalled) saving.recall(recalled.vector, recalled.unsent)
    this.#saidUnsent = Boolean(recalled?.unsent)
    this.#untold = (await this.#copy?.untold()) ?? []
    this.#listing.adopt()
  }

  changed(connected: boolean): void {
    if (this.#given.saving.complete) return
    this.#isEmpty = false
    if (!this.#saidUnsent) this.#note()
    this.#neighbours.changed(connected)
  }

  begun(): void {
    this.#onTheWay = []
    this.#stored = 0
    void this.#copy?.catchUp()
  }

  sent(update: Uint8Array): void {
    this.#onTheWay.push(update)
  }

  heard(count: number): void {
    for (const update of this.#onTheWay.slice(this.#stored, count)) this.server.add(update)
    this.#stored = Math.max(this.#stored, count)
    this.#noting ??= setTimeout(() => this.#note(), lazily)
  }

  /** What the server has whole shall be read from there. Answers whether nothing of it is left on this device. */
  async empty(): Promise<boolean> {
    if (!this.#copy?.isOpen) return true
    this.#isEmpty = await this.#copy.empty(() => this.#isComplete)
    return this.#isEmpty
  }

  /** Before the line or the tab is gone. */
  secure(): void {
    this.#note()
    if (this.server.grown) this.#copy?.keepServer(this.server.whole())
  }

  /** What other pages tell about this text. */
  list(): void {
    if (!this.isKept || this.#secured) return
    if (this.#isComplete) void this.#unlist()
    else if (!this.#listing.hasMore) this.#listing.keep(false)
    this.#neighbours.look()
  }

  async ended(how: Ended): Promise<void> {
    if (!this.isKept || how === 'outdated') return this.secure()
    if (this.#isComplete) {
      this.#listing.drop()
      return this.#copy?.remove()
    }
    this.#secured = true
    const closed = how === 'removed' || how === 'closed'
    this.#listing.keep(closed)
    if (closed) return this.#copy?.remove()
    // Somebody's sign-in has ended, not their right, and which of the two somebody wanted who ended it from afar cannot
    // be known here. With the text as it was goes the only way to find out later what was changed on both sides.
    this.secure()
  }

  /** Sentences that were changed on both sides, until the server has been told of them, whatever happens to it or here. */
  keepUntold(collided: Placed[]): void {
    this.#untold = collided
    this.#copy?.keepUntold(collided)
  }

  get untold(): Placed[] {
    return this.#untold
  }

  /** What is proposed and not on the server yet; and its words, for the list of what is unsent. */
  propose(unsent: Unsent[], words: string[]): void {
    const isNews = unsent.length + this.#listing.proposed.length > 0
    this.#listing.proposed = words
    if (isNews) this.#copy?.keepProposed(unsent)
  }

  async proposed(): Promise<Unsent[]> {
    return (await this.#copy?.proposed()) ?? []
  }

  /** Nothing of what is unsent is wanted any more, in this window neither. */
  async discard(): Promise<void> {
    this.#secured = true
    this.#listing.drop()
    await this.#copy?.remove()
  }

  close(): void {
    this.secure()
    clearTimeout(this.#noting)
    this.#neighbours.end()
    void this.#copy?.close()
  }

  passages(): string[] {
    return this.#listing.passages()
  }

  #heard({ signedOut, keepNothing, written }: TabNews): void {
    const { saving, person, copyName } = this.#given
    if (written === copyName) void this.#copy?.catchUp()
    if (signedOut !== person && !(keepNothing && saving.complete)) return
    this.#secured = false
    void this.#copy?.remove()
  }

  get #isComplete(): boolean {
    return this.#given.saving.complete && this.#listing.proposed.length === 0
  }

  /** Everything has arrived; what another tab has listed as well, if nothing new of it is in the copy. */
  async #unlist(): Promise<void> {
    if (this.#listing.isOthers && !(await this.#copy?.catchUp())) return
    if (this.#isComplete) this.#listing.drop()
  }

  #note(): void {
    clearTimeout(this.#noting)
    this.#noting = undefined
    const { saving } = this.#given
    this.#saidUnsent = !saving.complete
    if (!this.#isEmpty) this.#copy?.note(saving.known, !saving.complete)
  }
}
