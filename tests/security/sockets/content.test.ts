import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { foreign, misplaced } from '../../documents/content/hostile.ts'
import { until } from '../../documents/editing/co-editing.ts'
import { besieged } from './besieged.ts'
import { endure, expectSound, openScene, type Siege, secretWord } from './siege.ts'
import {
  anything,
  editOf,
  element,
  type Id,
  item,
  paragraphOf,
  type Struct,
  typed,
  updateOf,
  words,
} from './updates.ts'

const set = besieged()

type Edit = (body: Y.XmlFragment, doc: Y.Doc) => void

const editing = (edit: Edit): Siege => ({
  closes: [1007],
  attack: async ({ gerd }) => {
    gerd.update(editOf(gerd.doc, gerd.doc.clientID, edit))
    await gerd.answered()
  },
})

const writing = (...structs: Struct[]): Siege => ({
  closes: [1007],
  attack: async ({ gerd }) => {
    gerd.update(updateOf([{ client: gerd.doc.clientID, clock: 0, structs }]))
    await gerd.answered()
  },
})

const first = (body: Y.XmlFragment) => body.get(0) as Y.XmlElement
const text = (body: Y.XmlFragment) => first(body).get(0) as Y.XmlText

const withAttribute =
  (name: string, key: string, value: unknown): Edit =>
  (body) => {
    const added = new Y.XmlElement(name)
    added.setAttribute(key, value as string)
    body.push([added])
  }

const elementOf =
  (...within: string[]): Edit =>
  (body) => {
    const nodes = within.map((name) => new Y.XmlElement(name))
    for (const [index, child] of nodes.entries()) (nodes[index - 1] ?? body).push([child])
  }

const half = '\ud83c'

const sieges: Record<string, Siege> = {
  'NUL in words': editing((body) => body.push([paragraphOf(`${secretWord}\u0000`)])),
  'half a character in words': writing(element({ within: field }, 'paragraph'), brokenWords([0xed, 0xa0, 0xbc])),
  'bytes that are no words': writing(element({ within: field }, 'paragraph'), brokenWords([0xff, 0xfe])),
  'NUL in a node’s name': editing(elementOf('para\u0000graph')),
  'half a character in a node’s name': editing(elementOf(`paragraph${half}`)),
  'NUL in an attribute': editing(withAttribute('orderedList', 'start', '\u0000')),
  'NUL in an attribute’s name': editing(withAttribute('paragraph', 'a\u0000', 'x')),
  'half a character in a link': editing((body) => text(body).format(0, 3, { link: { href: `https://x.de/${half}` } })),
  'NUL in a link': editing((body) => text(body).format(0, 3, { link: { href: 'https://x.de/\u0000' } })),
  'NUL in a mark’s name': editing((body) => text(body).format(0, 3, { 'bold\u0000': {} })),
  'an unknown node': editing(elementOf('iframe')),
  'an unknown node in a paragraph': editing(elementOf('paragraph', 'script')),
  'a node that exists in HTML only': editing(elementOf('table', 'tbody')),
  'a paragraph in a paragraph': editing(elementOf('paragraph', 'paragraph')),
  'a list item outside of a list': editing(elementOf('listItem', 'paragraph')),
  'a table row in a list': editing(elementOf('bulletList', 'tableRow')),
  'the document itself': editing(elementOf('doc')),
  'words as an element': editing(elementOf('text')),
  'a node called __proto__': editing(elementOf('__proto__')),
  'a node called constructor': editing(elementOf('paragraph', 'constructor')),
  'a node without a name': editing(elementOf('')),
  'a node whose name is 100,000 long': editing(elementOf('p'.repeat(100_000))),
  'an unknown attribute': editing(withAttribute('paragraph', 'onclick', 'alert(1)')),
  'an attribute called __proto__': editing(withAttribute('paragraph', '__proto__', 'x')),
  'a heading whose level is words': editing(withAttribute('heading', 'level', '1')),
  'a heading whose level is an object': editing(withAttribute('heading', 'level', { level: 1 })),
  'a list that starts at a fraction': editing(withAttribute('orderedList', 'start', 1.5)),
  'a list that starts at infinity': editing(withAttribute('orderedList', 'start', Number.POSITIVE_INFINITY)),
  'a cell as wide as a million': editing(withAttribute('tableCell', 'colspan', 1_000_000)),
  'an unknown mark': editing((body) => text(body).format(0, 3, { blink: true })),
  'a mark called __proto__': editing((body) => text(body).format(0, 3, { ['__proto__']: { a: 1 } })),
  'a link to an object': editing((body) => text(body).format(0, 3, { link: { href: { toString: 'x' } } })),
  'a link with an attribute more': editing((body) => text(body).format(0, 3, { link: { href: '/', onclick: 'x' } })),
  'bold with an attribute': editing((body) => text(body).format(0, 3, { bold: { style: 'x' } })),
  'a root of another name': editing((_, doc) => doc.getXmlFragment('elsewhere').push([paragraphOf(secretWord)])),
  'a map as another root': editing((_, doc) => doc.getMap('prosemirror').set('a', secretWord)),
  'a text as another root': editing((_, doc) => doc.getText('__proto__').insert(0, secretWord)),
  'words right in the body': writing(words({ within: field }, secretWord)),
  'an attribute of the body': writing(anything({ within: field, under: 'level' }, 1)),
  'an array in the body': writing(typed({ within: field }, 0)),
  'a map in the body': writing(typed({ within: field }, 1)),
  'something of a kind that does not exist': writing(typed({ within: field }, 9)),
  'an XML text right in the body': writing(typed({ within: field }, 6)),
  'bytes in the body': writing(
    item('bytes', { within: field }, (e) => encoding.writeVarUint8Array(e, new Uint8Array(9))),
  ),
  'something embedded': editing((body) => text(body).insertEmbed(0, { image: secretWord })),
  ...Object.fromEntries(
    Object.entries({ ...foreign, ...misplaced }).map(([what, put]) => [what, editing((body) => put(body))]),
  ),
}

/** What the first paragraph is made of: the element, the words in it, and their first letter. */
function parts(doc: Y.Doc): { paragraph: Id; text: Id; letter: Id } {
  const paragraph = first(doc.getXmlFragment(field))
  const words = paragraph.get(0) as Y.XmlText
  const idOf = (item: Y.Item | null): Id => [item?.id.client ?? 0, item?.id.clock ?? 0]
  return { paragraph: idOf(paragraph._item), text: idOf(words._item), letter: idOf(words._start) }
}

type Made = (parts: { paragraph: Id; text: Id; letter: Id }) => Struct[]

const placing = (make: Made): Siege => ({
  closes: [1007],
  attack: async ({ gerd }) => {
    gerd.update(updateOf([{ client: gerd.doc.clientID, clock: 0, structs: make(parts(gerd.doc)) }]))
    await gerd.answered()
  },
})

const crooked: Record<string, Siege> = {
  'words right in a paragraph': placing(({ paragraph }) => [words({ within: paragraph }, secretWord)]),
  'a paragraph within words': placing(({ text }) => [element({ within: text }, 'paragraph')]),
  'a paragraph behind a letter': placing(({ letter }) => [element({ after: letter }, 'paragraph')]),
  'words behind a paragraph': placing(({ paragraph }) => [words({ after: paragraph }, secretWord)]),
  'an attribute of words': placing(({ text }) => [anything({ within: text, under: 'x' }, 1)]),
  'a mark as an attribute': placing(({ paragraph }) => [markUnder(paragraph, 'level')]),
  'words as an attribute': placing(({ paragraph }) => [words({ within: paragraph, under: 'level' }, secretWord)]),
  'an element as an attribute': placing(({ paragraph }) => [
    element({ within: paragraph, under: 'level' }, 'paragraph'),
  ]),
  'two values as one attribute': placing(({ paragraph }) => [anything({ within: paragraph, under: 'level' }, 1, 2)]),
  'a value as a child': placing(({ paragraph }) => [anything({ within: paragraph }, { a: 1 })]),
  'a mark in the body': placing(() => [markUnder(field)]),
  'a place between two places that have nothing to do with each other': placing(({ paragraph, letter }) => [
    between(letter, paragraph),
  ]),
}

/** What no database and no page has to fear: it is kept and shown to nobody, or shown as what it may be. */
const harmless: Record<string, Siege> = {
  'a heading of level 7': { ...editing(withAttribute('heading', 'level', 7)), adds: true },
  'a script as a link': editing((body) => text(body).format(0, 3, { link: { href: 'javascript:alert(1)' } })),
  'words within a letter': placing(({ letter }) => [words({ within: letter }, secretWord)]),
}

test.each(Object.entries(harmless))('%s is nothing to anybody', async (title, { closes: _, ...siege }) => {
  const scene = await endure(set.there, set.door.pulse, title, { ...siege, adds: true })
  const page = await set.there.w.as('swantje')
  const html = await (await page(scene.sync.replace(/\/sync$/, ''))).text()
  expect(html).not.toMatch(new RegExp(`<h7|javascript:|${secretWord}`))
})

const markUnder = (within: Id | string, under?: string): Struct =>
  item('mark', under === undefined ? { within } : { within, under }, (encoder) => {
    encoding.writeVarString(encoder, 'bold')
    encoding.writeVarString(encoder, '{}')
  })

/** Behind one thing and before another. */
function between(after: Id, before: Id): Struct {
  return (encoder) => {
    encoding.writeUint8(encoder, 0xc4)
    for (const part of [...after, ...before]) encoding.writeVarUint(encoder, part)
    encoding.writeVarString(encoder, secretWord)
  }
}

/** Words in the element before, whose bytes are not what the library would write. */
function brokenWords(bytes: number[]): Struct {
  return (encoder) => {
    encoding.writeUint8(encoder, 4)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, field)
    encoding.writeVarUint8Array(encoder, new Uint8Array(bytes))
  }
}

test.each(Object.entries({ ...sieges, ...crooked }))(
  '%s (S-37): the seat is closed, nothing of it is stored',
  async (title, siege) => {
    await endure(set.there, set.door.pulse, title, siege)
  },
)

test('whatever an editor writes is taken: headings, lists, tables, marks, emoji and links', async () => {
  const scene = await openScene(set.there)
  const { gerd } = scene
  const list = (name: string, start?: number) => {
    const [outer, entry] = [new Y.XmlElement(name), new Y.XmlElement('listItem')]
    if (start !== undefined) outer.setAttribute('start', start as unknown as string)
    entry.insert(0, [paragraphOf('ein Punkt')])
    outer.insert(0, [entry])
    return outer
  }
  gerd.update(
    editOf(gerd.doc, gerd.doc.clientID, (body) => {
      const heading = new Y.XmlElement('heading')
      heading.setAttribute('level', 2 as unknown as string)
      heading.insert(0, [new Y.XmlText('Überschrift 🌻')])
      body.push([heading, list('bulletList'), list('orderedList', 3), new Y.XmlElement('horizontalRule')])
      text(body).format(0, 3, { bold: {}, italic: {}, link: { href: 'https://example.org/ä' } })
    }),
  )
  await until(() => scene.tarek.text().includes('🌻'), 'it is seen')
  expect(gerd.code()).toBeUndefined()
  await expectSound(scene)
})
