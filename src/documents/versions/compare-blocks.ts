import type { Content } from '../markup.ts'
import { compareTables } from './compare-tables.ts'
import { type Compared, childrenOf, whole } from './compared.ts'
import { type Run, runsOf } from './divided.ts'
import type { Effort } from './effort.ts'
import { sameWordsIn } from './same-words.ts'
import { exactly, holdsWords, kindOf, valuesOf } from './shapes.ts'
import { stepsBetween } from './steps.ts'
import { compareWords } from './word-difference.ts'

/** One comparison from beginning to end. */
export interface Comparing {
  effort: Effort
  /** A number for what belongs together. */
  next(): number
}

/** The newer node, with what is other in it marked. */
export function compareNodes(old: Content, fresh: Content, comparing: Comparing): Compared {
  if (exactly(old) === exactly(fresh)) return fresh
  const { content: _, ...node } = fresh
  const content = contentBetween(old, fresh, comparing)
  return { ...node, ...(content && { content }), ...changed(old, fresh) }
}

function contentBetween(old: Content, fresh: Content, comparing: Comparing): Compared[] | undefined {
  if (holdsWords(fresh)) return compareWords(old, fresh, comparing.effort)
  if (!fresh.content && !old.content) return undefined
  if (fresh.type === 'table') return compareTables(old, fresh, comparing)
  if (fresh.type === 'tableRow') return compareCells(childrenOf(old), childrenOf(fresh), comparing)
  return compareBlocks(childrenOf(old), childrenOf(fresh), comparing)
}

function changed(old: Content, fresh: Content): Pick<Compared, 'change'> {
  if (old.type === fresh.type && valuesOf(old) === valuesOf(fresh)) return {}
  const was = { type: old.type, ...(old.attrs && { attrs: old.attrs }) }
  return { change: { kind: 'changed', was } }
}

/** Where the columns of a table cannot be told apart, cells of one row are taken in their order. */
const compareCells = (olds: Content[], news: Content[], comparing: Comparing) =>
  olds.length === news.length
    ? news.map((cell, index) => compareNodes(olds[index] ?? cell, cell, comparing))
    : compareBlocks(olds, news, comparing)

export function compareBlocks(olds: Content[], news: Content[], comparing: Comparing): Compared[] {
  const [old, fresh] = [olds[0], news[0]]
  // The only line of a cell or of a list item stays that line whatever is written in it.
  const isOnly = olds.length === 1 && news.length === 1 && old && fresh && kindOf(old) === kindOf(fresh)
  if (isOnly) return [compareNodes(old, fresh, comparing)]
  return runsOf(stepsBetween(olds, news)).flatMap((run) => drawn(run, comparing))
}

function drawn({ steps, isDivided }: Run, comparing: Comparing): Compared[] {
  const [first] = steps
  const olds = steps.flatMap(({ old }) => old ?? [])
  const news = steps.flatMap(({ fresh }) => fresh ?? [])
  if (isDivided) return reshaped(olds, news, comparing.next())
  if (first?.old && first.fresh) return [compareNodes(first.old, first.fresh, comparing)]
  return exchanged(olds, news, comparing)
}

/** Where the same words stand in other nodes, these; and around them what came and what went. */
function exchanged(olds: Content[], news: Content[], comparing: Comparing): Compared[] {
  const same = sameWordsIn(olds, news)
  if (!same) return [...olds.map((old) => whole(old, 'deleted')), ...news.map((fresh) => whole(fresh, 'inserted'))]
  const [from, to] = same.olds
  const [start, end] = same.news
  return [
    ...exchanged(olds.slice(0, from), news.slice(0, start), comparing),
    ...reshaped(olds.slice(from, to), news.slice(start, end), comparing.next()),
    ...exchanged(olds.slice(to), news.slice(end), comparing),
  ]
}

/** The same words, now as a list, a quotation or something else. */
const reshaped = (olds: Content[], news: Content[], together: number): Compared[] =>
  news.map((fresh, index) => ({ ...fresh, change: { kind: 'reshaped', was: index === 0 ? olds : [], together } }))
