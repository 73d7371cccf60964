import * as Y from 'yjs'
import { cleanText } from '../../web/clean.ts'
import { contentOfDoc } from '../content/codec.ts'
import { type Content, field } from '../markup.ts'

/** A paragraph that can be quoted. */
export interface Passage {
  /** What it is called in its text: for good in a draft, by its place in a frozen version. */
  key: string
  /** Among the paragraphs and headings of its text, from 0. */
  place: number
  words: string
  /** The words as they look; a footnote stays where it is. */
  content: Content[]
}

const quotable = ['paragraph', 'heading']

/** Every paragraph and heading of a text as it stands there: its place is its place in this list. */
export const quotableIn = (content: Content): Content[] =>
  quotable.includes(content.type) ? [content] : (content.content ?? []).flatMap(quotableIn)

/** A break is a space; what else stands among the words is not quoted along. */
function written({ content = [] }: Content): Content[] {
  const parts = content.flatMap((part): Content[] => {
    if (part.type === 'hardBreak') return [{ type: 'text', text: ' ' }]
    const text = cleanText(part.type === 'text' ? (part.text ?? '') : '')
    return text === '' ? [] : [{ ...part, text }]
  })
  const [first, last] = [parts[0], parts.at(-1)]
  if (first) first.text = first.text?.trimStart()
  if (last) last.text = last.text?.trimEnd()
  return parts.filter(({ text }) => text !== '')
}

const textOf = (parts: Content[]) => parts.map(({ text = '' }) => text).join('')

function passage(block: Content, key: string, place: number): Passage {
  const content = written(block)
  return { key, place, words: textOf(content).trim(), content }
}

const isSomething = ({ words }: Passage) => words !== ''

/** The words alone, as a passage has them. */
const wordsOf = (element: Y.XmlElement): string =>
  element
    .toArray()
    .map((child) => {
      if (!(child instanceof Y.XmlText))
        return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? ' ' : ''
      const delta = child.toDelta() as { insert: unknown }[]
      return delta.map(({ insert }) => (typeof insert === 'string' ? cleanText(insert) : '')).join('')
    })
    .join('')
    .trim()

function* blocksIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    if (quotable.includes(child.nodeName)) yield child
    else yield* blocksIn(child)
  }
}

const opened = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

/** The name that Yjs has for a node, for good. */
export const keyOf = ({ _item }: Y.XmlElement) => `${_item?.id.client ?? 0}:${_item?.id.clock ?? 0}`

/** Every paragraph of a draft, under the name that Yjs has for it. */
export function passagesIn(state: Uint8Array): Passage[] {
  const doc = opened(state)
  const blocks = quotableIn(contentOfDoc(doc))
  const elements = Array.from(blocksIn(doc.getXmlFragment(field)))
  return elements
    .map((element, place) => passage(blocks[place] ?? { type: 'paragraph' }, keyOf(element), place))
    .filter(isSomething)
}

/** Every paragraph of a frozen version, by its place. */
export const passagesOf = (content: Content): Passage[] =>
  quotableIn(content)
    .map((block, place) => passage(block, String(place), place))
    .filter(isSomething)

/** Relative position of a paragraph, as Yjs writes it to JSON. */
export function positionOf(key: string): Record<string, unknown> {
  const [client, clock] = key.split(':').map(Number)
  return { type: { client, clock } }
}

const keyAt = (position: Record<string, unknown>) => {
  const { type } = position as { type?: { client: number; clock: number } }
  return `${type?.client}:${type?.clock}`
}

/** Its words as they are now; null when it is gone. */
export function wordsAt(state: Uint8Array, position: Record<string, unknown>): string | null {
  const key = keyAt(position)
  const found = Array.from(blocksIn(opened(state).getXmlFragment(field))).find((element) => keyOf(element) === key)
  return (found && wordsOf(found)) || null
}

/** The paragraph as it is now; null when it is gone. */
export const passageAt = (state: Uint8Array, position: Record<string, unknown>): Passage | null =>
  passagesIn(state).find(({ key }) => key === keyAt(position)) ?? null
