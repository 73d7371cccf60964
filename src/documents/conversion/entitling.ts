import { emptyContent, schema } from '../content/codec.ts'
import { textOfBlock } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import type { Found, ImportedThread } from './converted.ts'

interface Entitled {
  title?: string | undefined
  content: Content
  threads: ImportedThread[]
}

/**
 * A title is no part of a text. The file's own becomes it, or the first heading when it is the only one of its rank;
 * where another was wished for, what the file says stays as a heading.
 */
export function entitled({ title, content, threads }: Found, wished?: string): Entitled {
  const blocks = content.content ?? []
  if (title) return wished && wished !== title ? led(title, wished, blocks, threads) : { title, content, threads }
  const [first] = blocks
  const words = first && isOnlyOfItsRank(first, blocks) ? textOfBlock(first).trim() : ''
  if (!first || words === '' || (wished && wished !== words)) return { title: wished, content, threads }
  const rest = blocks.slice(1)
  const without = rest.length > 0 ? { ...content, content: rest } : emptyContent()
  return { title: words, content: without, threads: moved(threads, -schema.nodeFromJSON(first).nodeSize) }
}

const isHighest = ({ type, attrs }: Content) => type === 'heading' && attrs?.level === 1

const isOnlyOfItsRank = (first: Content, blocks: Content[]) => isHighest(first) && blocks.filter(isHighest).length === 1

function led(own: string, title: string, blocks: Content[], threads: ImportedThread[]): Entitled {
  const heading: Content = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: own }] }
  return { title, content: { type: 'doc', content: [heading, ...blocks] }, threads: moved(threads, own.length + 2) }
}

/** What hung on a heading that is the title now is about the whole text. */
const moved = (threads: ImportedThread[], by: number): ImportedThread[] =>
  threads.map(({ from, to, ...rest }) =>
    from === undefined || to === undefined || from + by < 0 ? rest : { ...rest, from: from + by, to: to + by },
  )
