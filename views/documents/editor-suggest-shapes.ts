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

function turnAt(pieces: Piece[], at: number): (Turn & { length: number }) | null {
  const first = runFrom(pieces, at)
  const second = runFrom(pieces, at + first.length)
  if (first.length === 0 || second.length === 0) return null
  const [removed, added] = first[0]?.what === 'removed' ? [first, second] : [second, first]
  // The words decide: as many of the second run as it takes to say what the first says.
  for (let [a, r] = [added.length, removed.length]; a > 0 && r > 0; ) {
    const [some, others] = [added.slice(0, a), removed.slice(0, r)]
    const kind = kindOf(others, some)
    if (kind && wordsOf(some) === wordsOf(others) && (kind === 'turn' || wordsOf(some) !== ''))
      return first.length === (first === removed ? r : a) ? { kind, removed: others, added: some, length: a + r } : null
    if (first === removed) a -= 1
    else r -= 1
  }
  return null
}

/** What a suggestion does, as it should be shown: words that stay the same are not struck out and written again. */
export function shapesOf(pieces: Piece[]): Shape[] {
  const shapes: Shape[] = []
  for (let at = 0; at < pieces.length; ) {
    const turn = turnAt(pieces, at)
    const piece = pieces[at]
    if (turn) shapes.push(turn)
    else if (piece) shapes.push({ kind: 'piece', piece })
    at += turn?.length ?? 1
  }
  return shapes
}
