import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { schema } from '../content/codec.ts'
import { type Content, field } from '../markup.ts'
import { keyOf } from './passages.ts'

/** Which quotations stand in a text, in reading order. */
export const quotationsIn = (content: Content): string[] => [
  ...(content.type === 'excerpt' && typeof content.attrs?.quotation === 'string' ? [content.attrs.quotation] : []),
  ...(content.content ?? []).flatMap(quotationsIn),
]

/** Quoted words as a node of the text in which they stand. */
export const excerptOf = (quotation: string, words: Content[]): Content => ({
  type: 'excerpt',
  attrs: { quotation },
  content: [{ type: 'paragraph', content: words }],
})

const isElement = (child: unknown): child is Y.XmlElement => child instanceof Y.XmlElement

/** The same as a node that can be put into a shared text. */
function elementOf(node: Content): Y.XmlElement {
  const doc = new Y.Doc()
  prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content: [node] }, doc.getXmlFragment(field))
  return (doc.getXmlFragment(field).get(0) as Y.XmlElement).clone() as Y.XmlElement
}

function* excerptsIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray().filter(isElement))
    if (child.nodeName === 'excerpt') yield child
    else yield* excerptsIn(child)
}

function updateBy(state: Uint8Array, write: (body: Y.XmlFragment) => void): Uint8Array | null {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0] as number
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => write(doc.getXmlFragment(field)))
  return updates[0] ?? null
}

/** A part of a text that begins with a heading, under the name that Yjs has for it. */
export interface Section {
  key: string
  words: string
}

const isHeading = (child: unknown): child is Y.XmlElement => isElement(child) && child.nodeName === 'heading'
const levelOf = (heading: Y.XmlElement) => Number(heading.getAttribute('level'))

const headingWords = (heading: Y.XmlElement) =>
  heading
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? (child.toDelta() as { insert: unknown }[]) : []))
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
    .trim()

export function sectionsIn(state: Uint8Array): Section[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const headings = doc.getXmlFragment(field).toArray().filter(isHeading)
  return headings.map((heading) => ({ key: keyOf(heading), words: headingWords(heading) })).filter(({ words }) => words)
}

/** Where a section ends: before the next heading of its rank. At the end of the text for one that is gone meanwhile. */
function endOf(body: Y.XmlFragment, section: string | null): number {
  const blocks = body.toArray()
  const at = blocks.findIndex((block) => isHeading(block) && keyOf(block) === section)
  const heading = blocks[at]
  if (!isHeading(heading)) return blocks.length
  const next = blocks.findIndex((block, index) => index > at && isHeading(block) && levelOf(block) <= levelOf(heading))
  return next < 0 ? blocks.length : next
}

/** The change that puts quoted words at the end of a text, or of one of its sections. */
export const excerptUpdate = (state: Uint8Array, quotation: string, words: Content[], section: string | null = null) =>
  updateBy(state, (body) => body.insert(endOf(body, section), [elementOf(excerptOf(quotation, words))]))

/** The change that gives an excerpt the words that its source has now. Null when it stands nowhere any more. */
export const renewalUpdate = (state: Uint8Array, quotation: string, words: Content[]) =>
  updateBy(state, (body) => {
    for (const excerpt of excerptsIn(body)) {
      if (excerpt.getAttribute('quotation') !== quotation) continue
      excerpt.delete(0, excerpt.length)
      excerpt.insert(0, [elementOf({ type: 'paragraph', content: words })])
    }
  })
