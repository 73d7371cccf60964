import * as Y from 'yjs'
import { blocksOf, freshTextOf, pendingText } from './editor-blocks.ts'
import { LocalCopy } from './editor-copy.ts'
import type { Saving } from './editor-saving.ts'
import { ServerText } from './editor-server-text.ts'
import type { Ended } from './editor-why.ts'
import { dropWords, keepWords, keptWords } from './kept-words.ts'
import { hearTabs, type TabNews } from './open-tabs.ts'

export interface Kept {
  doc: Y.Doc
  saving: Saving
  copyName: string
  schema: string
  person: string
  document: string
  title: string
  href: string
}

/** Often enough that a tab that crashes is not believed to have sent less than it has. */
const lazily = 500

/** Longer than that is for the copy of the text, not for the list of what is unsent. */
const longestPassages = 100_000

function fitting(passages: string[]): string[] {
  let room = longestPassages
  const tooMany = passages.findIndex(({ length }) => {
    room -= length
    return room < 0
  })
  return tooMany < 0 ? passages : passages.slice(0, tooMany)
}

/** Sees to it that what is not sent survives this tab, and that this device knows of it. */
export class Keeping {
  readonly #given: Kept
  readonly server = new ServerText()
  #copy: LocalCopy | null = null
  #onTheWay: Uint8Array[] = []
  #stored = 0
  #saidUnsent = false
  #later: ReturnType<typeof setTimeout> | undefined
  #listed = ''
  #secured = false
  #deafen = hearTabs((news) => this.#heard(news))

  constructor(given: Kept) {
    this.#given = given
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
    const { doc, saving, copyName, schema, person, document } = this.#given
    this.#copy = await LocalCopy.open(copyName, doc, schema)
    const { recalled = null } = this.#copy ?? {}
    if (recalled?.server) this.server.add(recalled.server)
    if (recalled) saving.recall(recalled.vector, recalled.unsent)
    this.#saidUnsent = Boolean(recalled?.unsent)
    const listed = keptWords(person, document)
    if (listed && !listed.closed) keepWords(person, { ...listed, tab: doc.clientID })
  }

  changed(): void {
    if (!this.#given.saving.complete && !this.#saidUnsent) this.#note()
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
    this.#later ??= setTimeout(() => this.#note(), lazily)
  }

  /** Before the line or the tab is gone. */
  secure(): void {
    this.#note()
    if (this.server.grown) this.#copy?.keepServer(this.server.whole())
  }

  /** What other pages tell about this text. */
  list(): void {
    const { doc, saving, person, document } = this.#given
    if (!this.isKept || this.#secured) return
    const listed = keptWords(person, document)
    if (saving.complete && listed?.tab === doc.clientID) dropWords(person, document)
    if (saving.complete) this.#listed = ''
    if (saving.complete || (listed && listed.tab !== doc.clientID && listed.words > saving.words())) return
    this.#keepWords(false)
  }

  async ended(how: Ended): Promise<void> {
    const { doc, saving, person, document } = this.#given
    if (!this.isKept || how === 'outdated') return this.secure()
    if (saving.complete) {
      dropWords(person, document)
      return this.#copy?.remove()
    }
    this.#secured = true
    const closed = how === 'removed' || how === 'closed'
    this.#keepWords(closed)
    if (closed) return this.#copy?.remove()
    this.#note()
    const known = Y.encodeStateVector(saving.known as Map<number, number>)
    if (how === 'signedOut') await this.#copy?.keepOnly(Y.encodeStateAsUpdate(doc, known))
  }

  close(): void {
    this.secure()
    clearTimeout(this.#later)
    this.#deafen()
    void this.#copy?.close()
  }

  passages(): string[] {
    const { doc, saving } = this.#given
    const passages = blocksOf(doc, saving.known).map(freshTextOf)
    return [...passages, pendingText(doc).trim()].filter((passage) => passage !== '')
  }

  #heard({ signedOut, keepNothing }: TabNews): void {
    const { saving, person } = this.#given
    if (signedOut !== person && !(keepNothing && saving.complete)) return
    this.#secured = false
    void this.#copy?.remove()
  }

  #note(): void {
    clearTimeout(this.#later)
    this.#later = undefined
    const { saving } = this.#given
    this.#saidUnsent = !saving.complete
    this.#copy?.note(saving.known, !saving.complete)
  }

  #keepWords(closed: boolean): void {
    const { doc, saving, person, document, title, href } = this.#given
    const passages = fitting(this.passages())
    const kept = {
      document,
      title,
      href,
      words: saving.words(),
      passages,
      tab: doc.clientID,
      ...(closed && { closed }),
    }
    const written = JSON.stringify(kept)
    if (written === this.#listed) return
    this.#listed = written
    keepWords(person, kept)
  }
}
