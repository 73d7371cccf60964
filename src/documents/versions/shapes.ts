import { wordSet } from '../content/matching.ts'
import type { Content } from '../markup.ts'
import { canonicalJson } from './checksum.ts'
import type { Mark } from './compared.ts'

/** Says whose words they are, and nothing about the words. */
const isOfText = ({ type }: Mark) => type !== 'written'

const withoutNulls = (attrs: Content['attrs'] = {}) =>
  Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined))

/** The same for the same looks, in whatever order they were put on. */
export const looksOf = (marks: readonly Mark[] = []): string =>
  marks
    .filter(isOfText)
    .map(({ type, attrs }) => `${type}${canonicalJson(withoutNulls(attrs))}`)
    .sort()
    .join()

export const sameLooks = (one: readonly Mark[] | undefined, other: readonly Mark[] | undefined) =>
  looksOf(one) === looksOf(other)

export const valuesOf = (node: Pick<Content, 'attrs'>): string => canonicalJson(withoutNulls(node.attrs))

/** Paragraphs, headings and whatever else has words in it and no blocks. */
export const holdsWords = (node: Content): boolean =>
  ['paragraph', 'heading', 'rowPlace', 'footnote'].includes(node.type)

function remembered<T>(read: (node: Content) => T): (node: Content) => T {
  const known = new WeakMap<Content, T>()
  return (node) => {
    const found = known.get(node) ?? read(node)
    known.set(node, found)
    return found
  }
}

/** The same for what is the same in every respect. */
export const exactly = remembered((node): string => {
  if (node.type === 'text') return `${looksOf(node.marks)}:${node.text ?? ''}`
  return `${node.type}${valuesOf(node)}(${joinedTexts(node.content ?? [])
    .map(exactly)
    .join('|')})`
})

/** Neighbours that look the same are one. */
function joinedTexts(parts: Content[]): Content[] {
  const joined: Content[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.type === 'text' && last?.type === 'text' && sameLooks(last.marks, part.marks))
      joined[joined.length - 1] = { ...last, text: `${last.text ?? ''}${part.text ?? ''}` }
    else joined.push(part)
  }
  return joined
}

/** The words and nothing but the words; a picture speaks by its alternative text. */
export const saidIn = remembered((node): string => {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'image') return typeof node.attrs?.alt === 'string' ? node.attrs.alt : ''
  const parts = (node.content ?? []).map(saidIn)
  return holdsWords(node) ? parts.join('') : parts.join('\n')
})

/** The same for the same words, wherever a line or a paragraph ends. */
export const evenly = (nodes: Content[]): string => nodes.map(saidIn).join(' ').replaceAll(/\s+/g, ' ').trim()

/** The same for the same words in the same kind of place. */
export const loosely = (node: Content): string => `${kindOf(node)}:${exactWithout(node)}`

const exactWithout = (node: Content): string =>
  node.content ? saidIn(node) : `${saidIn(node)}${node.type === 'image' ? node.attrs?.attachment : ''}`

const kinds: Record<string, string> = {
  paragraph: 'words',
  heading: 'words',
  bulletList: 'list',
  orderedList: 'list',
  taskList: 'list',
  listItem: 'item',
  taskItem: 'item',
  tableCell: 'cell',
  tableHeader: 'cell',
}

/** One of these may become another one of the same kind. */
export const kindOf = ({ type }: Content): string => kinds[type] ?? type

/** Parts that know who they are stay themselves however much is changed in them. */
export const identityOf = ({ attrs }: Content): unknown => attrs?.row ?? undefined

export const wordsIn = remembered((node) => wordSet(saidIn(node)))

export const wordCountIn = (node: Content): number => saidIn(node).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
