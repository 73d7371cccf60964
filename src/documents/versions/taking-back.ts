import type { Content } from '../markup.ts'
import { type Compared, changeOf, reformattedFrom, unmarked } from './compared.ts'
import { holdsWords } from './shapes.ts'

type Side = 'before' | 'after'

const only: Record<Side, readonly string[]> = {
  before: ['deleted', 'moved_away'],
  after: ['inserted', 'moved_here'],
}

const other = (side: Side): Side => (side === 'before' ? 'after' : 'before')

/** The older text again, out of a difference. */
export const beforeOf = (content: Compared): Content => sideOf(content, 'before')[0] ?? { type: content.type }

/** The newer text again, out of a difference. */
export const afterOf = (content: Compared): Content => sideOf(content, 'after')[0] ?? { type: content.type }

function sideOf(node: Compared, side: Side): Content[] {
  const { change } = node
  const word = changeOf(node)?.type
  if (word && only[other(side)].includes(word)) return []
  if (change?.kind === 'filler' || (change && only[other(side)].includes(change.kind))) return []
  if (change?.kind === 'reshaped' && side === 'before') return change.was
  return [clean(node, side)]
}

function clean(node: Compared, side: Side): Content {
  const { change, place: _, content, attrs, ...rest } = unmarked(node)
  const was = side === 'before' ? reformattedFrom(node) : undefined
  const old = side === 'before' && change?.kind === 'changed' ? change.was : { type: rest.type, attrs }
  const inside = content?.flatMap((child) => sideOf(child, side))
  return { ...rest, ...withoutNothing({ ...old, marks: was ?? rest.marks, content: inside }) }
}

const withoutNothing = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T

/** The difference without what is told of these places: there the newer text stands as it is. */
export function settled(node: Compared, places: ReadonlySet<number>): Compared[] {
  const isTold = node.place !== undefined && places.has(node.place)
  if (isTold && node.change?.kind !== 'changed') return sideOf(node, 'after')
  const { change, place, ...rest } = node
  const kept = isTold ? rest : node
  const words = isTold && holdsWords(node)
  const content = node.content?.flatMap((child) => (words ? sideOf(child, 'after') : settled(child, places)))
  return [{ ...kept, ...(content && { content }) }]
}
