import * as Y from 'yjs'
import { kinds, type Struct } from '../editing/guard/struct.ts'
import { holdersOf, isShown, itemAt, itemsIn, rangesOf, type Taken, takeApart } from './items.ts'
import type { Suggestion } from './schema.ts'

type Placed = Pick<Suggestion, 'id' | 'update' | 'touches' | 'within' | 'seen'>

export interface Standing {
  /** Nothing of what it lies on is there any more. */
  gone: boolean
  /** Meanwhile somebody changed what it changes, or somebody else proposes something for the same words. */
  collision: boolean
}

/** How open suggestions stand to the text as it is now, and to each other. */
export function standingOf(state: Uint8Array, open: Placed[]): Map<string, Standing> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  // What Yjs has cut for us it joins again when the transaction is over.
  return Y.transact(doc, (transaction) => {
    const parts = open.map((one) => ({ ...one, patch: takeApart(one.update) }))
    for (const part of parts) cut(transaction, part)
    return compared(parts.map((part) => lookAt(doc, part)))
  })
}

type Part = Placed & { patch: Taken }

/** So that whatever is touched, or new since then, is an item of its own. */
function cut(transaction: Y.Transaction, { touches, seen, patch }: Part): void {
  const { store } = transaction.doc
  const cutAt = (client: number, clock: number) => {
    if (clock > 0 && clock < Y.getState(store, client)) cutBefore(transaction, client, clock)
  }
  for (const [client, clock, length] of touches) for (const at of [clock, clock + length]) cutAt(client, at)
  for (const [client, clock] of Y.decodeStateVector(seen)) cutAt(client, clock)
  for (const { originClient, originClock, rightClient, rightClock } of patch.structs) {
    if (originClient >= 0) cutAt(originClient, originClock + 1)
    if (rightClient >= 0) cutAt(rightClient, rightClock)
  }
}

function cutBefore(transaction: Y.Transaction, client: number, clock: number): void {
  const found = Y.getItem(transaction.doc.store, Y.createID(client, clock)) as Y.Item | Y.GC
  if (found instanceof Y.Item && found.id.clock < clock) Y.getItemCleanStart(transaction, Y.createID(client, clock))
}

const compared = (looks: Look[]) =>
  new Map(
    looks.map((look): [string, Standing] => {
      const crossed = looks.some((other) => other !== look && (crosses(look, other) || crosses(other, look)))
      return [look.id, { gone: look.gone, collision: !look.gone && (look.changed || crossed) }]
    }),
  )

interface Look {
  id: string
  gone: boolean
  changed: boolean
  /** What it takes out and is still there. */
  touched: Set<Y.Item>
  /** Where it puts something in: the items around, and what holds them. */
  places: [left: Y.Item | null, right: Y.Item | null, holder: Y.Item | null][]
}

function lookAt(doc: Y.Doc, { id, patch, touches, within, seen }: Part): Look {
  const found = [...itemsIn(doc, rangesOf(touches))].map(([item]) => item)
  const touched = new Set(found.filter(isShown))
  const holds = [...itemsIn(doc, rangesOf(within))].map(([item]) => item)
  const isHeld = holds.some((item) => item !== null && !item.deleted)
  // What stands in no paragraph, such as a new one between two, always has a place.
  const isFree = holds.length === 0 && patch.structs.some(({ kind }) => kind === kinds.type)
  const gone = touched.size === 0 && !isHeld && !isFree
  const known = Y.decodeStateVector(seen)
  const isNew = (item: Y.Item) => isShown(item) && item.id.clock >= (known.get(item.id.client) ?? 0)
  const places = patch.structs.filter(isPlaced).map((struct) => placeIn(doc, struct, patch.own))
  const changed =
    found.some((item) => !isShown(item)) ||
    holds.some((item) => item === null || item.deleted) ||
    isWrittenInto(touched, isNew) ||
    places.some(([left, right]) => isLost(left, touched) && isLost(right, touched))
  return { id, gone, changed, touched, places }
}

/** Letters and elements; how letters look follows them wherever they go. */
const isPlaced = ({ kind, attribute }: Struct) =>
  (kind === kinds.text || kind === kinds.type) && attribute === undefined

function placeIn(doc: Y.Doc, struct: Struct, own: ReadonlySet<number>): Look['places'][number] {
  const at = (client: number, clock: number) => (client < 0 || own.has(client) ? null : itemAt(doc, client, clock))
  const [left, right] = [at(struct.originClient, struct.originClock), at(struct.rightClient, struct.rightClock)]
  const beside = left ?? right
  const holder = beside ? (beside.parent as Y.AbstractType<unknown>)._item : at(struct.parentClient, struct.parentClock)
  return [left, right, holder]
}

const isLost = (item: Y.Item | null, touched: ReadonlySet<Y.Item>) => item?.deleted === true && !touched.has(item)

/** Whether something new stands between or inside of what would be taken out. */
function isWrittenInto(touched: ReadonlySet<Y.Item>, isNew: (item: Y.Item) => boolean): boolean {
  const parents = new Set([...touched].filter(({ parentSub }) => parentSub === null).map(({ parent }) => parent))
  return (
    [...parents].some((parent) => isBetween(parent as Y.AbstractType<unknown>, touched, isNew)) ||
    [...touched].some((item) => isInside(item, isNew))
  )
}

function isBetween(
  { _start }: Y.AbstractType<unknown>,
  touched: ReadonlySet<Y.Item>,
  isNew: (item: Y.Item) => boolean,
) {
  let [isAfter, isFresh] = [false, false]
  for (let item = _start; item; item = item.right) {
    if (!isShown(item)) continue
    if (touched.has(item)) {
      if (isAfter && isFresh) return true
      isAfter = true
      isFresh = false
    } else if (isNew(item)) isFresh = true
    else isAfter = false
  }
  return false
}

function isInside(item: Y.Item, isNew: (item: Y.Item) => boolean): boolean {
  const open = [item]
  for (let at = open.pop(); at; at = open.pop()) {
    if (!(at.content instanceof Y.ContentType)) continue
    for (let child = at.content.type._start; child; child = child.right) {
      if (isNew(child)) return true
      if (isShown(child)) open.push(child)
    }
    for (const child of at.content.type._map.values()) if (isNew(child)) return true
  }
  return false
}

/** Both take out the same, or the one writes into what the other takes out. */
function crosses(one: Look, other: Look): boolean {
  const takes = (item: Y.Item | null) => item !== null && other.touched.has(item)
  return (
    [...one.touched].some(takes) ||
    one.places.some(([left, right, holder]) => (takes(left) && takes(right)) || [...holdersOf(holder)].some(takes))
  )
}
