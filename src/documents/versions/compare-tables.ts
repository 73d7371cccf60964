import { alignEqual, type Pair, pairAlike, sharedWords, wordSet } from '../content/matching.ts'
import type { Content } from '../markup.ts'
import { type Comparing, compareBlocks, compareNodes } from './compare-blocks.ts'
import { type Compared, childrenOf, whole } from './compared.ts'
import { saidIn } from './shapes.ts'
import { stepsBetween } from './steps.ts'

/** A column of the older table, of the newer one, or of both. */
interface Column {
  old?: number
  fresh?: number
  together: number
}

/** By rows and columns, where both tables have plain ones; otherwise row by row. */
export function compareTables(old: Content, fresh: Content, comparing: Comparing): Compared[] {
  const [olds, news] = [childrenOf(old), childrenOf(fresh)]
  if (!isPlain(olds) || !isPlain(news)) return compareBlocks(olds, news, comparing)
  const columns = columnsBetween(columnsOf(olds), columnsOf(news), comparing)
  return rowsBetween(olds, news, columns, comparing)
}

/** The same number of cells in each row, and none of them reaches over another. */
const isPlain = (rows: Content[]) =>
  rows.every((row) => childrenOf(row).length === childrenOf(rows[0] ?? row).length) &&
  rows.flatMap(childrenOf).every(({ attrs }) => (attrs?.colspan ?? 1) === 1 && (attrs?.rowspan ?? 1) === 1)

/** What is said in each column, from top to bottom. */
const columnsOf = (rows: Content[]): string[][] =>
  childrenOf(rows[0] ?? { type: 'tableRow' }).map((_, place) =>
    rows.map((row) => saidIn(childrenOf(row)[place] ?? { type: 'tableCell' })),
  )

const leastAlike = 0.4

function columnsBetween(olds: string[][], news: string[][], comparing: Comparing): Column[] {
  const pairs = olds.length === news.length ? olds.map((_, place) => [place, place] as const) : alikeIn(olds, news)
  const columns: Column[] = []
  let [older, newer] = [0, 0]
  for (const [old, fresh] of [...pairs, [olds.length, news.length] as const]) {
    for (; older < old; older++) columns.push({ old: older, together: comparing.next() })
    for (; newer < fresh; newer++) columns.push({ fresh: newer, together: comparing.next() })
    if (old < olds.length) columns.push({ old, fresh, together: 0 })
    ;[older, newer] = [old + 1, fresh + 1]
  }
  return columns
}

function alikeIn(olds: string[][], news: string[][]): Pair[] {
  const same = alignEqual(olds.map(saidInColumn), news.map(saidInColumn))
  return same.length === Math.min(olds.length, news.length) ? same : pairAlike(olds, news, likeness, leastAlike)
}

const saidInColumn = (cells: string[]) => cells.join('\n')

/** A column is known by its head. */
function likeness(one: string[], other: string[]): number {
  const hasSameHead = one[0] === other[0] && one[0] !== ''
  return Math.max(hasSameHead ? 0.9 : 0, sharedWords(wordSet(saidInColumn(one)), wordSet(saidInColumn(other))))
}

/** Rows are found by what stands in the columns that both have. */
function rowsBetween(olds: Content[], news: Content[], columns: Column[], comparing: Comparing): Compared[] {
  const inBoth = columns.filter(({ old, fresh }) => old !== undefined && fresh !== undefined)
  const shortOld = new Map(olds.map((row) => [narrowed(row, inBoth, 'old'), row]))
  const shortNew = new Map(news.map((row) => [narrowed(row, inBoth, 'fresh'), row]))
  return stepsBetween([...shortOld.keys()], [...shortNew.keys()]).map((step) => {
    const [old, fresh] = [step.old && shortOld.get(step.old), step.fresh && shortNew.get(step.fresh)]
    return rowBetween(old, fresh, columns, comparing)
  })
}

const narrowed = (row: Content, columns: Column[], side: 'old' | 'fresh'): Content => ({
  ...row,
  content: columns.map((column) => cellOf(row, column[side])),
})

const cellOf = (row: Content, place: number | undefined): Content =>
  childrenOf(row)[place ?? -1] ?? { type: 'tableCell', content: [{ type: 'paragraph' }] }

function rowBetween(
  old: Content | undefined,
  fresh: Content | undefined,
  columns: Column[],
  comparing: Comparing,
): Compared {
  const row = fresh ?? (old as Content)
  const content = columns.map((column) => cellBetween(old, fresh, column, comparing))
  if (old && fresh) return { ...row, content }
  return { ...row, content, change: { kind: old ? 'deleted' : 'inserted' } }
}

const filler = (like: Content): Compared => ({ type: like.type, content: [], change: { kind: 'filler' } })

function cellBetween(
  old: Content | undefined,
  fresh: Content | undefined,
  { old: older, fresh: newer, together }: Column,
  comparing: Comparing,
): Compared {
  const before = old && older !== undefined ? cellOf(old, older) : undefined
  const after = fresh && newer !== undefined ? cellOf(fresh, newer) : undefined
  if (before && after) return compareNodes(before, after, comparing)
  const only = after ?? before
  if (!only) return filler({ type: 'tableCell' })
  const { change: _, ...cell } = whole(only, after ? 'inserted' : 'deleted')
  // In a row that is new as a whole each cell is.
  return old && fresh ? { ...cell, change: { kind: after ? 'inserted' : 'deleted', together } } : cell
}
