import { sharedWords } from '../content/matching.ts'
import { type Comparing, compareNodes } from './compare-blocks.ts'
import { type Compared, childrenOf, type NodeChange, unmarked, type WordChange } from './compared.ts'
import { isAway, isLongEnough, nodeOf, type Piece, piecesIn } from './moved-pieces.ts'
import { kindOf, wordsIn } from './shapes.ts'

/** A block that was moved and reworded shares at least so much, and is at least so long. */
const alike = { share: 0.75, words: 8 }
const fewEnough = 10_000

type Pair = readonly [away: Piece, here: Piece]

/**
 * What was taken out here and put in there is one passage that was moved: marked as such at both ends, so that nobody
 * takes it for something new. Works on the tree that is handed in.
 */
export function markMoved(content: Compared, comparing: Comparing): void {
  const pieces = piecesIn(content)
  const same = sameIn(pieces)
  const pairs = [...same, ...alikeIn(pieces, new Set(same.flat()))]
  for (const passage of passages(withNeighbours(pairs, pieces))) {
    const together = comparing.next()
    for (const [away, here] of passage) markPair(away, here, together, comparing)
  }
}

function grouped<K>(pieces: Piece[], keyOf: (piece: Piece) => K): Map<K, Piece[]> {
  const groups = new Map<K, Piece[]>()
  for (const piece of pieces) {
    const group = groups.get(keyOf(piece))
    if (group) group.push(piece)
    else groups.set(keyOf(piece), [piece])
  }
  return groups
}

/** Exactly the same words, each taken once. */
function sameIn(pieces: Piece[]): Pair[] {
  const long = pieces.filter(isLongEnough)
  const waiting = grouped(
    long.filter((piece) => !isAway(piece)),
    ({ said }) => said,
  )
  return long.filter(isAway).flatMap((away): Pair[] => {
    const here = waiting.get(away.said)?.shift()
    return here ? [[away, here]] : []
  })
}

/** Moved and reworded at once. */
function alikeIn(pieces: Piece[], taken: Set<Piece>): Pair[] {
  const free = pieces.filter((piece) => piece.isBlock && !taken.has(piece) && isLong(piece))
  const [aways, heres] = [free.filter(isAway), free.filter((piece) => !isAway(piece))]
  if (aways.length * heres.length > fewEnough) return []
  return aways.flatMap((away): Pair[] => {
    const here = mostAlike(
      away,
      heres.filter((one) => !taken.has(one)),
    )
    if (!here) return []
    taken.add(here)
    return [[away, here]]
  })
}

const isLong = (piece: Piece) => wordsIn(nodeOf(piece)).size >= alike.words

function mostAlike(away: Piece, heres: Piece[]): Piece | undefined {
  const rated = heres.map((here) => ({ here, share: likeness(nodeOf(away), nodeOf(here)) }))
  return rated.filter(({ share }) => share >= alike.share).sort((a, b) => b.share - a.share)[0]?.here
}

const likeness = (one: Compared, other: Compared) =>
  kindOf(one) === kindOf(other) ? sharedWords(wordsIn(one), wordsIn(other)) : 0

/** A short heading or an empty line goes with the passage that it stands beside. */
function withNeighbours(pairs: Pair[], pieces: Piece[]): Pair[] {
  const blocks = grouped(
    pieces.filter(({ isBlock }) => isBlock),
    ({ parent }) => parent,
  )
  const places = new Map([...blocks].map(([parent, own]) => [parent, new Map(own.map((one) => [one.from, one]))]))
  const beside = ({ parent, from }: Piece, step: number) => places.get(parent)?.get(from + step)
  const taken = new Set(pairs.flat())
  const found = [...pairs]
  for (const [away, here] of found)
    for (const step of [-1, 1]) {
      const [one, other] = [beside(away, step), beside(here, step)]
      if (!one || !other || taken.has(one) || taken.has(other) || !areSame(one, other)) continue
      taken.add(one).add(other)
      found.push([one, other])
    }
  return found
}

const areSame = (one: Piece, other: Piece) =>
  isAway(one) && !isAway(other) && one.said === other.said && kindOf(nodeOf(one)) === kindOf(nodeOf(other))

/** What was moved in one go is one passage. */
function passages(pairs: Pair[]): Pair[][] {
  const open = new Map<Compared, Pair[][]>()
  for (const pair of pairs.toSorted(([one], [other]) => one.from - other.from)) {
    const groups = open.get(pair[0].parent) ?? []
    const group = groups.find((pairs) => follows(pairs.at(-1), pair))
    if (group) group.push(pair)
    else groups.push([pair])
    open.set(pair[0].parent, groups)
  }
  return [...open.values()].flat()
}

const isNext = (one: Piece, other: Piece) =>
  one.isBlock && other.isBlock && one.parent === other.parent && other.from === one.from + 1

const follows = (last: Pair | undefined, [away, here]: Pair) =>
  last !== undefined && isNext(last[0], away) && isNext(last[1], here)

function markPair(away: Piece, here: Piece, together: number, comparing: Comparing): void {
  // A row keeps its cells, also those that only hold a column's place.
  const isComparable = away.isBlock && here.isBlock && nodeOf(here).type !== 'tableRow'
  const compared = isComparable ? compareNodes(bare(nodeOf(away)), bare(nodeOf(here)), comparing) : undefined
  markEnd(away, 'moved_away', together)
  markEnd(here, 'moved_here', together, compared)
}

/** As it is without the difference. */
function bare(node: Compared): Compared {
  const { change: _, content, ...rest } = unmarked(node)
  return content ? { ...rest, content: content.map(bare) } : rest
}

function markEnd(piece: Piece, kind: 'moved_here' | 'moved_away', together: number, compared?: Compared): void {
  if (piece.isBlock) markBlock(piece, { kind, together }, compared ?? withoutMarks(nodeOf(piece)))
  else markRun(piece, kind, together)
}

function markBlock({ parent, from }: Piece, change: NodeChange, node: Compared): void {
  childrenOf(parent)[from] = { ...node, change }
}

const withoutMarks = (node: Compared): Compared =>
  node.content ? { ...node, content: node.content.map((child) => withoutMarks(unmarked(child))) } : node

function markRun({ parent, from, to }: Piece, type: WordChange, together: number): void {
  const children = childrenOf(parent)
  for (let at = from; at < to; at++) {
    const part = withoutMarks(unmarked(children[at] as Compared))
    children[at] = { ...part, marks: [...(part.marks ?? []), { type, attrs: { together } }] }
  }
}
