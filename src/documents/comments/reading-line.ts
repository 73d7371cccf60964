import * as Y from 'yjs'
import { isTextblock } from '../content/plain-text.ts'
import { type Content, field } from '../markup.ts'

/** The words of a text on one line, paragraph after paragraph, and where each paragraph begins on it. */
export interface ReadingLine {
  text: string
  starts: number[]
}

/** What stands between words and is no letter itself, such as a footnote or a picture. */
const thing = '\uFFFC'

const isInline = (type: string | undefined) => type === 'text' || type === 'hardBreak'

/** A paragraph, or another part of a text that holds words without paragraphs. */
const holdsWords = (node: Content) => isTextblock(node) || (node.content ?? []).some(({ type }) => isInline(type))

/** Every part that holds words, in reading order; the same nodes, so that they can be found again. */
export function* wordsIn(content: Content): Generator<Content> {
  if (holdsWords(content)) yield content
  else for (const child of content.content ?? []) yield* wordsIn(child)
}

const lettersOf = (block: Content): string =>
  (block.content ?? []).map(({ type, text }) => (type === 'hardBreak' ? '\n' : (text ?? thing))).join('')

export function readingLineOf(content: Content): ReadingLine {
  const blocks = Array.from(wordsIn(content), lettersOf)
  let at = 0
  const starts = blocks.map((block) => {
    const start = at
    at += block.length + 1
    return start
  })
  return { text: blocks.join('\n'), starts }
}

type SharedPart = Y.XmlElement | Y.XmlFragment | Y.XmlText

/** Where the parts of the shared text lie on the line. */
export type SharedPlaces = Map<unknown, { start: number; end: number; inWords: boolean }>

const isElement = (part: unknown): part is Y.XmlElement => part instanceof Y.XmlElement

const holdsLetters = (element: Y.XmlElement) =>
  isTextblock({ type: element.nodeName }) ||
  element.toArray().some((part) => part instanceof Y.XmlText || (isElement(part) && isInline(part.nodeName)))

/** Walks what an editor shows of the document: whatever it does not show has been taken out of it before. */
export function sharedPlaces(doc: Y.Doc): SharedPlaces {
  const places: SharedPlaces = new Map()
  let at = 0
  let blocks = 0

  function within(part: SharedPart, start: number): void {
    places.set(part, { start, end: start + 1, inWords: false })
    if (isElement(part)) for (const child of part.toArray()) within(child as SharedPart, start)
  }

  function words(element: Y.XmlElement): void {
    if (blocks++ > 0) at += 1
    const start = at
    for (const child of element.toArray() as SharedPart[]) {
      if (child instanceof Y.XmlText) places.set(child, { start: at, end: at + child.length, inWords: true })
      else within(child, at)
      at += child instanceof Y.XmlText ? child.length : 1
    }
    places.set(element, { start, end: at, inWords: false })
  }

  function walk(part: Y.XmlElement | Y.XmlFragment): void {
    const start = at
    for (const child of part.toArray()) if (isElement(child)) holdsLetters(child) ? words(child) : walk(child)
    places.set(part, { start, end: at, inWords: false })
  }

  walk(doc.getXmlFragment(field))
  return places
}
