import type * as Y from 'yjs'
import { LocalCopy } from './editor-copy.ts'
import { type Listable, Listing } from './editor-listing.ts'
import type { Saving } from './editor-saving.ts'
import { ServerText } from './editor-server-text.ts'
import type { Ended } from './editor-why.ts'
import { hearTabs, type TabNews } from './open-tabs.ts'

export interface Kept extends Listable {
  doc: Y.Doc
  saving: Saving
  copyName: string
  schema: string
}

/** Often enough that a tab that crashes is not believed to have sent less than it has. */
const lazily = 500
/** Letters that are typed so soon after each other are told to the other tabs at once. */
const together = 30
/** What was not stored for so long was written on a line that is none any more. */
const suspicious = 1_000

/** Sees to it that what is not sent survives this tab, and that this device knows of it. */
export class Keeping {
  readonly #given: Kept
  readonly server = new ServerText()
  readonly #listing: Listing
  readonly #tabs = hearTabs((news) => this.#heard(news))
  #copy: LocalCopy | null = null
  #onTheWay: Uint8Array[] = []
  #stored = 0
  #saidUnsent = false
  #noting: ReturnType<typeof setTimeout> | undefined
  #telling: ReturnType<typeof setTimeout> | undefined
  #isUntold = false
  #secured = false

  constructor(given: Kept) {
    this.#given = given
    this.#listing = new Listing(given)
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
    this.#listing.adopt()
  }

  /**
   * While there is no line the tabs of this device have only each other: what one writes is in the others at once. Half
   * a word that stood in the other one until the line came back would be torn by what is written behind it there.
   */
  changed(connected: boolean): void {
    if (this.#given.saving.complete) return
    if (!this.#saidUnsent) this.#note()
    this.#isUntold = true
    if (!connected) this.#telling ??= setTimeout(() => this.#tell(), together)
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

  /** Before the line or the tab is gone. */
  secure(): void {
    this.#note()
    if (this.server.grown) this.#copy?.keepServer(this.server.whole())
  }

  /** What other pages tell about this text. */
  list(): void {
    if (!this.isKept || this.#secured) return
    if (this.#given.saving.complete) void this.#unlist()
    else if (!this.#listing.hasMore) this.#listing.keep(false)
    if (this.#isUntold && Date.now() - (this.#given.saving.waitingSince ?? Date.now()) > suspicious) this.#tell()
  }

  async ended(how: Ended): Promise<void> {
    if (!this.isKept || how === 'outdated') return this.secure()
    if (this.#given.saving.complete) {
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

  /** Nothing of what is unsent is wanted any more, in this window neither. */
  async discard(): Promise<void> {
    this.#secured = true
    this.#listing.drop()
    await this.#copy?.remove()
  }

  close(): void {
    this.secure()
    clearTimeout(this.#noting)
    if (this.#telling) this.#tell()
    this.#tabs.end()
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

  #tell(): void {
    clearTimeout(this.#telling)
    this.#telling = undefined
    this.#isUntold = false
    this.#tabs.tell({ written: this.#given.copyName })
  }

  /** Everything has arrived; what another tab has listed as well, if nothing new of it is in the copy. */
  async #unlist(): Promise<void> {
    if (this.#listing.isOthers && !(await this.#copy?.catchUp())) return
    if (this.#given.saving.complete) this.#listing.drop()
  }

  #note(): void {
    clearTimeout(this.#noting)
    this.#noting = undefined
    const { saving } = this.#given
    this.#saidUnsent = !saving.complete
    this.#copy?.note(saving.known, !saving.complete)
  }
}
