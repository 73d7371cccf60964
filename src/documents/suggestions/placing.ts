import type * as Y from 'yjs'
import type { Range } from '../editing/guard/struct.ts'
import { holderOf, isShown, itemAt, itemsIn, spansOf, type Taken } from './items.ts'
import type { Suggestion } from './schema.ts'

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
export const placeOf = (doc: Y.Doc, patch: Taken): Pick<Suggestion, 'touches' | 'within'> => ({
  touches: spansOf(taken(doc, patch)),
  within: spansOf([...holdsOf(doc, patch)].map((item) => ({ ...rangeOf(item), length: 1 }))),
})
