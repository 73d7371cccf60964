import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Refusal } from '#src/documents/editing/guard/refusal.ts'
import { begun, lastOf, swantjes, tab, tareks, wordsOf } from './guarded.ts'

const nested = (depth: number) => {
  const { mine, whole } = begun()
  const deep = tab(tareks, whole(), Y.encodeStateAsUpdate(mine.doc))
  deep.doc.transact(() => {
    let at: Y.XmlFragment = deep.body
    for (let i = 0; i < depth; i++) {
      const quote = new Y.XmlElement('blockquote')
      at.push([quote])
      at = quote
    }
  })
  return lastOf(deep.sent)
}

test('a hundred levels are enough', () => {
  expect(begun().judge(nested(100), 'tarek').kind).toBe('new')
  expect(() => begun().judge(nested(101), 'tarek')).toThrow(Refusal)
})

test('depth is counted through changes, not within one', () => {
  const { judge, whole } = begun()
  const deep = tab(tareks, whole())
  let at: Y.XmlFragment = deep.body
  const nest = () => {
    const quote = new Y.XmlElement('blockquote')
    at.push([quote])
    at = quote
    return judge(lastOf(deep.sent), 'tarek')
  }
  for (let i = 0; i < 100; i++) expect(nest().kind).toBe('new')
  expect(nest).toThrow(Refusal)
})

const putting: Record<string, (body: Y.XmlFragment) => void> = {
  'a list item in the body': (body) => body.push([new Y.XmlElement('listItem')]),
  'a paragraph in a paragraph': (body) => (body.get(0) as Y.XmlElement).push([new Y.XmlElement('paragraph')]),
  'words in a list': (body) => {
    const list = new Y.XmlElement('bulletList')
    list.push([new Y.XmlText('x')])
    body.push([list])
  },
  'words in the body': (body) => body.push([new Y.XmlText('x')]),
  'an attribute that nobody knows': (body) => (body.get(0) as Y.XmlElement).setAttribute('onclick', 'x'),
  'an attribute of words': (body) => wordsOf(body).setAttribute('class', 'x'),
  'a span that is no number': (body) => {
    const [table, row, cell] = ['table', 'tableRow', 'tableCell'].map((name) => new Y.XmlElement(name))
    cell?.setAttribute('colspan', '2')
    row?.push([cell as Y.XmlElement])
    table?.push([row as Y.XmlElement])
    body.push([table as Y.XmlElement])
  },
  'a mark with a hash that does not overlap': (body) => wordsOf(body).format(0, 3, { 'bold--AAAAAAAA': {} }),
  'a mark of another shape': (body) => wordsOf(body).format(0, 3, { bold: { style: 'x' } }),
  'NUL between letters': (body) => wordsOf(body).insert(2, 'a\0b'),
  'another root': (body) => body.doc?.getMap('other').set('a', 1),
}

const element = (name: string, attrs: Record<string, unknown> = {}, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string)
  if (children.length > 0) made.push(children)
  return made
}

const id = '3e1f6f5e-7b3a-4c1e-9a55-0d7c9f6b2a11'

const honest: Record<string, (body: Y.XmlFragment) => void> = {
  'a picture': (body) => body.push([element('image', { attachment: id, alt: 'Dorf', width: 800, height: 600 })]),
  'a picture for decoration': (body) => body.push([element('image', { attachment: id, decorative: true })]),
  'a footnote': (body) => (body.get(0) as Y.XmlElement).push([element('footnote', {}, new Y.XmlText('Bericht'))]),
  'a new page': (body) => body.push([element('pageBreak')]),
  'a task': (body) =>
    body.push([element('taskList', {}, element('taskItem', { checked: true }, element('paragraph')))]),
  'a quoted passage': (body) => body.push([element('excerpt', { quotation: id }, element('paragraph'))]),
  'a row of a comparison': (body) =>
    body.push([element('comparison', {}, element('comparisonRow', { state: 'open' }))]),
}

test.each(Object.entries(honest))('%s has its place', (_what, put) => {
  const { judge, whole } = begun('Wer neben dem Windrad wohnt')
  const other = tab(tareks, whole())
  other.doc.transact(() => put(other.body))
  expect(judge(lastOf(other.sent), 'tarek').kind).toBe('new')
})

const inNote = (child: Y.XmlElement) => (body: Y.XmlFragment) =>
  (body.get(0) as Y.XmlElement).push([element('footnote', {}, child)])

const hostile: Record<string, (body: Y.XmlFragment) => void> = {
  'a picture without an id for one': (body) => body.push([element('image', { attachment: '../../me' })]),
  'a picture whose id is an address': (body) =>
    body.push([element('image', { attachment: `https://x.example/${id}` })]),
  'a picture with an address': (body) =>
    body.push([element('image', { attachment: id, src: 'https://x.example/1.gif' })]),
  'a picture with looks': (body) => body.push([element('image', { attachment: id, style: 'position:fixed' })]),
  'a picture as wide as a word': (body) => body.push([element('image', { attachment: id, width: '800' })]),
  'a picture of no extent': (body) => body.push([element('image', { attachment: id, width: 0 })]),
  'a picture with half a pixel': (body) => body.push([element('image', { attachment: id, height: 0.5 })]),
  'an alternative text that is none': (body) => body.push([element('image', { attachment: id, alt: 7 })]),
  'an alternative text without end': (body) =>
    body.push([element('image', { attachment: id, alt: 'a'.repeat(1_001) })]),
  'half a decoration': (body) => body.push([element('image', { attachment: id, decorative: 'ja' })]),
  'words in a picture': (body) => body.push([element('image', { attachment: id }, new Y.XmlText('x'))]),
  'a picture between words': (body) => (body.get(0) as Y.XmlElement).push([element('image', { attachment: id })]),
  'a footnote in the body': (body) => body.push([element('footnote')]),
  'a footnote in a footnote': inNote(element('footnote')),
  'a paragraph in a footnote': inNote(element('paragraph')),
  'a line break in a footnote': inNote(element('hardBreak')),
  'a picture in a footnote': inNote(element('image', { attachment: id })),
  'an attribute of a footnote': (body) => (body.get(0) as Y.XmlElement).push([element('footnote', { number: 3 })]),
  'words in a new page': (body) => body.push([element('pageBreak', {}, new Y.XmlText('x'))]),
  'a task outside of a list': (body) => body.push([element('taskItem')]),
  'a task that is done in words': (body) =>
    body.push([element('taskList', {}, element('taskItem', { checked: 'true' }))]),
  'an item of a list among tasks': (body) => body.push([element('taskList', {}, element('listItem'))]),
  'a quoted passage of nothing that has an id': (body) => body.push([element('excerpt', { quotation: 'x' })]),
  'a row outside of a comparison': (body) => body.push([element('comparisonRow')]),
  'a cell outside of its row': (body) => body.push([element('comparison', {}, element('rowPlace'))]),
  'a row with an assessment that nobody knows': (body) =>
    body.push([element('comparison', {}, element('comparisonRow', { assessment: 'egal' }))]),
}

test.each(Object.entries({ ...putting, ...hostile }))('%s is refused', (_what, put) => {
  const { judge, whole } = begun('Wer neben dem Windrad wohnt, soll daran verdienen')
  const other = tab(tareks, whole())
  other.doc.transact(() => put(other.body))
  expect(() => judge(lastOf(other.sent), 'tarek')).toThrow(Refusal)
})

/** So many marks, one behind the other, under a client id of its own. */
const marked = (count: number) =>
  encoding.encode((encoder) => {
    for (const number of [1, count, 7, 0]) encoding.writeVarUint(encoder, number)
    for (let i = 0; i < count; i++) {
      encoding.writeUint8(encoder, 6 | 128)
      for (const number of i ? [7, i - 1] : [swantjes, 2]) encoding.writeVarUint(encoder, number)
      encoding.writeVarString(encoder, 'bold')
      encoding.writeVarString(encoder, i % 2 ? 'null' : '{}')
    }
    encoding.writeVarUint(encoder, 0)
  })

test('more marks in one change than any text needs are refused', () => {
  expect(begun().judge(marked(1_500), 'tarek').kind).toBe('new')
  expect(() => begun().judge(marked(10_001), 'tarek')).toThrow(Refusal)
})

const broken: Record<string, number[]> = {
  'millions of runs that are only claimed': [1, 255, 255, 255, 15, 1, 0, 0],
  'the second encoding': [0, 0, 9, 9],
  'bytes behind the end': [0, 0, 0],
  'a client twice': [2, 1, 7, 0, 0, 5, 1, 7, 5, 0, 5, 0],
  'a section without runs': [1, 0, 7, 0, 0],
  'a run without length': [1, 1, 7, 0, 0, 0, 0],
  'an impossible clock': [1, 1, 7, 255, 255, 255, 255, 15, 0, 5, 0],
  'a deletion without length': [0, 1, 232, 7, 1, 0, 0],
  'half a character': [1, 1, 7, 0, 4, 1, 1, 98, 3, 237, 160, 128, 0],
}

test.each(Object.entries(broken))('%s: refused', (_what, bytes) => {
  expect(() => begun().judge(new Uint8Array(bytes), 'tarek')).toThrow()
})

test('a run that skips what is missing is a gap', () => {
  const bytes = new Uint8Array([1, 2, 7, 0, 10, 5, 0, 5, 0])
  expect(begun().judge(bytes, 'tarek')).toEqual({ kind: 'gap' })
})
