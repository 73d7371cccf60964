import type { Node } from '@tiptap/pm/model'
import { absolutePositionToRelativePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Draft } from './editor-suggest-draft.ts'
import type { Drafts } from './editor-suggest-drafts.ts'

function lastOf(type: Pick<Y.XmlFragment, '_start'>): Y.Item | null {
  let item = type._start
  while (item?.right) item = item.right
  return item
}

/** What is no longer there, up to the next that is. */
function* upTo(item: Y.Item | null, next: 'left' | 'right'): Generator<Y.Item> {
  for (let at = item; at; at = at.deleted ? at[next] : null) yield at
}

/** A block, and whatever is or was in it: if it goes, it goes with that. */
function* within(item: Y.Item): Generator<Y.Item> {
  yield item
  if (!(item.content instanceof Y.ContentType)) return
  for (let at = item.content.type._start; at; at = at.right) yield* within(at)
}

function* withinEach(items: Generator<Y.Item>): Generator<Y.Item> {
  for (const item of items) yield* within(item)
}

/** Everything right beside a place, on either side. */
function* beside(at: number, { type, mapping }: ProsemirrorBinding): Generator<Y.Item> {
  const place = absolutePositionToRelativePosition(at, type, mapping) as Y.RelativePosition
  const { store } = type.doc as Y.Doc
  if (!place.item) {
    const parent = place.type ? (Y.getItem(store, place.type) as Y.Item) : null
    const inside = parent?.content instanceof Y.ContentType ? parent.content.type : type
    if (parent) yield parent
    return yield* withinEach(upTo(lastOf(inside), 'left'))
  }
  const item = Y.getItem(store, place.item) as Y.Item
  // A place in words is told by the letter before it, one between blocks by the block behind it.
  const isBefore = place.assoc < 0
  const isLast = place.item.clock === item.id.clock + item.length - 1
  yield* within(item)
  if (isBefore && isLast) yield* upTo(item.right, 'right')
  if (!isBefore) yield* upTo(item.left, 'left')
}

const madeBy = (item: Y.Item, drafts: Drafts): Draft | undefined =>
  drafts.byClient(item.id.client) ?? drafts.all.find((draft) => item.deleted && draft.takesAway(item.id))

/** The suggestion that stands where the text is being changed, or right beside it. */
export function touched(drafts: Drafts, binding: ProsemirrorBinding, before: Node, after: Node): Draft | undefined {
  const from = before.content.findDiffStart(after.content)
  const to = before.content.findDiffEnd(after.content)?.a
  if (from === null || to === undefined) return undefined
  // Of two equal letters beside each other nobody knows which one went: wherever it may have been counts.
  const gone = Math.max(0, before.content.size - after.content.size)
  for (const at of [Math.min(from, to), Math.max(from + gone, to)]) {
    for (const one of beside(at, binding)) {
      const draft = madeBy(one, drafts)
      if (draft) return draft
    }
  }
  return undefined
}
