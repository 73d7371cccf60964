import * as Y from 'yjs'
import { type PutBack, waysBack } from './editor-swept-back.ts'
import { sweptIn, textsSwept } from './editor-swept-words.ts'

/**
 * Whoever makes a heading or a list of a paragraph, joins it to another, or divides one with footnotes in it, puts its
 * words in anew. What somebody writes there in the same moment is unknown to them and would be gone: it is put back into
 * the same words at their new place, by the page on which it was written.
 */
export class Sweeping {
  readonly #doc: Y.Doc
  #heard: Uint8Array | undefined
  #back: PutBack[] = []

  constructor(doc: Y.Doc) {
    this.#doc = doc
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#look(transaction))
  }

  /** Before a change of the others becomes part of the text. */
  arrives(update: Uint8Array): void {
    this.#heard = update
  }

  /** Afterwards. */
  arrived(): void {
    this.#heard = undefined
    const back = this.#back.splice(0).reverse()
    if (back.length === 0) return
    this.#doc.transact(() => {
      for (const one of back) this.#write(one)
    }, this)
  }

  #look(transaction: Y.Transaction): void {
    const own = this.#doc.clientID
    if (!this.#heard || transaction.local || !transaction.deleteSet.clients.has(own)) return
    const texts = textsSwept(transaction, own)
    if (texts.size === 0) return
    const { ds: meant } = Y.decodeUpdate(this.#heard)
    const swept = [...texts].map((text) => sweptIn(text, transaction, meant, own)).filter(({ runs }) => runs.length > 0)
    if (swept.length === 0) return
    this.#back.push(...waysBack(swept, transaction))
  }

  #write(one: PutBack): void {
    if ('into' in one) one.into.insert(0, [new Y.XmlText(one.words)])
    else this.#writeAt(one.place, one.words)
  }

  #writeAt(place: Y.RelativePosition, words: string): void {
    const found = Y.createAbsolutePositionFromRelativePosition(place, this.#doc)
    if (found?.type instanceof Y.XmlText) found.type.insert(found.index, words)
  }
}
