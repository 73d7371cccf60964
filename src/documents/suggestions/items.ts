import * as Y from 'yjs'
import { readUpdate } from '../editing/guard/reading.ts'
import type { Range } from '../editing/guard/struct.ts'
import type { Spans } from './schema.ts'

/** What an update puts in and takes out of a text, by the numbers of its items. */
export interface Taken {
  own: ReadonlySet<number>
  structs: ReturnType<typeof readUpdate>['sections'][number]['structs']
  /** Deletions of what is not its own. */
  deletions: Range[]
}

export function takeApart(update: Uint8Array): Taken {
  const { sections, deletions } = readUpdate(update)
  const own = new Set(sections.map(({ client }) => client))
  return {
    own,
    structs: sections.flatMap(({ structs }) => structs),
    deletions: deletions.filter(({ client }) => !own.has(client)),
  }
}

/** The item of this number; null when it is not there any more, or not there at all. */
export function itemAt(doc: Y.Doc, client: number, clock: number): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null
  const found = Y.getItem(doc.store, Y.createID(client, clock)) as Y.Item | Y.GC
  return found instanceof Y.Item ? found : null
}

/** Everything in these ranges that is known here, item by item; null for what is gone for good. */
export function* itemsIn(doc: Y.Doc, ranges: Iterable<Range>): Generator<[item: Y.Item | null, Range]> {
  for (const { client, clock, length } of ranges) {
    const end = Math.min(clock + length, Y.getState(doc.store, client))
    for (let at = clock; at < end; ) {
      const found = Y.getItem(doc.store, Y.createID(client, at)) as Y.Item | Y.GC
      const next = Math.min(end, found.id.clock + found.length)
      yield [found instanceof Y.Item ? found : null, { client, clock: at, length: next - at }]
      at = next
    }
  }
}

export const isShown = (item: Y.Item | null): item is Y.Item => item !== null && !item.deleted && item.countable

/** The item that holds this one: the paragraph of its words. Null when it stands in the text itself. */
export const holderOf = (item: Y.Item): Y.Item | null => (item.parent as Y.AbstractType<unknown>)._item

export function* holdersOf(item: Y.Item | null): Generator<Y.Item> {
  for (let at = item; at; at = holderOf(at)) yield at
}

export const rangesOf = (spans: Spans): Range[] => spans.map(([client, clock, length]) => ({ client, clock, length }))

/** Neighbours are one span. */
export function spansOf(ranges: Iterable<Range>): Spans {
  const spans: Spans = []
  for (const { client, clock, length } of ranges) {
    const last = spans.at(-1)
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length
    else spans.push([client, clock, length])
  }
  return spans
}
