import * as Y from 'yjs'
import { contentOfDoc } from '../content/codec.ts'
import { type Content, field } from '../markup.ts'
import { difference } from '../versions/difference.ts'
import { changesBetween } from './comparing.ts'
import { holderOf, holdersOf, itemAt, itemsIn, type Taken, takeApart } from './items.ts'
import { holdsOf, placeOf } from './placing.ts'
import type { Shown, Suggestion } from './schema.ts'

/** Of these only the parts are shown that are touched; of a table, whose columns go through all rows, everything. */
const containers = new Set(['bulletList', 'orderedList', 'taskList', 'comparison'])

/** Nobody reads more of it in a list of suggestions. */
const mostBlocks = 30

/** How a text would read with a suggestion, and on what of it the suggestion lies. */
export type Described = Pick<Suggestion, 'touches' | 'within' | 'between' | 'shown' | 'seen'>

export function describe(state: Uint8Array, update: Uint8Array): Described {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const patch = takeApart(update)
  const seen = Y.encodeStateVector(doc)
  const place = placeOf(doc, patch)
  const touched = touchedIn(doc, patch)
  const before = passage(doc, touched)
  Y.applyUpdate(doc, update)
  for (const item of madeBy(doc, patch)) touched.add(item)
  return { ...place, seen, shown: shownOf(before, passage(doc, touched)) }
}

export function shownOf(before: Content[], after: Content[]): Shown {
  const [old, fresh] = [before, after].map(
    (content): Content => ({ type: 'doc', content: content.slice(0, mostBlocks) }),
  )
  const { content } = difference(old as Content, fresh as Content)
  return { content, changes: changesBetween(before, after, content) }
}

/** The items of all elements on the way from the text to what is touched. */
function touchedIn(doc: Y.Doc, patch: Taken): Set<Y.Item> {
  const touched = new Set(holdsOf(doc, patch))
  const gone = [...itemsIn(doc, patch.deletions)].flatMap(([item]) => (item && !item.deleted ? [item] : []))
  for (const item of gone) touched.add(item)
  const elements = gone.filter(({ content }) => content instanceof Y.ContentType)
  for (const item of elements) for (const one of beside(item, touched)) touched.add(one)
  for (const item of [...touched]) for (const holder of holdersOf(item)) touched.add(holder)
  return touched
}

/** What stays there, so that a list of which a part goes is not shown as one that is empty, or as a whole. */
function beside(item: Y.Item, gone: ReadonlySet<Y.Item>): Y.Item[] {
  if (!holderOf(item)) return []
  for (const side of ['left', 'right'] as const)
    for (let at = item[side]; at; at = at[side]) if (!at.deleted && !gone.has(at)) return [at]
  return []
}

/** And what it brings along itself. */
function* madeBy(doc: Y.Doc, { structs }: Taken): Generator<Y.Item> {
  for (const { client, clock } of structs) {
    const item = itemAt(doc, client, clock)
    if (item?.content instanceof Y.ContentType && !item.deleted) yield* holdersOf(item)
    else if (item && !item.deleted) yield* holdersOf(holderOf(item))
  }
}

const isIn = (touched: ReadonlySet<Y.Item>) => (child: unknown) =>
  child instanceof Y.XmlElement && child._item !== null && touched.has(child._item)

function passage(doc: Y.Doc, touched: ReadonlySet<Y.Item>): Content[] {
  const shown = doc.getXmlFragment(field).toArray().filter(isIn(touched)) as Y.XmlElement[]
  const copy = new Y.Doc()
  copy.getXmlFragment(field).push(shown.slice(0, mostBlocks + 1).map((element) => copied(element, touched)))
  return shown.length > 0 ? (contentOfDoc(copy).content ?? []) : []
}

function copied(element: Y.XmlElement, touched: ReadonlySet<Y.Item>): Y.XmlElement {
  const parts = element.toArray().filter(isIn(touched)) as Y.XmlElement[]
  if (!containers.has(element.nodeName) || parts.length === 0) return element.clone() as Y.XmlElement
  const copy = new Y.XmlElement(element.nodeName)
  for (const [name, value] of Object.entries(element.getAttributes())) copy.setAttribute(name, value as string)
  copy.insert(
    0,
    parts.map((part) => copied(part, touched)),
  )
  return copy
}
