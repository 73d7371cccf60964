import * as Y from 'yjs'
import { presentable, shownOf } from '../content/codec.ts'
import type { Content } from '../markup.ts'
import { findQuote, hasWords, type Quote } from './finding.ts'
import { type ReadingLine, readingLineOf, type SharedPlaces, sharedPlaces } from './reading-line.ts'
import type { Anchor } from './schema.ts'

/** A stored draft, laid out so that passages can be looked up in it. */
export interface LaidOut {
  doc: Y.Doc
  content: Content
  line: ReadingLine
  places: SharedPlaces
}

export interface Stretch {
  from: number
  to: number
}

export function layOut(state: Uint8Array): LaidOut {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const content = presentable(shownOf(doc))
  return { doc, content, line: readingLineOf(content), places: sharedPlaces(doc) }
}

/** What a client says is a position may be anything. */
function positionIn(doc: Y.Doc, written: unknown): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(written), doc)
  } catch {
    return null
  }
}

function offsetIn({ places }: LaidOut, { type, index }: Y.AbsolutePosition): number | null {
  const place = places.get(type)
  if (!place) return null
  if (place.inWords) return Math.min(place.start + index, place.end)
  const inside = type instanceof Y.XmlText ? [] : (type as unknown as Y.XmlElement).toArray()
  const next = places.get(inside[index])
  return next ? next.start : place.end
}

/** Where an anchor leads now; null when one of its ends is gone or not there yet. */
export function stretchOf(laid: LaidOut, anchor: Anchor): Stretch | null {
  const [from, to] = [anchor.from, anchor.to].map((end) => {
    const position = positionIn(laid.doc, end)
    return position && offsetIn(laid, position)
  })
  return from == null || to == null || to <= from ? null : { from, to }
}

export const wordsAt = ({ line }: Pick<LaidOut, 'line'>, { from, to }: Stretch) => line.text.slice(from, to)

/**
 * Where a passage stands now: where its letters are, or, when they were taken out and put in again (moved, undone, split
 * into two paragraphs), where its words are.
 */
export function findPassage(laid: LaidOut, { anchor, quote }: { anchor: Anchor | null; quote: Quote }): Stretch | null {
  const held = anchor && stretchOf(laid, anchor)
  if (held && hasWords(wordsAt(laid, held))) return held
  const at = findQuote(laid.line.text, quote)
  return at === null ? null : { from: at, to: at + quote.words.length }
}

/** An anchor for a stretch: bound to its first and to its last letter, so that what is written beside it stays outside. */
export function anchorAt(laid: LaidOut, { from, to }: Stretch): Anchor | null {
  const first = letterAt(laid, from, 0)
  const last = letterAt(laid, to - 1, 1)
  return first && last ? { from: first, to: last } : null
}

function letterAt({ places }: LaidOut, offset: number, after: 0 | 1): unknown {
  for (const [type, { start, end, inWords }] of places)
    if (inWords && offset >= start && offset < end) {
      const position = Y.createRelativePositionFromTypeIndex(type as Y.XmlText, offset - start + after, after ? -1 : 0)
      return Y.relativePositionToJSON(position)
    }
  return null
}
