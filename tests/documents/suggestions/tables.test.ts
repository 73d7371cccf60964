import { TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { stateOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import type { Content } from '#src/documents/markup.ts'
import { describe } from '#src/documents/suggestions/readable.ts'
import { sentenceOf } from '#views/documents/suggestion-texts.ts'
import type { HeadlessEditor } from '../interop/headless-editor.ts'
import { proposed } from './proposing.ts'

const cell = (text: string): Content => ({
  type: 'tableCell',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const row = (...texts: string[]): Content => ({ type: 'tableRow', content: texts.map(cell) })
const table: Content = {
  type: 'doc',
  content: [
    { type: 'table', content: [row('Ort', 'Fläche'), row('Kappeln', 'zwei Hektar'), row('Arnis', 'ein Hektar')] },
    { type: 'paragraph', content: [{ type: 'text', text: 'Ende.' }] },
  ],
}

function told(work: (editor: HeadlessEditor) => void): string[] {
  const state = stateOf(table)
  const { update } = proposed(state, work)
  return describe(state, update).shown.changes.map((change) => sentenceOf(change, 'de'))
}

const at =
  (words: string, command: Parameters<HeadlessEditor['run']>[0]) =>
  (editor: HeadlessEditor): void => {
    editor.goBehind(words)
    editor.change((tr) => tr.setSelection(TextSelection.create(tr.doc, editor.state.selection.from)))
    editor.run(command)
  }

test('a row or a column that would go is named as one, with the words that go with it', () => {
  expect(told(at('Kappeln', deleteRow))).toEqual(['nimmt heraus: Zeile einer Tabelle „Kappeln zwei Hektar“'])
  expect(told(at('Fläche', deleteColumn))).toEqual([
    'nimmt heraus: Spalte einer Tabelle „Fläche zwei Hektar ein Hektar“',
  ])
  expect(told(at('Fläche', deleteTable))).toEqual([
    'nimmt heraus: Tabelle „Ort Fläche Kappeln zwei Hektar Arnis ein Hektar“',
  ])
})

test('a row or a column that would come is named as one', () => {
  expect(told(at('Kappeln', addRowAfter))).toEqual(['fügt ein: Zeile einer Tabelle'])
  expect(told(at('Fläche', addColumnAfter))).toEqual(['fügt ein: Spalte einer Tabelle'])
})

test('a row that goes while a word in another one changes is told beside that', () => {
  const lines = told((editor) => {
    at('Kappeln', deleteRow)(editor)
    editor.goBehind('ein Hektar')
    editor.type(' Wald')
  })
  expect(lines).toEqual(['nimmt heraus: Zeile einer Tabelle „Kappeln zwei Hektar“', 'schreibt „Wald“ dazu'])
})

test('an item that goes from a list is told alone, and shown beside the next one', () => {
  const item = (text: string): Content => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })
  const state = stateOf({ type: 'doc', content: [{ type: 'bulletList', content: ['Eins', 'Zwei', 'Drei'].map(item) }] })
  const { update } = proposed(state, (editor) => {
    editor.goBehind('Zwei')
    const { $from } = editor.state.selection
    editor.change((tr) => tr.delete($from.before($from.depth - 1), $from.after($from.depth - 1)))
  })
  const { content, changes } = describe(state, update).shown
  expect(changes).toEqual([{ kind: 'deletes', words: 'Zwei' }])
  expect(plainTextOf(content)).toBe('Eins\nZwei')
})
