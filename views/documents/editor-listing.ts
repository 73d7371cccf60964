import type * as Y from 'yjs'
import { blocksOf, countWords, freshTextOf, pendingText } from './editor-blocks.ts'
import type { Saving } from './editor-saving.ts'
import { dropWords, type KeptWords, keepWords, keptWords } from './kept-words.ts'

export interface Listable {
  doc: Y.Doc
  saving: Saving
  person: string
  document: string
  title: string
  href: string
}

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

const isSame = ({ tab: _one, ...one }: KeptWords, { tab: _other, ...other }: KeptWords) =>
  JSON.stringify(one) === JSON.stringify(other)

/** What every page of this device can tell about the unsent words of one text. */
export class Listing {
  readonly #given: Listable
  /** Words of suggestions that are not sent. */
  proposed: string[] = []

  constructor(given: Listable) {
    this.#given = given
  }

  get #listed(): KeptWords | null {
    return keptWords(this.#given.person, this.#given.document)
  }

  get isThere(): boolean {
    return this.#listed !== null
  }

  /** By another tab, which may know of words that this one does not know. */
  get isOthers(): boolean {
    return this.isThere && this.#listed?.tab !== this.#given.doc.clientID
  }

  get hasMore(): boolean {
    return this.isOthers && (this.#listed?.words ?? 0) > this.#words
  }

  /** What the tab before has listed is from here on ours to say. */
  adopt(): void {
    const listed = this.#listed
    if (listed && !listed.closed) keepWords(this.#given.person, { ...listed, tab: this.#given.doc.clientID })
  }

  get #words(): number {
    return this.proposed.reduce((sum, passage) => sum + countWords(passage), this.#given.saving.words())
  }

  drop(): void {
    dropWords(this.#given.person, this.#given.document)
  }

  passages(): string[] {
    const { doc, saving } = this.#given
    const passages = blocksOf(doc, saving.known).map(freshTextOf)
    return [...passages, pendingText(doc).trim(), ...this.proposed].filter((passage) => passage !== '')
  }

  keep(closed: boolean): void {
    const { doc, person, document, title, href } = this.#given
    const passages = fitting(this.passages())
    const words = this.#words
    const kept = { document, title, href, words, passages, tab: doc.clientID, ...(closed && { closed }) }
    const listed = this.#listed
    if (!listed || !isSame(listed, kept)) keepWords(person, kept)
  }
}
