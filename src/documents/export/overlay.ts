import { readingLineOf, wordsIn } from '../comments/reading-line.ts'
import type { Content } from '../markup.ts'
import type { Mark } from './reading.ts'

/** Letters of the reading line from one to another that bear a mark in the file. */
export interface Stretch {
  from: number
  to: number
  mark: Mark
}

const cutsIn = (stretches: Stretch[], from: number, to: number) =>
  [...new Set([from, to, ...stretches.flatMap((stretch) => [stretch.from, stretch.to])])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b)

/** Several conversations may hang on the same words. */
function joinedMarks(node: Content, found: Mark[]): Mark[] {
  const threads = found.filter(({ type }) => type === 'remarked').flatMap(({ attrs }) => attrs?.threads ?? [])
  const others = found.filter(({ type }) => type !== 'remarked')
  const remarked = threads.length > 0 ? [{ type: 'remarked', attrs: { threads } }] : []
  return [...(node.marks ?? []), ...others, ...remarked]
}

function overText(node: Content, stretches: Stretch[], from: number): Content[] {
  const text = node.text ?? ''
  const to = from + text.length
  const touching = stretches.filter((stretch) => stretch.from < to && stretch.to > from)
  if (touching.length === 0) return [node]
  const cuts = cutsIn(touching, from, to)
  return cuts.slice(1).map((end, index) => {
    const begin = cuts[index] ?? from
    const marks = touching.filter((stretch) => stretch.from <= begin && stretch.to >= end).map(({ mark }) => mark)
    return { ...node, text: text.slice(begin - from, end - from), marks: joinedMarks(node, marks) }
  })
}

function overWords(block: Content, stretches: Stretch[], start: number): Content {
  let at = start
  const content = (block.content ?? []).flatMap((node) => {
    const parts = node.text === undefined ? [node] : overText(node, stretches, at)
    at += node.text?.length ?? 1
    return parts
  })
  return { ...block, content }
}

/** The same text, in which these stretches bear their marks. */
export function overlaid(content: Content, stretches: Stretch[]): Content {
  if (stretches.length === 0) return content
  const { starts } = readingLineOf(content)
  const beginnings = new Map(Array.from(wordsIn(content), (block, index) => [block, starts[index] ?? 0]))
  const over = (node: Content): Content => {
    const start = beginnings.get(node)
    if (start !== undefined) return overWords(node, stretches, start)
    return node.content ? { ...node, content: node.content.map(over) } : node
  }
  return over(content)
}
