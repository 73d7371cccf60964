import * as Y from 'yjs'
import { kinds } from '../editing/guard/struct.ts'
import { holderOf, holdersOf, isShown, itemAt, itemsIn, rangesOf, takeApart } from './items.ts'
import type { Letter, Suggestion } from './schema.ts'
import { touchedWords } from './touched-words.ts'
import { isWrittenInto } from './written-into.ts'

type Placed = Pick<Suggestion, 'id' | 'update' | 'touches' | 'within' | 'between' | 'seen'>

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
    for (const one of open) cut(transaction, one)
    return compared(open.map((one) => lookAt(doc, one)))
  })
}

/** So that whatever is touched, or new since then, is an item of its own. */
function cut(transaction: Y.Transaction, { touches, seen, between }: Placed): void {
  const { store } = transaction.doc
  const cutAt = (client: number, clock: number) => {
    if (clock > 0 && clock < Y.getState(store, client)) cutBefore(transaction, client, clock)
  }
  for (const [client, clock, length] of touches) for (const at of [clock, clock + length]) cutAt(client, at)
  for (const [client, clock] of Y.decodeStateVector(seen)) cutAt(client, clock)
  for (const [left, right] of between) {
    if (left) cutAt(left[0], left[1] + 1)
    if (right) cutAt(right[0], right[1])
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
  /** What is still there of what stood on both sides of what it puts in. */
  gaps: Y.Item[][]
  words: Set<string>
}

function lookAt(doc: Y.Doc, { id, update, touches, within, between, seen }: Placed): Look {
  const found = [...itemsIn(doc, rangesOf(touches))].map(([item]) => item)
  const touched = new Set(found.filter(isShown))
  const holds = [...itemsIn(doc, rangesOf(within))].map(([item]) => item)
  const isHeld = holds.some((item) => item !== null && !item.deleted)
  const gaps = between.map((gap) => gap.flatMap((letter) => letterAt(doc, letter)))
  // What stands in no paragraph, such as a new one between two, always has a place.
  const isFree = holds.length === 0 && takeApart(update).structs.some(({ kind }) => kind === kinds.type)
  const gone = touched.size === 0 && (touches.length > 0 || !(isHeld || isFree))
  const changed =
    found.some((item) => !isShown(item)) ||
    holds.some((item) => item === null || item.deleted) ||
    gaps.some((gap) => gap.length === 0) ||
    isWrittenInto(touched, Y.decodeStateVector(seen))
  return { id, gone, changed, touched, gaps, words: touchedWords(touched, gaps) }
}

function letterAt(doc: Y.Doc, letter: Letter): Y.Item[] {
  const item = letter && itemAt(doc, ...letter)
  return isShown(item) ? [item] : []
}

/** Both take out the same, or the one writes into what the other takes out. */
function crosses(one: Look, other: Look): boolean {
  const takes = (item: Y.Item) => other.touched.has(item)
  const isTaken = (gap: Y.Item[]) =>
    gap.length > 0 && (gap.every(takes) || gap.some((item) => [...holdersOf(holderOf(item))].some(takes)))
  return (
    [...one.touched].some((item) => [...holdersOf(item)].some(takes)) ||
    one.gaps.some(isTaken) ||
    [...one.words].some((word) => other.words.has(word))
  )
}
