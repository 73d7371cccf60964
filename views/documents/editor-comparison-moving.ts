import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { keysFor, shownOrder } from '#src/documents/comparisons/order.ts'
import type { RowAt } from './editor-comparison-rows.ts'

export interface ShownRow {
  node: Node
  pos: number
  /** Among the rows of its comparison, as they stand in the text. */
  index: number
}

const keysOf = (comparison: Node) => comparison.children.map((row) => String(row.attrs.order ?? ''))

function standing(comparison: Node, comparisonPos: number): ShownRow[] {
  const rows: ShownRow[] = []
  comparison.forEach((node, offset, index) => {
    rows.push({ node, pos: comparisonPos + 1 + offset, index })
  })
  return rows
}

/** The rows of a comparison in the order in which they are shown. */
export function shownRows({ comparison, comparisonPos }: Pick<RowAt, 'comparison' | 'comparisonPos'>): ShownRow[] {
  const rows = standing(comparison, comparisonPos)
  return shownOrder(keysOf(comparison)).map((index) => rows[index] as ShownRow)
}

export const isRearranged = (comparison: Node) => shownOrder(keysOf(comparison)).some((index, place) => index !== place)

/** The row that is shown so many rows further down, or up. */
export function rowBeside(row: RowAt, step: 1 | -1): ShownRow | null {
  const rows = shownRows(row)
  return rows[rows.findIndex(({ index }) => index === row.index) + step] ?? null
}

/** The key for a new row behind this one; none where no row has one: then it is shown where it stands. */
export function keyBehind({ comparison, index }: Pick<RowAt, 'comparison' | 'index'>): string {
  const keys = keysOf(comparison)
  const order = shownOrder(keys)
  order.splice(order.indexOf(index) + 1, 0, keys.length)
  const given = keysFor([...keys, ''], order, keys.length)
  return given.size === 1 ? (given.get(keys.length) ?? '') : ''
}

/**
 * Shows a row further up or down. It stays where it stands in the text: what others write in it meanwhile, with or
 * without a line, stays in it.
 */
export const moveRow =
  (row: RowAt, step: 1 | -1): Command =>
  (state, dispatch) => {
    const keys = keysOf(row.comparison)
    const order = shownOrder(keys)
    const at = order.indexOf(row.index)
    if (order[at + step] === undefined) return false
    order.splice(at, 1)
    order.splice(at + step, 0, row.index)
    const rows = standing(row.comparison, row.comparisonPos)
    const { tr } = state
    for (const [index, key] of keysFor(keys, order, row.index))
      if (keys[index] !== key) tr.setNodeAttribute(rows[index]?.pos ?? row.pos, 'order', key)
    dispatch?.(tr.scrollIntoView())
    return true
  }
