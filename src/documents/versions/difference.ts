import { diffArrays } from 'diff'
import { blocksOf, isTextblock, plainTextOf, textOfBlock } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import { type Change, compareWords, marked } from './word-difference.ts'

export interface Difference {
  /** The newer text, with what was put in and taken out marked in it. */
  content: Content
  /** How many paragraphs and headings are not the same. */
  changed: number
}

/** Beyond this many changed blocks each is only looked for near its place. */
const maxEditLength = 1000
/** How far ahead a changed block is looked for. */
const reach = 20

/** Words, not lines: what stays the same keeps its look, and headings, lists and tables keep theirs. */
export function difference(before: Content, after: Content): Difference {
  const content = compare(before, after)
  return { content, changed: Array.from(blocksOf(content)).filter(isChanged).length }
}

const isChanged = (block: Content) =>
  (block.content ?? []).some((part) => part.marks?.some(({ type }) => type === 'inserted' || type === 'deleted'))

const childrenOf = (node: Content): Content[] => node.content ?? []

function compare(before: Content, after: Content): Content {
  if (isTextblock(after)) return { ...after, content: compareWords(before, after) }
  const [olds, news] = [childrenOf(before), childrenOf(after)]
  const sameColumns = after.type === 'tableRow' && olds.length === news.length
  return { ...after, content: sameColumns ? compareCells(olds, news) : compareBlocks(olds, news) }
}

const compareCells = (olds: Content[], news: Content[]) =>
  news.map((cell, index) => compare(olds[index] ?? { type: cell.type }, cell))

function compareBlocks(olds: Content[], news: Content[]): Content[] {
  const [old, fresh] = [olds[0], news[0]]
  if (old && fresh && olds.length === 1 && news.length === 1 && fits(old, fresh)) return [compare(old, fresh)]
  const parts = diffArrays(olds.map(shapeOf), news.map(shapeOf), { maxEditLength })
  if (!parts) return pairUp(olds, news)
  const result: Content[] = []
  let [removed, added]: [Content[], Content[]] = [[], []]
  let [atOld, atNew] = [0, 0]
  for (const part of parts) {
    if (part.removed) removed = olds.slice(atOld, atOld + part.count)
    else if (part.added) added = news.slice(atNew, atNew + part.count)
    else {
      result.push(...pairUp(removed, added), ...news.slice(atNew, atNew + part.count))
      ;[removed, added] = [[], []]
    }
    if (!part.added) atOld += part.count
    if (!part.removed) atNew += part.count
  }
  return [...result, ...pairUp(removed, added)]
}

/** Type and text without looks: bold or a link alone does not make a block another one. */
const shapeOf = (node: Content): string =>
  isTextblock(node) ? `${node.type}:${textOfBlock(node)}` : `${node.type}(${childrenOf(node).map(shapeOf).join()})`

/** Among blocks that were replaced, finds those that were only reworded. */
function pairUp(removed: Content[], added: Content[]): Content[] {
  const result: Content[] = []
  let [olds, fresh]: [Content[], Content[]] = [removed, []]
  for (const block of added) {
    const partner = mostAlike(olds.slice(0, reach), block, removed.length === 1 && added.length === 1)
    if (partner) {
      const at = olds.indexOf(partner)
      result.push(...changedBy('deleted', olds.slice(0, at)), ...changedBy('inserted', fresh), compare(partner, block))
      ;[olds, fresh] = [olds.slice(at + 1), []]
    } else fresh.push(block)
  }
  return [...result, ...changedBy('deleted', olds), ...changedBy('inserted', fresh)]
}

const fits = (old: Content, block: Content) => old.type === block.type || (isTextblock(old) && isTextblock(block))

function mostAlike(olds: Content[], block: Content, alone: boolean): Content | undefined {
  const fitting = olds.filter((old) => fits(old, block))
  if (alone && !isTextblock(block)) return fitting[0]
  const rated = fitting.map((old) => ({ old, likeness: likeness(old, block) })).filter((pair) => pair.likeness >= 0.4)
  return rated.sort((a, b) => b.likeness - a.likeness)[0]?.old
}

/** Share of words that both have. */
function likeness(one: Content, other: Content): number {
  const [these, those] = [wordsOf(one), wordsOf(other)]
  if (these.size + those.size === 0) return 1
  const shared = [...these].filter((word) => those.has(word))
  return (2 * shared.length) / (these.size + those.size)
}

const known = new WeakMap<Content, Set<string>>()

function wordsOf(node: Content): Set<string> {
  const words =
    known.get(node) ??
    new Set(
      plainTextOf(node)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    )
  known.set(node, words)
  return words
}

const changedBy = (change: Change, nodes: Content[]): Content[] =>
  nodes.map((node) =>
    isTextblock(node)
      ? { ...node, content: childrenOf(node).map((inline) => marked(inline, change)) }
      : { ...node, content: changedBy(change, childrenOf(node)) },
  )
