import * as Y from 'yjs'
import { keysFor, shownOrder } from '../comparisons/order.ts'
import type { Row } from '../comparisons/rows.ts'
import { field } from '../markup.ts'
import type { Addition, Effects, RowEffect } from './effects.ts'

const named = (name: string, ...inside: (Y.XmlElement | Y.XmlText)[]) => {
  const element = new Y.XmlElement(name)
  element.insert(0, inside)
  return element
}

const paragraph = (words: string) => named('paragraph', ...(words ? [new Y.XmlText(words)] : []))

const isNamed =
  (name: string) =>
  (one: unknown): one is Y.XmlElement =>
    one instanceof Y.XmlElement && one.nodeName === name

const keyOf = (row: Y.XmlElement) => String(row.getAttribute('order') ?? '')

/** As they are shown, which need not be as they stand. */
function shown(comparison: Y.XmlElement): Y.XmlElement[] {
  const rows = comparison.toArray().filter(isNamed('comparisonRow'))
  return shownOrder(rows.map(keyOf)).map((index) => rows[index] as Y.XmlElement)
}

function* rowsIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray())
    if (isNamed('comparison')(child)) yield* shown(child)
    else if (child instanceof Y.XmlElement) yield* rowsIn(child)
}

/** Shown behind this one; without a key where the others have none, too. */
function keyBehind(row: Y.XmlElement): string {
  const rows = shown(row.parent as Y.XmlElement)
  const order = rows.map((_, index) => index)
  order.splice(rows.indexOf(row) + 1, 0, rows.length)
  const given = keysFor([...rows.map(keyOf), ''], order, rows.length)
  return given.size === 1 ? (given.get(rows.length) ?? '') : ''
}

/** By its name, which older rows may lack. */
const found = (rows: Y.XmlElement[], { id, number }: Row) =>
  (id && rows.find((row) => row.getAttribute('row') === id)) || rows[number - 1]

/** Attributes of our schema may be anything that JSON knows; Yjs only says so of strings. */
function mark(row: Y.XmlElement, attrs: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attrs)) row.setAttribute(name, value as string)
}

function replaceWords(row: Y.XmlElement, cellName: string, inside: Y.XmlElement | Y.XmlText): void {
  const cell = row.toArray().find(isNamed(cellName))
  if (!cell) return
  cell.delete(0, cell.length)
  cell.insert(0, [inside])
}

function change(row: Y.XmlElement, { attrs, place, statement, row: { id } }: RowEffect): void {
  mark(row, id ? attrs : { ...attrs, row: crypto.randomUUID() })
  if (place !== undefined) replaceWords(row, 'rowPlace', new Y.XmlText(place))
  if (statement !== undefined) replaceWords(row, 'rowStatement', paragraph(statement))
}

function rowFor({ statement, isNew }: Addition, source: string, order = ''): Y.XmlElement {
  const row = named(
    'comparisonRow',
    named('rowPlace', new Y.XmlText(statement.place)),
    named('rowStatement', paragraph(statement.words)),
    named('rowPosition', paragraph('')),
    named('rowDemand', paragraph('')),
  )
  const attrs = { row: crypto.randomUUID(), statement: statement.id, source, literal: true, state: 'open', order }
  mark(row, { ...attrs, ...(isNew && { change: 'new' }) })
  return row
}

/** Behind the row that it belongs to, or at the end; a text without a comparison gets one. */
function add(body: Y.XmlFragment, additions: Addition[], rows: Y.XmlElement[], source: string): void {
  const last = rows.at(-1)
  const comparison = last?.parent instanceof Y.XmlElement ? last.parent : named('comparison')
  if (!last) {
    comparison.insert(
      0,
      additions.map((one) => rowFor(one, source)),
    )
    body.push([comparison])
    return
  }
  const behind = new Map<Y.XmlElement, Y.XmlElement>()
  for (const addition of additions) {
    const anchor = (addition.after && found(rows, addition.after)) ?? last
    const place = behind.get(anchor) ?? anchor
    const row = rowFor(addition, source, keyBehind(place))
    const parent = place.parent as Y.XmlElement
    parent.insert(parent.toArray().indexOf(place) + 1, [row])
    behind.set(anchor, row)
  }
}

/**
 * The change that brings a new edition into a text. It touches nothing but what the edition changes, so that people who
 * write in the same rows meanwhile lose nothing. Null when there is nothing to change.
 */
export function takeoverUpdate(
  state: Uint8Array,
  { changed, added }: Effects,
  source: string,
  clientId: number,
): Uint8Array | null {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = clientId
  const body = doc.getXmlFragment(field)
  const rows = [...rowsIn(body)]
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => {
    for (const effect of changed) {
      const row = found(rows, effect.row)
      if (row) change(row, effect)
    }
    if (added.length > 0) add(body, added, rows, source)
  })
  return updates[0] ?? null
}
