import * as Y from 'yjs'
import { isNew, isNote, isWords, type Swept } from './editor-swept-words.ts'

/** Into words at a place of theirs, or into what has none yet. */
export type PutBack = { words: string } & ({ place: Y.RelativePosition } | { into: Y.XmlElement })

function* newItems(transaction: Y.Transaction): Generator<Y.Item> {
  for (const structs of transaction.doc.store.clients.values())
    for (let index = structs.length - 1; index >= 0; index--) {
      const item = structs[index]
      if (!(item instanceof Y.Item) || !isNew(item, transaction)) break
      if (!item.deleted) yield item
    }
}

interface Fresh {
  text: Y.XmlText
  at: number
  words: string
}

/** Words that came with this change, as they stand together. */
function* freshIn(text: Y.XmlText, transaction: Y.Transaction): Generator<Fresh> {
  let [at, begin, words] = [0, 0, '']
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !isWords(item)) continue
    if (isNew(item, transaction)) {
      if (words === '') begin = at
      words += item.content.str
    } else {
      if (words !== '') yield { text, at: begin, words }
      words = ''
    }
    at += item.length
  }
  if (words !== '') yield { text, at: begin, words }
}

/** Where the same words came anew; two such places are none, since nobody knows which it is. */
function placeOf({ known, inNote }: Swept, fresh: Fresh[]): { text: Y.XmlText; at: number } | null {
  const places = fresh
    .filter(({ text }) => isNote(text.parent) === inNote)
    .flatMap(({ text, at, words }) => {
      const first = words.indexOf(known)
      const next = first < 0 ? -1 : words.indexOf(known, first + 1)
      return first < 0 ? [] : next < 0 ? [{ text, at: at + first }] : [null, null]
    })
  return places.length === 1 ? (places[0] ?? null) : null
}

const blocks = ['paragraph', 'heading']

const isEmptyFor = ({ inNote }: Swept, type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement &&
  (inNote ? isNote(type) : blocks.includes(type.nodeName)) &&
  type.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)

function emptyFor(swept: Swept, items: Y.Item[]): Y.XmlElement | null {
  const types = items.map(({ content }) => (content instanceof Y.ContentType ? content.type : null))
  const empty = types.filter((type) => isEmptyFor(swept, type))
  return empty.length === 1 ? (empty[0] ?? null) : null
}

function wayBack(swept: Swept, items: Y.Item[], fresh: Fresh[]): PutBack[] {
  if (swept.known === '') {
    const into = swept.isFirst ? emptyFor(swept, items) : null
    return into ? [{ into, words: swept.runs.map(({ words }) => words).join('') }] : []
  }
  const found = placeOf(swept, fresh)
  if (!found) return []
  return swept.runs.map(({ at, words }) => ({
    place: Y.createRelativePositionFromTypeIndex(found.text, found.at + at, -1),
    words,
  }))
}

/** Where what was swept away may stand again. */
export function waysBack(swept: Swept[], transaction: Y.Transaction): PutBack[] {
  const items = [...newItems(transaction)]
  const written = new Set(items.flatMap((item) => (isWords(item) ? [item.parent] : [])))
  const fresh = [...written].flatMap((text) => [...freshIn(text, transaction)])
  return swept.flatMap((one) => wayBack(one, items, fresh))
}
