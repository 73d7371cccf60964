import type { Piece } from './editor-suggest-pieces.ts'

/** Words that only changed their place or their clothes: what went and what came say the same. */
export interface Turn {
  kind: 'split' | 'join' | 'turn'
  removed: Piece[]
  added: Piece[]
}

export type Shape = { kind: 'piece'; piece: Piece } | Turn

const isBlock = ({ names }: Piece) => names.length > 0
const wordsOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

/** The pieces from here on that do the same, none of the other kind between them. */
function runFrom(pieces: Piece[], at: number): Piece[] {
  const what = pieces[at]?.what
  if (what !== 'added' && what !== 'removed') return []
  const next = pieces.findIndex((piece, index) => index > at && piece.what !== what)
  return pieces.slice(at, next < 0 ? undefined : next)
}

/** A split leaves words behind in one paragraph and puts them into the next; a join the other way round. */
function kindOf(removed: Piece[], added: Piece[]): Turn['kind'] | null {
  if (added.every(isBlock)) return removed.every(isBlock) ? 'turn' : removed.some(isBlock) ? null : 'split'
  return removed.every(isBlock) && !added.some(isBlock) ? 'join' : null
}

interface Found {
  turn: Turn
  /** What stands before it and is not part of it. */
  before: Piece[]
  length: number
}

const isTurn = (kind: Turn['kind'] | null, removed: Piece[], added: Piece[]) =>
  kind !== null && wordsOf(removed) === wordsOf(added) && (kind === 'turn' || wordsOf(removed) !== '')

/** All of the first run, and as much of the second as says the same words. */
function turnAt(pieces: Piece[], at: number): Found | null {
  const first = runFrom(pieces, at)
  const second = runFrom(pieces, at + first.length)
  for (let from = 0; from < second.length; from++)
    for (let to = second.length; to > from; to--) {
      const some = second.slice(from, to)
      const [removed, added] = first[0]?.what === 'removed' ? [first, some] : [some, first]
      const kind = kindOf(removed, added)
      if (kind && isTurn(kind, removed, added))
        return { turn: { kind, removed, added }, before: second.slice(0, from), length: first.length + to }
    }
  return null
}

/** What is written before words that go on in the next paragraph stands where those words begin. */
function placed(piece: Piece, { kind, removed: [gone] }: Turn): Piece {
  const isBehind = kind === 'split' && gone?.shown && !piece.shown && piece.from >= gone.to
  return gone && isBehind ? { ...piece, from: gone.from, to: gone.from } : piece
}

const asIs = (piece: Piece): Shape => ({ kind: 'piece', piece })

/** What a suggestion does, as it should be shown: words that stay the same are not struck out and written again. */
export function shapesOf(pieces: Piece[]): Shape[] {
  const shapes: Shape[] = []
  for (let at = 0; at < pieces.length; ) {
    const found = turnAt(pieces, at)
    shapes.push(
      ...(found
        ? [...found.before.map((piece) => asIs(placed(piece, found.turn))), found.turn]
        : pieces.slice(at, at + 1).map(asIs)),
    )
    at += found?.length ?? 1
  }
  return shapes
}
