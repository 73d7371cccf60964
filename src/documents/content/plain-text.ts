import type { Content } from '../markup.ts'

export const isTextblock = (node: Content) => node.type === 'paragraph' || node.type === 'heading'

/** Every paragraph and heading in reading order, wherever it is nested. */
export function* blocksOf(content: Content): Generator<Content> {
  if (isTextblock(content)) yield content
  else for (const child of content.content ?? []) yield* blocksOf(child)
}

export const textOfBlock = (block: Content): string =>
  (block.content ?? []).map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('')

/** One line per paragraph, for previews and search. */
export const plainTextOf = (content: Content): string => Array.from(blocksOf(content), textOfBlock).join('\n').trim()

/** "Bus-Linie" and "O'Neill" are one word each. */
export const wordsOf = (plainText: string) => Array.from(plainText.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu))

export const wordCountOf = (plainText: string): number => wordsOf(plainText).length
