import type * as Y from 'yjs'
import { kinds, type Range, type Struct } from '../editing/guard/struct.ts'
import { holderOf, isShown, itemAt, itemsIn, spansOf, type Taken } from './items.ts'
import type { Gaps, Letter, Suggestion } from './schema.ts'

const rangeOf = ({ id, length }: Y.Item): Range => ({ client: id.client, clock: id.clock, length })

function* taken(doc: Y.Doc, { deletions }: Taken): Generator<Range> {
  for (const [item, range] of itemsIn(doc, deletions)) if (isShown(item)) yield range
}

/** What of the text each of its parts stands in, if that is a part of the text. */
export function holdsOf(doc: Y.Doc, { structs, own }: Taken): Set<Y.Item> {
  const holds = new Set<Y.Item>()
  const at = (client: number, clock: number) => (client < 0 || own.has(client) ? null : itemAt(doc, client, clock))
  for (const struct of structs) {
    const neighbour = at(struct.originClient, struct.originClock) ?? at(struct.rightClient, struct.rightClock)
    const hold = neighbour ? holderOf(neighbour) : at(struct.parentClient, struct.parentClock)
    if (hold && !hold.deleted) holds.add(hold)
  }
  return holds
}

/** On what in the text it lies, before it is applied. */
export const placeOf = (doc: Y.Doc, patch: Taken): Pick<Suggestion, 'touches' | 'within' | 'between'> => ({
  touches: spansOf(taken(doc, patch)),
  within: spansOf([...holdsOf(doc, patch)].map((item) => ({ ...rangeOf(item), length: 1 }))),
  between: gapsOf(doc, patch),
})

/** Letters and elements; how letters look follows them wherever they go. */
const isPlaced = ({ kind, attribute }: Struct) =>
  (kind === kinds.text || kind === kinds.type) && attribute === undefined

function gapsOf(doc: Y.Doc, { structs, own }: Taken): Gaps {
  const gaps = new Map<string, Gaps[number]>()
  for (const struct of structs.filter(isPlaced)) {
    if (own.has(struct.originClient)) continue
    const left = shownFrom(doc, struct.originClient, struct.originClock, 'left')
    const right = own.has(struct.rightClient) ? null : shownFrom(doc, struct.rightClient, struct.rightClock, 'right')
    if (left || right) gaps.set(`${left} ${right}`, [left, right])
  }
  return [...gaps.values()]
}

const isSeen = (item: Y.Item): boolean => isShown(item)

/** The nearest letter on this side that anybody sees; what was deleted before is no neighbour. */
function shownFrom(doc: Y.Doc, client: number, clock: number, side: 'left' | 'right'): Letter {
  if (client < 0) return null
  const first = itemAt(doc, client, clock)
  if (first && isSeen(first)) return [client, clock]
  for (let item = first?.[side] ?? null; item; item = item[side])
    if (isSeen(item)) return [item.id.client, side === 'left' ? item.id.clock + item.length - 1 : item.id.clock]
  return null
}
