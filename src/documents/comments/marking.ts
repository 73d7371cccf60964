import type { Content } from '../markup.ts'
import type { Stretch } from './anchors.ts'
import { readingLineOf, wordsIn } from './reading-line.ts'

/** A passage with the thread that hangs on it. */
export interface Passage extends Stretch {
  thread: string
}

interface Part {
  node: Content
  from: number
  to: number
}

const lengthOf = ({ text }: Content) => text?.length ?? 1

function partsOf(block: Content, start: number): Part[] {
  let at = start
  return (block.content ?? []).map((node) => {
    const part = { node, from: at, to: at + lengthOf(node) }
    at = part.to
    return part
  })
}

/** Cut wherever a passage begins or ends. */
function cut({ node, from, to }: Part, borders: number[]): Part[] {
  if (node.text === undefined) return [{ node, from, to }]
  const inside = borders.filter((border) => border > from && border < to)
  const ends = [...inside, to]
  return [from, ...inside].map((begin, index) => {
    const end = ends[index] ?? to
    return { node: { ...node, text: node.text?.slice(begin - from, end - from) ?? '' }, from: begin, to: end }
  })
}

/** `begins`: passages that begin with this part; a sign there leads to their threads. */
function marked({ node, from, to }: Part, passages: Passage[]): Content {
  const around = passages.filter((passage) => passage.from <= from && passage.to >= to)
  if (around.length === 0 || node.text === undefined) return node
  const threads = around.map(({ thread }) => thread)
  const ends = around.filter((passage) => passage.to === to).map(({ thread }) => thread)
  const begins = around.filter((passage) => passage.from === from).map(({ thread }) => thread)
  return { ...node, marks: [...(node.marks ?? []), { type: 'commented', attrs: { threads, begins, ends } }] }
}

/** The text with a mark `commented` on every word on which a thread hangs. Nothing else about it changes. */
export function markPassages(content: Content, passages: Passage[]): Content {
  if (passages.length === 0) return content
  const { starts } = readingLineOf(content)
  const borders = [...new Set(passages.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const blocks = new Map([...wordsIn(content)].map((block, index) => [block, starts[index] ?? 0]))

  const walk = (node: Content): Content => {
    const start = blocks.get(node)
    if (!node.content) return node
    if (start === undefined) return { ...node, content: node.content.map(walk) }
    const parts = partsOf(node, start).flatMap((part) => cut(part, borders))
    return { ...node, content: parts.map((part) => marked(part, passages)) }
  }
  return walk(content)
}
