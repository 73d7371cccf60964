import { diffArrays } from 'diff'
import type { Content } from '../markup.ts'
import { type Compared, childrenOf, marked } from './compared.ts'
import type { Effort } from './effort.ts'
import { looksOf, saidIn, sameLooks } from './shapes.ts'

/** A word, what stands between words, or one of the things that stand among words. */
interface Token {
  key: string
  node: Content
}

/** Tokens of the older and of the newer text; the same, when `same`. */
interface Run {
  olds: Token[]
  news: Token[]
  same: boolean
}

/** What stands in the newer paragraph, with what was taken out of the older one at its place. */
export function compareWords(before: Content, after: Content, effort: Effort): Compared[] {
  const [olds, news] = tokensOf(childrenOf(before), childrenOf(after))
  const runs = readable(runsBetween(olds, news, effort))
  return joined(runs.flatMap((run) => (run.same ? kept(run, effort) : exchanged(run))))
}

function tokensOf(before: Content[], after: Content[]): [Token[], Token[]] {
  const notes = new Set(notesIn(before).map(saidIn))
  const inBoth = new Set(
    notesIn(after)
      .map(saidIn)
      .filter((note) => notes.has(note)),
  )
  const token = (node: Content) => tokens(node, inBoth)
  return [before.flatMap(token), after.flatMap(token)]
}

const notesIn = (parts: Content[]) => parts.filter(({ type }) => type === 'footnote')

function tokens(node: Content, notesInBoth: Set<string>): Token[] {
  if (node.type === 'text')
    return (node.text?.match(/[\p{L}\p{N}]+|\s+|./gsu) ?? []).map((text) => ({ key: text, node: { ...node, text } }))
  // A footnote whose words were changed is still the footnote at its place.
  if (node.type === 'footnote') return [{ key: `\u0000${notesInBoth.has(saidIn(node)) ? saidIn(node) : ''}`, node }]
  return [{ key: `\u0001${node.type}`, node }]
}

const maxEditLength = 600

function runsBetween(olds: Token[], news: Token[], effort: Effort): Run[] {
  const least = Math.min(olds.length, news.length)
  let [start, end] = [0, 0]
  while (start < least && olds[start]?.key === news[start]?.key) start++
  while (end < least - start && olds.at(-1 - end)?.key === news.at(-1 - end)?.key) end++
  const inner = (tokens: Token[]) => tokens.slice(start, tokens.length - end)
  const rest = (tokens: Token[]) => tokens.slice(tokens.length - end)
  return [
    { olds: olds.slice(0, start), news: news.slice(0, start), same: true },
    ...innerRuns(inner(olds), inner(news), effort),
    { olds: rest(olds), news: rest(news), same: true },
  ]
}

function innerRuns(olds: Token[], news: Token[], effort: Effort): Run[] {
  const all: Run = { olds, news, same: false }
  if (olds.length === 0 || news.length === 0) return [all]
  const keys = (tokens: Token[]) => tokens.map(({ key }) => key)
  const parts = effort.spend(maxEditLength, (most) => diffArrays(keys(olds), keys(news), { maxEditLength: most }))
  if (!parts) return [all]
  let [older, newer] = [0, 0]
  return parts.map(({ added, removed, count }): Run => {
    const old = added ? [] : olds.slice(older, older + count)
    const fresh = removed ? [] : news.slice(newer, newer + count)
    older += old.length
    newer += fresh.length
    return { olds: old, news: fresh, same: !added && !removed }
  })
}

const textOf = (tokens: Token[]) => tokens.map(({ node }) => node.text ?? 'x').join('')
const letters = (tokens: Token[]) => textOf(tokens).match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** "alte Worte" → "neue Sätze" reads better than word by word, so little that stayed does not part two changes. */
function readable(runs: Run[]): Run[] {
  const result: Run[] = []
  let open: Run = { olds: [], news: [], same: false }
  const close = () => {
    if (open.olds.length + open.news.length > 0) result.push(open)
    open = { olds: [], news: [], same: false }
  }
  const filled = runs.filter(({ olds, news }) => olds.length + news.length > 0)
  for (const [index, run] of filled.entries()) {
    const isLast = index === filled.length - 1
    if (run.same && (isLast || !isTooLittle(run, open, filled[index + 1]))) {
      close()
      result.push(run)
    } else open = { olds: [...open.olds, ...run.olds], news: [...open.news, ...run.news], same: false }
  }
  close()
  return result
}

function isTooLittle(same: Run, before: Run, after: Run | undefined): boolean {
  if (before.olds.length === 0 || before.news.length === 0) return false
  const stays = letters(same.news)
  if (stays === 0) return !same.news.some(({ node }) => node.type !== 'text')
  const around = Math.min(
    letters(before.olds) + letters(before.news),
    letters(after?.olds ?? []) + letters(after?.news ?? []),
  )
  return stays <= 3 && around >= 12 && same.news.every(({ node }) => node.type === 'text')
}

const exchanged = ({ olds, news }: Run): Compared[] => [
  ...olds.map(({ node }) => markedThrough(node, 'deleted')),
  ...news.map(({ node }) => markedThrough(node, 'inserted')),
]

/** Its own words too, so that they are not read as if they had been there. */
const markedThrough = (node: Content, type: 'inserted' | 'deleted'): Compared => {
  const outer = marked(node, type)
  return node.content ? { ...outer, content: node.content.map((part) => marked(part, type)) } : outer
}

function kept({ olds, news }: Run, effort: Effort): Compared[] {
  return news.map(({ node }, index) => {
    const old = olds[index]?.node ?? node
    const inside = node.type === 'footnote' ? { ...node, content: compareWords(old, node, effort) } : node
    if (sameLooks(old.marks, node.marks)) return inside
    return { ...inside, marks: [...(node.marks ?? []), { type: 'reformatted', attrs: { was: old.marks ?? [] } }] }
  })
}

/** Tokens that look the same and are of one kind are one text again. */
function joined(parts: Compared[]): Compared[] {
  const result: Compared[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last && part.type === 'text' && last.type === 'text' && sameMarks(last, part))
      result[result.length - 1] = { ...last, text: `${last.text ?? ''}${part.text ?? ''}` }
    else result.push(part)
  }
  return result
}

const writerOf = ({ marks }: Compared) => JSON.stringify(marks?.find(({ type }) => type === 'written')?.attrs ?? null)

const sameMarks = (one: Compared, other: Compared) =>
  looksOf(one.marks) === looksOf(other.marks) && writerOf(one) === writerOf(other)
