import { diffArrays } from 'diff'
import type * as Y from 'yjs'

type Attributes = Record<string, unknown>
export type Delta = { insert: unknown; attributes?: Attributes }[]

interface Piece {
  text: string
  attributes: Attributes
}

/** Two texts that differ in more words are exchanged between their common beginning and end. */
const maxEditLength = 400

/** Makes the words and their looks the same; what stays is not touched. */
export function towardsText(text: Y.XmlText, wanted: Delta): void {
  removeStrangers(text)
  const pieces = piecesOf(wanted)
  const goal = pieces.map((piece) => piece.text).join('')
  let [at, behind] = [0, 0]
  for (const { kind, words } of stepsBetween(wordsIn(text), goal)) {
    if (kind === 'out') text.delete(at, words.length)
    else if (kind === 'in') at = insert(text, at, cut(pieces, behind, behind + words.length))
    else at += words.length
    if (kind !== 'out') behind += words.length
  }
  towardsLooks(text, pieces)
}

/** Between characters only characters belong; everything else has the length of one. */
function removeStrangers(text: Y.XmlText): void {
  let at = 0
  for (const { insert } of text.toDelta() as Delta)
    if (typeof insert === 'string') at += insert.length
    else text.delete(at, 1)
}

const piecesOf = (delta: Delta): Piece[] =>
  delta.map(({ insert, attributes = {} }) => ({ text: typeof insert === 'string' ? insert : '', attributes }))

const wordsIn = (text: Y.XmlText) =>
  piecesOf(text.toDelta())
    .map((piece) => piece.text)
    .join('')

interface Step {
  kind: 'in' | 'out' | 'same'
  words: string
}

/** Never between the halves of a character. */
const tokensOf = (text: string) => text.match(/[\p{L}\p{N}]+|./gsu) ?? []

function stepsBetween(old: string, goal: string): Step[] {
  const [olds, news] = [tokensOf(old), tokensOf(goal)]
  const parts = diffArrays(olds, news, { maxEditLength })
  if (!parts) return exchanged(olds, news)
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'in' : removed ? 'out' : 'same',
    words: value.join(''),
  }))
}

function exchanged(olds: string[], news: string[]): Step[] {
  const fewer = Math.min(olds.length, news.length)
  let [start, end] = [0, 0]
  while (start < fewer && olds[start] === news[start]) start++
  while (end < fewer - start && olds.at(-1 - end) === news.at(-1 - end)) end++
  const inner = (tokens: string[]) => tokens.slice(start, tokens.length - end).join('')
  return [
    { kind: 'same', words: olds.slice(0, start).join('') },
    { kind: 'out', words: inner(olds) },
    { kind: 'in', words: inner(news) },
  ]
}

function cut(pieces: Piece[], from: number, to: number): Piece[] {
  let at = 0
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(Math.max(from - at, 0), Math.max(to - at, 0))
    at += piece.text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
}

function insert(text: Y.XmlText, at: number, pieces: Piece[]): number {
  let end = at
  for (const piece of pieces) {
    text.insert(end, piece.text, piece.attributes)
    end += piece.text.length
  }
  return end
}

/** The words are the same by now. */
function towardsLooks(text: Y.XmlText, pieces: Piece[]): void {
  let at = 0
  for (const worn of piecesOf(text.toDelta())) {
    for (const { text: words, attributes } of cut(pieces, at, at + worn.text.length)) {
      const other = changesBetween(worn.attributes, attributes)
      if (Object.keys(other).length > 0) text.format(at, words.length, other)
      at += words.length
    }
  }
}

function changesBetween(old: Attributes, wanted: Attributes): Attributes {
  const gone = Object.keys(old).filter((name) => !(name in wanted))
  const other = Object.entries(wanted).filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(other) }
}
