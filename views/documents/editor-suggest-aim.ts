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

/** What stands behind a place, or the last of what it is the end of. */
function itemAt(at: number, { type, mapping }: ProsemirrorBinding): Y.Item | null {
  const place = absolutePositionToRelativePosition(at, type, mapping) as Y.RelativePosition
  const { store } = type.doc as Y.Doc
  if (place.item) return Y.getItem(store, place.item) as Y.Item
  if (!place.type) return lastOf(type)
  const parent = Y.getItem(store, place.type) as Y.Item
  return parent.content instanceof Y.ContentType ? (lastOf(parent.content.type) ?? parent) : parent
}

/** What stands next to each other here, up to the next that is still there on either side. */
function* around(item: Y.Item): Generator<Y.Item> {
  yield item
  for (let left = item.left; left; left = left.deleted ? left.left : null) yield left
  for (let right = item.deleted ? item.right : null; right; right = right.deleted ? right.right : null) yield right
}

const madeBy = (item: Y.Item, drafts: Drafts): Draft | undefined =>
  drafts.byClient(item.id.client) ?? drafts.all.find((draft) => item.deleted && draft.takesAway(item.id))

/** The suggestion that stands where the text is being changed, or right beside it. */
export function touched(drafts: Drafts, binding: ProsemirrorBinding, before: Node, after: Node): Draft | undefined {
  const from = before.content.findDiffStart(after.content)
  const to = before.content.findDiffEnd(after.content)?.a
  if (from === null || to === undefined) return undefined
  for (const at of [from, Math.max(from, to)]) {
    const item = itemAt(at, binding)
    for (const one of item ? around(item) : []) {
      const draft = madeBy(one, drafts)
      if (draft) return draft
    }
  }
  return undefined
}
