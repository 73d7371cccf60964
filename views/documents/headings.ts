import type { Content } from '#src/documents/markup.ts'

export interface Heading {
  id: string
  tag: 'h2' | 'h3' | 'h4'
  words: string
}

const isNode = (value: unknown): value is Content => typeof value === 'object' && value !== null

/** Without recursion: this runs before anything has judged how deep the text is nested. */
function* nodesOf(content: unknown): Generator<Content> {
  const open: unknown[] = [content]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isNode(at)) continue
    yield at
    // The words of a footnote are none of the heading that it hangs on.
    if (at.type === 'footnote') continue
    if (Array.isArray(at.content)) for (const child of at.content.toReversed()) open.push(child)
  }
}

const tags = ['h2', 'h3', 'h4'] as const

const levelOf = (node: Content) => {
  const level = Number(node.attrs?.level)
  return level === 1 || level === 2 ? level : 3
}

const wordsOf = (node: Content) =>
  Array.from(nodesOf(node), (part) => (typeof part.text === 'string' ? part.text : ' '))
    .join('')
    .trim()

/** Every heading with its anchor. The title of the page is the only h1, so the highest level in use becomes h2. */
export function headingsOf(content: unknown): Map<Content, Heading> {
  const headings = Array.from(nodesOf(content)).filter((node) => node.type === 'heading')
  const highest = Math.min(...headings.map(levelOf))
  return new Map(
    headings.map((node, index) => [
      node,
      { id: `s${index + 1}`, tag: tags[levelOf(node) - highest] ?? 'h4', words: wordsOf(node) },
    ]),
  )
}
