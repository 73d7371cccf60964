import * as Y from 'yjs'
import { seeded } from '../numbers.ts'
import type { OldText } from '../servers/subject.ts'

interface Wishes {
  edits: number
  /** How many letters one edit brings. */
  letters?: number
  /** How many of the last edits have not been merged yet. */
  recent?: number
}

const pageful = 400
const words = 'wir fordern dass der strukturwandel im revier von den menschen vor ort mitgestaltet wird '

/**
 * Somebody writes as people do: letter after letter, one paragraph after the other, taking back a few of ten, and now and
 * then going back to an earlier place. Of 260,000 edits about 104,000 letters are left. Each run gives the same text.
 */
class Typist {
  readonly doc = new Y.Doc()
  readonly #body = this.doc.getXmlFragment('body')
  readonly #random = seeded(2_026)
  readonly #paragraphs: Y.XmlText[] = []
  #text: Y.XmlText
  #at = 0
  #toTakeBack = 0

  constructor() {
    this.doc.clientID = 4_242
    this.#text = this.#newParagraph()
  }

  edit(key: number, letters: number): void {
    const chance = this.#random()
    if (this.#toTakeBack > 0 && this.#at > 0) {
      this.#takeBack()
      return
    }
    if (chance < 0.02) this.#goElsewhere()
    else if (chance < 0.114) this.#toTakeBack = 1 + Math.floor(this.#random() * 8)
    if (this.#text.length > pageful) this.#text = this.#newParagraph()
    const begin = (key * letters) % words.length
    const typed = (words + words).slice(begin, begin + letters)
    this.#text.insert(this.#at, typed)
    this.#at += typed.length
  }

  #takeBack(): void {
    this.#toTakeBack--
    this.#at--
    this.#text.delete(this.#at, 1)
  }

  #goElsewhere(): void {
    const found = this.#paragraphs[Math.floor(this.#random() * this.#paragraphs.length)]
    if (!found) return
    this.#text = found
    this.#at = Math.floor(this.#random() * found.length)
  }

  #newParagraph(): Y.XmlText {
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    this.doc.transact(() => {
      this.#body.push([paragraph])
      paragraph.insert(0, [text])
    })
    this.#paragraphs.push(text)
    this.#at = 0
    return text
  }
}

export function writeOldText({ edits, letters = 1, recent = 0 }: Wishes): OldText & { letters: number } {
  const typist = new Typist()
  const { doc } = typist
  for (let key = 0; key < edits - recent; key++) typist.edit(key, letters)
  const state = Y.encodeStateAsUpdate(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let key = edits - recent; key < edits; key++) typist.edit(key, letters)
  const left = doc
    .getXmlFragment('body')
    .toArray()
    .map((paragraph) => String(paragraph).replaceAll(/<[^>]*>/g, ''))
  return { state, updates, letters: left.join('').length }
}
