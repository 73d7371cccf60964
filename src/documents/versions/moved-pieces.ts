import { type Compared, changeOf, childrenOf } from './compared.ts'
import { holdsWords, saidIn, wordCountIn } from './shapes.ts'

/** Something that stands in one of the two texts only: a block, or words within one. */
export interface Piece {
  side: 'inserted' | 'deleted'
  /** What is said in it. */
  said: string
  parent: Compared
  /** Where it stands in its parent. */
  from: number
  to: number
  isBlock: boolean
}

/** Shorter ones stand at two places by chance. */
const leastWords = { block: 2, inline: 4 }

export const isAway = ({ side }: Piece) => side === 'deleted'

export const nodeOf = ({ parent, from }: Piece): Compared => childrenOf(parent)[from] as Compared

export const isLongEnough = ({ said, isBlock }: Piece) =>
  wordCountIn({ type: 'text', text: said }) >= (isBlock ? leastWords.block : leastWords.inline)

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** All of them, in reading order. */
export function piecesIn(parent: Compared): Piece[] {
  if (holdsWords(parent)) return runsIn(parent)
  return childrenOf(parent).flatMap((child, from): Piece[] => {
    const side = child.change?.kind
    const isUnit = (side === 'inserted' || side === 'deleted') && !isOfColumn(child)
    if (isUnit) return [{ side, parent, from, to: from + 1, said: squeezed(saidIn(child)), isBlock: true }]
    return !side || side === 'changed' ? piecesIn(child) : []
  })
}

const isOfColumn = ({ change }: Compared) => change !== undefined && 'together' in change

/** Words that were put in or taken out in one go. */
function runsIn(parent: Compared): Piece[] {
  const runs: Piece[] = []
  for (const [from, part] of childrenOf(parent).entries()) {
    const side = changeOf(part)?.type
    const last = runs.at(-1)
    if (side !== 'inserted' && side !== 'deleted') continue
    if (last?.side === side && last.to === from) last.to = from + 1
    else runs.push({ side, parent, from, to: from + 1, said: '', isBlock: false })
  }
  const said = ({ from, to }: Piece) => squeezed(childrenOf(parent).slice(from, to).map(saidIn).join(''))
  return runs.map((run) => ({ ...run, said: said(run) }))
}
