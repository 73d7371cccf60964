import * as Y from 'yjs'
import { type Content, field } from '../markup.ts'

/** Which quotations stand in a text, in reading order. */
export const quotationsIn = (content: Content): string[] => [
  ...(content.type === 'excerpt' && typeof content.attrs?.quotation === 'string' ? [content.attrs.quotation] : []),
  ...(content.content ?? []).flatMap(quotationsIn),
]

const paragraph = (words: string) => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function* excerptsIn(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    if (child.nodeName === 'excerpt') yield child
    else yield* excerptsIn(child)
  }
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

/** The change that puts quoted words at the end of a text. */
export const excerptUpdate = (state: Uint8Array, quotation: string, words: string) =>
  updateBy(state, (body) => {
    const excerpt = new Y.XmlElement('excerpt')
    excerpt.setAttribute('quotation', quotation)
    excerpt.insert(0, [paragraph(words)])
    body.push([excerpt])
  })

/** The change that gives an excerpt the words that its source has now. Null when it stands nowhere any more. */
export const renewalUpdate = (state: Uint8Array, quotation: string, words: string) =>
  updateBy(state, (body) => {
    for (const excerpt of excerptsIn(body)) {
      if (excerpt.getAttribute('quotation') !== quotation) continue
      excerpt.delete(0, excerpt.length)
      excerpt.insert(0, [paragraph(words)])
    }
  })
