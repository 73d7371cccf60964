import type { Content } from '../markup.ts'

const textblocks = ['paragraph', 'heading', 'rowPlace']

export const isTextblock = (node: Content) => textblocks.includes(node.type)

const isNote = (node: Content) => node.type === 'footnote'

/**
 * Every paragraph and heading in reading order, wherever it is nested, and behind each the footnotes in it: their words
 * are no part of its sentences.
 */
export function* blocksOf(content: Content): Generator<Content> {
  if (isTextblock(content)) {
    yield content
    yield* (content.content ?? []).filter(isNote)
  } else for (const child of content.content ?? []) yield* blocksOf(child)
}

export const textOfBlock = (block: Content): string =>
  (block.content ?? []).map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? ''))).join('')

function* linesOf(content: Content): Generator<string> {
  if (content.type === 'image') yield content.attrs?.decorative === true ? '' : String(content.attrs?.alt ?? '')
  else if (isTextblock(content)) for (const block of blocksOf(content)) yield textOfBlock(block)
  else for (const child of content.content ?? []) yield* linesOf(child)
}

/** One line per paragraph, footnote and described picture, for previews and search. */
export const plainTextOf = (content: Content): string => Array.from(linesOf(content)).join('\n').trim()

/** "Bus-Linie" and "O'Neill" are one word each. */
export const wordsOf = (plainText: string) => Array.from(plainText.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu))

export const wordCountOf = (plainText: string): number => wordsOf(plainText).length

/** What was written: how a picture is described stands beside the text and does not make it longer. */
export const writtenWordsIn = (content: Content): number =>
  [...blocksOf(content)].reduce((count, block) => count + wordCountOf(textOfBlock(block)), 0)
