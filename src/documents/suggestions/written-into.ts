import * as Y from 'yjs'
import { isShown } from './items.ts'

type Known = ReadonlyMap<number, number>

const isNewIn = (known: Known) => (item: Y.Item) => !item.deleted && item.id.clock >= (known.get(item.id.client) ?? 0)

/** Whether something that was not known then stands between or inside of what would be taken out. */
export function isWrittenInto(touched: ReadonlySet<Y.Item>, known: Known): boolean {
  const isNew = isNewIn(known)
  const parents = new Set([...touched].filter(({ parentSub }) => parentSub === null).map(({ parent }) => parent))
  return (
    [...parents].some((parent) => isBetween(parent as Y.AbstractType<unknown>, touched, isNew)) ||
    [...touched].some((item) => isInside(item, isNew))
  )
}

type Test = (item: Y.Item) => boolean

function isBetween({ _start }: Y.AbstractType<unknown>, touched: ReadonlySet<Y.Item>, isNew: Test): boolean {
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

/** Also how words look and what an element is set to: all of that would go with it. */
function isInside(item: Y.Item, isNew: Test): boolean {
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
