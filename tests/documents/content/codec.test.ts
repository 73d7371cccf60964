import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf, schema, stateOf } from '#src/documents/content/codec.ts'
import { plainTextOf, wordCountOf, writtenWordsIn } from '#src/documents/content/plain-text.ts'
import { type Content, field } from '#src/documents/markup.ts'

const text = (words: string, ...marks: NonNullable<Content['marks']>): Content =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })
const cell = (type: string, words: string): Content => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text(words))],
})

const quotation = '3e1f6f5e-7b3a-4c1e-9a55-0d7c9f6b2a11'
const picture = (attrs: Record<string, unknown>): Content => ({
  type: 'image',
  attrs: { attachment: quotation, width: 800, height: 600, decorative: false, ...attrs },
})

const whole: Content = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Was wir fordern')] },
    paragraph(
      text('Ein Drittel '),
      text('jeder', { type: 'bold' }, { type: 'italic' }),
      { type: 'hardBreak' },
      text('Anlage', { type: 'link', attrs: { href: 'https://example.org/' } }),
    ),
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(text('Wärme')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('für Dörfer'))] }] },
          ],
        },
      ],
    },
    { type: 'blockquote', content: [paragraph(text('Wir tragen das Ziel.'))] },
    { type: 'horizontalRule' },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Ort'), cell('tableHeader', 'Jahr')] },
        { type: 'tableRow', content: [cell('tableCell', 'Tannrode'), cell('tableCell', '2026')] },
      ],
    },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('Raum buchen'))] }],
    },
    paragraph(
      text('Die Wärme'),
      { type: 'footnote', content: [text('Bericht '), text('2026', { type: 'italic' })] },
      text(' fehlt.'),
    ),
    picture({ alt: 'Windräder vor dem Dorf' }),
    picture({ alt: 'Ranke', decorative: true }),
    { type: 'pageBreak' },
    { type: 'excerpt', attrs: { quotation }, content: [paragraph(text('Wörtlich.'))] },
  ],
}

/** A draft into which a client wrote whatever it liked. */
function written(write: (body: Y.XmlFragment) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => write(doc.getXmlFragment(field)))
  return Y.encodeStateAsUpdate(doc)
}

const withText = (name: string, words: string) => {
  const element = new Y.XmlElement(name)
  element.insert(0, [new Y.XmlText(words)])
  return element
}

test('everything that a text may consist of survives the way through the shared state', () => {
  expect(contentOf(stateOf(whole))).toEqual(whole)
})

test('the same content gives the same state, byte for byte', () => {
  expect(stateOf(whole)).toEqual(stateOf(structuredClone(whole)))
})

test('an attribute that is something else is as if it had not been set, or its node as if it were not there', () => {
  const state = written((body) => {
    const image = new Y.XmlElement('image')
    for (const [name, value] of Object.entries({
      attachment: '../me',
      width: '9',
      height: -1,
      alt: 7,
      decorative: 'x',
    }))
      image.setAttribute(name, value as string)
    const task = new Y.XmlElement('taskItem')
    task.setAttribute('checked', 'ja')
    task.insert(0, [withText('paragraph', 'Gut')])
    const list = new Y.XmlElement('taskList')
    list.insert(0, [task])
    body.insert(0, [image, list])
  })
  const [list, ...others] = contentOf(state).content ?? []
  expect(list?.content?.[0]?.attrs).toEqual({ checked: false })
  expect(others).toEqual([])
})

test('overlapping marks come back as they were', () => {
  const overlapping: Content = {
    type: 'doc',
    content: [
      paragraph(
        text('fett', { type: 'bold' }),
        text('beides', { type: 'bold' }, { type: 'italic' }),
        text('kursiv', { type: 'italic' }),
      ),
    ],
  }
  expect(contentOf(stateOf(overlapping))).toEqual(overlapping)
})

test('an empty draft is one empty paragraph', () => {
  expect(contentOf()).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
})

test('a later change is merged with the first state', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, stateOf(whole))
  const before = Y.encodeStateVector(doc)
  doc.getXmlFragment(field).insert(0, [withText('paragraph', 'Neu')])
  expect(contentOf(stateOf(whole), Y.encodeStateAsUpdate(doc, before)).content?.[0]).toEqual(paragraph(text('Neu')))
})

test('what no editor knows is not in the content', () => {
  const state = written((body) =>
    body.insert(0, [withText('script', 'alert(1)'), new Y.XmlText('lose Zeichen'), withText('paragraph', 'Gut')]),
  )
  expect(contentOf(state)).toEqual({ type: 'doc', content: [paragraph(text('Gut'))] })
})

test('three thousand nested quotes are cut off and overflow nothing', () => {
  const state = written((body) => {
    let inner: Y.XmlFragment = body
    for (let depth = 0; depth < 3000; depth++) {
      const quote = new Y.XmlElement('blockquote')
      inner.insert(0, [quote])
      inner = quote
    }
    body.insert(0, [withText('paragraph', 'Gut')])
  })
  expect(contentOf(state).content?.[0]).toEqual(paragraph(text('Gut')))
})

test('plain text has one line per paragraph, words are counted as people count them', () => {
  const plain = plainTextOf(whole)
  expect(plain.split('\n').slice(0, 3)).toEqual(['Was wir fordern', 'Ein Drittel jeder', 'Anlage'])
  expect(plain).toContain('Tannrode')
  expect(plain).toContain('Die Wärme fehlt.\nBericht 2026\nWindräder vor dem Dorf')
  expect(plain).not.toContain('Ranke')
  expect(wordCountOf('Die Bus-Linie 7 fährt – auch nachts – nach Groß-Larn.')).toBe(8)
  expect(wordCountOf('')).toBe(0)
})

test('a text is as long as what was written in it, notes and tables too, however its pictures are described', () => {
  const picture = { type: 'image', attrs: { attachment: null, alt: 'Windräder vor dem Dorf', decorative: false } }
  const words = writtenWordsIn(whole)
  expect(words).toBe(wordCountOf(plainTextOf(whole).replace('Windräder vor dem Dorf', '')))
  expect(writtenWordsIn({ ...whole, content: [...(whole.content ?? []), picture] })).toBe(words)
})

test('the schema has exactly the nodes and marks that the editor offers', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual([
    'blockquote',
    'bulletList',
    'comparison',
    'comparisonRow',
    'doc',
    'excerpt',
    'footnote',
    'hardBreak',
    'heading',
    'horizontalRule',
    'image',
    'listItem',
    'orderedList',
    'pageBreak',
    'paragraph',
    'rowDemand',
    'rowPlace',
    'rowPosition',
    'rowStatement',
    'table',
    'tableCell',
    'tableHeader',
    'tableRow',
    'taskItem',
    'taskList',
    'text',
  ])
  expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic', 'link'])
})
