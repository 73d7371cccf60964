import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { matchesIn, matchFrom, queryFor, replacing } from '#views/documents/editor-search.ts'
import { editorOf } from './headless-editor.ts'

const text = (words: string, ...marks: string[]): Content => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })

const stateOf = (...content: Content[]) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content: content.length ? content : [paragraph()] }) })

const wanted = { exactCase: false, wholeWords: false }

const found = (state: EditorState, words: string, how: Partial<typeof wanted> = {}) =>
  matchesIn(state, queryFor({ words, ...wanted, ...how })).map(({ from, to }) => state.doc.textBetween(from, to))

const one = (words: string) => stateOf(paragraph(text(words)))

test('words are found in every paragraph, list, table and footnote', () => {
  const cell = { type: 'tableCell', content: [paragraph(text('Wärme'))] }
  const state = stateOf(
    { type: 'heading', attrs: { level: 2 }, content: [text('Wärme')] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Fernwärme'))] }] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    paragraph(text('Strom'), { type: 'footnote', content: [text('nicht Wärme')] }),
  )
  expect(found(state, 'wärme')).toEqual(['Wärme', 'wärme', 'Wärme', 'Wärme'])
})

test('large and small letters are the same unless asked for, umlauts too', () => {
  const state = one('ÄRGER ärger Ärger Straße')
  expect(found(state, 'ärger')).toHaveLength(3)
  expect(found(state, 'ärger', { exactCase: true })).toEqual(['ärger'])
  expect(found(state, 'STRAßE')).toEqual(['Straße'])
  expect(found(state, 'arger')).toEqual([])
})

test('an umlaut is found whether it is one sign or two', () => {
  expect(found(one('Wa\u0308rme und W\u00E4rme'), 'W\u00E4rme')).toHaveLength(2)
  expect(found(one('Wa\u0308rme und W\u00E4rme'), 'Wa\u0308rme')).toHaveLength(2)
})

test('whole words end where their letters end', () => {
  const state = one('Bus, Busse, Busbahnhof, (Bus) Omnibus Überbus')
  expect(found(state, 'bus', { wholeWords: true })).toEqual(['Bus', 'Bus'])
  expect(found(one('Öl Ölheizung Erdöl'), 'öl', { wholeWords: true })).toEqual(['Öl'])
})

test('signs mean themselves; quotes and spaces are found however they were typed', () => {
  expect(found(one('100 % (a.b) $5 [x] a+b \\n'), '(a.b)')).toEqual(['(a.b)'])
  expect(found(one('a.b axb'), 'a.b')).toEqual(['a.b'])
  expect(found(one('\\n'), '\\n')).toEqual(['\\n'])
  expect(found(one('„Wärme“ im Dorf'), '"wärme"')).toEqual(['„Wärme“'])
  expect(found(one('AG\u00A0Energie'), 'AG Energie')).toHaveLength(1)
  expect(found(one('Wärme'), '')).toEqual([])
})

test('everything is replaced at once and looks like what stood there', () => {
  const state = stateOf(paragraph(text('Das Dorf, das '), text('Dorf', 'bold'), text('.')), paragraph(text('Dorfdorf')))
  const matches = matchesIn(state, queryFor({ words: 'dorf', ...wanted }))
  const after = state.apply(replacing(state, '$1 & $$', matches)).doc
  expect(after.textBetween(0, after.content.size, '|')).toBe('Das $1 & $$, das $1 & $$.|$1 & $$$1 & $$')
  expect(
    after
      .child(0)
      .child(1)
      .marks.map(({ type }) => type.name),
  ).toEqual(['bold'])
  expect(replacing(state, 'x', matches).getMeta('preventAutolink')).toBe(true)
  const gone = state.apply(replacing(state, '', matches)).doc
  expect(gone.textContent).toBe('Das , das .')
})

test('what is replaced is one change of the shared text', () => {
  const doc = new Y.Doc()
  const editor = editorOf(doc)
  editor.change((tr) => tr.insert(0, schema.node('paragraph', null, schema.text('Bus und Bus und Bus'))))
  let changes = 0
  doc.on('update', () => changes++)
  editor.change(() =>
    replacing(editor.state(), 'Bahn', matchesIn(editor.state(), queryFor({ words: 'Bus', ...wanted }))),
  )
  expect([editor.text(), changes]).toEqual(['Bahn und Bahn und Bahn', 1])
  editor.end()
})

test('the search goes on behind the cursor and begins anew at the end', () => {
  const matches = [
    { from: 3, to: 5 },
    { from: 9, to: 11 },
  ]
  expect([0, 3, 4, 12].map((at) => matchFrom(matches, at))).toEqual([0, 0, 1, 0])
  expect(matchFrom([], 4)).toBe(-1)
})
