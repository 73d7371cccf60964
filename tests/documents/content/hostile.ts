import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

type Put = (body: Y.XmlFragment) => void

/** The types of the library let only elements and words in; the protocol lets in everything. */
const force = (parent: unknown, thing: unknown) =>
  (parent as { insert(at: number, things: unknown[]): void }).insert(0, [thing])

const within = (thing: () => unknown): Put => {
  return (body) => {
    const paragraph = new Y.XmlElement('paragraph')
    body.push([paragraph])
    force(paragraph, thing())
  }
}

const between = (act: (words: Y.XmlText) => void): Put => {
  return (body) => {
    const [paragraph, words] = [new Y.XmlElement('paragraph'), new Y.XmlText('Wort')]
    paragraph.insert(0, [words])
    body.push([paragraph])
    act(words)
  }
}

const headed = (name: string, attribute: string, value: () => unknown): Put => {
  return (body) => {
    const element = new Y.XmlElement(name)
    element.setAttribute(attribute, value() as string)
    element.insert(0, [new Y.XmlText('Wort')])
    body.push([element])
  }
}

/** Kinds of things of which no text is made. */
export const foreign: Record<string, Put> = {
  'a map in a paragraph': within(() => new Y.Map()),
  'an array in a paragraph': within(() => new Y.Array()),
  'words of another kind in a paragraph': within(() => new Y.Text('x')),
  'a hook in a paragraph': within(() => new Y.XmlHook('x')),
  'a fragment in a paragraph': within(() => new Y.XmlFragment()),
  'a document in a paragraph': within(() => new Y.Doc()),
  'bytes in a paragraph': within(() => new Uint8Array([1])),
  'something between words': between((words) => words.insertEmbed(0, { a: 1 })),
  'a map between words': between((words) => words.insertEmbed(2, new Y.Map())),
}

/** Known kinds in the wrong place, and values that no database takes. */
export const misplaced: Record<string, Put> = {
  'an object in a paragraph': within(() => ({ a: 1 })),
  'a string in the body': (body) => force(body, 'lose'),
  'words in words': between((words) => words.insertEmbed(1, new Y.XmlText('x'))),
  'an element in words': between((words) => words.insertEmbed(1, new Y.XmlElement('paragraph'))),
  'a mark that nobody knows': between((words) => words.format(0, 1, { nope: true })),
  'a link that is a string': between((words) => words.format(0, 1, { link: 'x' })),
  'a link with NUL': between((words) => words.format(0, 1, { link: { href: 'https://x.de/\u0000' } })),
  'a link with half a character': between((words) => words.format(0, 1, { link: { href: 'https://x.de/\ud800' } })),
  'a link to an object': between((words) => words.format(0, 1, { link: { href: { a: '\u0000' } } })),
  'a heading of an object': headed('heading', 'level', () => ({ a: '\u0000' })),
  'a heading of a string': headed('heading', 'level', () => '\ud800'),
  'a heading of words': headed('heading', 'level', () => new Y.XmlText('x')),
  'a list that starts with NUL': headed('orderedList', 'start', () => '\u0000'),
  'an element called constructor': (body) => body.push([new Y.XmlElement('constructor')]),
  'an element called __proto__': (body) => body.push([new Y.XmlElement('__proto__')]),
}

/** What a client sends that puts this behind an honest paragraph. */
export function hostileUpdate(put: Put): Uint8Array {
  const doc = new Y.Doc()
  const body = doc.getXmlFragment(field)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Vorher')])
  body.push([paragraph])
  put(body)
  return Y.encodeStateAsUpdate(doc)
}
