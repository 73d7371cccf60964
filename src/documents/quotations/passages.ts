import * as Y from 'yjs'
import { cleanText } from '../../web/clean.ts'
import { blocksOf, textOfBlock } from '../content/plain-text.ts'
import { type Content, field } from '../markup.ts'

/** A paragraph that can be quoted. */
export interface Passage {
  /** What it is called in its text: for good in a draft, by its place in a frozen version. */
  key: string
  words: string
}

const quotable = ['paragraph', 'heading']

/** The words alone: what a footnote or a break adds is not quoted along. */
const wordsOf = (element: Y.XmlElement): string =>
  cleanText(
    element
      .toArray()
      .flatMap((child) =>
        child instanceof Y.XmlText ? (child.toDelta() as { insert: unknown }[]).map(({ insert }) => insert) : [' '],
      )
      .filter((insert) => typeof insert === 'string')
      .join(''),
  ).trim()

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

/** Every paragraph of a draft, under the name that Yjs has for it. */
export function passagesIn(state: Uint8Array): Passage[] {
  return Array.from(blocksIn(opened(state).getXmlFragment(field)), (element) => {
    const { client = 0, clock = 0 } = element._item?.id ?? {}
    return { key: `${client}:${clock}`, words: wordsOf(element) }
  }).filter(({ words }) => words !== '')
}

/** Every paragraph of a frozen version, by its place. */
export const passagesOf = (content: Content): Passage[] =>
  Array.from(blocksOf(content))
    .map((block, index) => ({ key: String(index), words: textOfBlock(block).replace(/\s+/g, ' ').trim() }))
    .filter(({ words }) => words !== '')

/** Relative position of a paragraph, as Yjs writes it to JSON. */
export function positionOf(key: string): Record<string, unknown> {
  const [client, clock] = key.split(':').map(Number)
  return { type: { client, clock } }
}

/** Its words as they are now; null when it is gone. */
export function wordsAt(state: Uint8Array, position: Record<string, unknown>): string | null {
  const { type } = position as { type?: { client: number; clock: number } }
  const key = `${type?.client}:${type?.clock}`
  return passagesIn(state).find((passage) => passage.key === key)?.words ?? null
}
