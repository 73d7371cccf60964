import { safeHref } from '../../paths.ts'
import type { Content } from '../markup.ts'
import type { Outgoing } from './outgoing.ts'

export const childrenOf = (node: Content): Content[] => node.content ?? []

export const whole = (value: unknown, otherwise = 1) => (Number.isInteger(value) ? Number(value) : otherwise)

export const word = (value: unknown): string => (typeof value === 'string' ? value : '')

export type Mark = NonNullable<Content['marks']>[number]

export const markOf = (node: Content, type: string): Mark | undefined => node.marks?.find((mark) => mark.type === type)

/** Where a link leads, also for somebody who is not on our pages. */
export function hrefOf(node: Content, { base }: Pick<Outgoing, 'base'>): string | null {
  const href = safeHref(markOf(node, 'link')?.attrs?.href)
  return href?.startsWith('/') ? base + href : href
}

/** From whom a change comes that is only suggested, and which. */
export function changeOf(node: Content): { kind: 'inserted' | 'deleted'; by: string } | null {
  const mark = markOf(node, 'deleted') ?? markOf(node, 'inserted')
  return mark ? { kind: mark.type as 'inserted' | 'deleted', by: word(mark.attrs?.by) } : null
}

/** The threads that hang on these words. */
export const threadsAt = (node: Content): string[] => {
  const on = markOf(node, 'remarked')?.attrs?.threads
  return Array.isArray(on) ? on.map(String) : []
}

export function* nodesOf(content: Content): Generator<Content> {
  yield content
  for (const child of childrenOf(content)) yield* nodesOf(child)
}

export const isHeading = ({ type }: Content) => type === 'heading'

const levelOf = (heading: Content) => Math.min(3, Math.max(1, whole(heading.attrs?.level)))

/** The highest heading in use is of rank one, and none is more than one rank below the heading before it. */
export function ranksOf(content: Content): Map<Content, number> {
  const headings = Array.from(nodesOf(content)).filter(isHeading)
  const highest = Math.min(...headings.map(levelOf))
  const ranks = new Map<Content, number>()
  let before = 0
  for (const heading of headings) {
    before = Math.min(levelOf(heading) - highest + 1, before + 1)
    ranks.set(heading, before)
  }
  return ranks
}

/** Footnotes in reading order: the first one is number one. */
export const notesOf = (content: Content): Content[] =>
  Array.from(nodesOf(content)).filter(({ type }) => type === 'footnote')

/** Rows at the top of a table that consist of nothing but headers: they are repeated on every page. */
export function headRowsOf(table: Content): number {
  const rows = childrenOf(table)
  const first = rows.findIndex((row) => childrenOf(row).some(({ type }) => type !== 'tableHeader'))
  return first < 0 ? Math.max(0, rows.length - 1) : first
}

/** What reaches further than any table is one that means harm. */
const span = (value: unknown) => Math.min(100, Math.max(1, whole(value)))

export const spansOf = (cell: Content) => ({ columns: span(cell.attrs?.colspan), rows: span(cell.attrs?.rowspan) })

export const columnsOf = (table: Content): number =>
  Math.max(
    1,
    ...childrenOf(table)
      .slice(0, 1)
      .map((row) => childrenOf(row).reduce((sum, cell) => sum + spansOf(cell).columns, 0)),
  )

export const plainOf = (node: Content): string =>
  node.text ?? (node.type === 'hardBreak' ? ' ' : childrenOf(node).map(plainOf).join(''))
