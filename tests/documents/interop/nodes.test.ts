import { splitBlock } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { mergeCells, splitCell, toggleHeaderRow } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import { insertNote } from '#views/documents/editor-footnote.ts'
import { insertBlock } from '#views/documents/editor-inserting.ts'
import { until } from '../editing/co-editing.ts'
import type { HeadlessEditor } from './headless-editor.ts'
import { meetInPairs } from './pairs.ts'

const { pair, expectAgreement } = meetInPairs()

type Editor = Parameters<typeof insertNote>[0]

/** What the tools do, without the window that they do it in. */
const by =
  (act: (editor: Editor) => boolean): Command =>
  (state, dispatch) =>
    act({ state, view: { dispatch } } as never)
const note = by(insertNote)
const block = (name: string, attrs: Record<string, unknown> = {}) =>
  by((editor) => insertBlock(editor as never, schema.node(name, attrs)))

const attachment = '3e1f6f5e-7b3a-4c1e-9a55-0d7c9f6b2a11'

function allOf(editor: HeadlessEditor, name: string): { node: Node; at: number }[] {
  const found: { node: Node; at: number }[] = []
  editor.state.doc.descendants((node, at) => void (node.type.name === name && found.push({ node, at })))
  return found
}

const noteIn = (editor: HeadlessEditor) => allOf(editor, 'footnote').map(({ node }) => node.textContent)

const setTo = (editor: HeadlessEditor, at: number, attrs: Record<string, unknown>) =>
  editor.change((tr) => tr.setNodeMarkup(at, null, { ...tr.doc.nodeAt(at)?.attrs, ...attrs }))

test('two people write in one footnote at once, and nothing of it is lost', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  swantje.type('Wärme fehlt im Dorf')
  swantje.goBehind('fehlt')
  expect(swantje.run(note)).toBe(true)
  swantje.type('Bericht')
  await until(() => noteIn(tarek)[0] === 'Bericht', 'Tarek has it')
  tarek.goBehind('Bericht')
  tarek.type(' von 2025')
  swantje.goBehind('Be')
  swantje.type('R-')
  swantje.goBehind('Wärme')
  swantje.type('netze')
  await expectAgreement(both)
  expect(noteIn(swantje)).toEqual(['BeR-richt von 2025'])
  expect(swantje.state.doc.firstChild?.textContent).toBe('Wärmenetze fehltBeR-richt von 2025 im Dorf')
})

test('while one writes around a footnote, letter by letter, the other writes in it', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  swantje.type('A Z')
  swantje.goBehind('A')
  swantje.run(note)
  swantje.type('0')
  await until(() => noteIn(tarek)[0] === '0', 'Tarek has it')
  tarek.goBehind('0')
  const [here, there] = ['abcdefghijklmnopqrstuvwxyz', '123456789']
  for (let at = 0; at < here.length; at++) {
    swantje.goBehind(at === 0 ? ' ' : (here[at - 1] ?? ''))
    swantje.type(here[at] ?? '')
    if (there[at]) tarek.type(there[at] ?? '')
    if (at % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 3))
  }
  await expectAgreement(both)
  expect(noteIn(tarek)).toEqual([`0${there}`])
  expect(tarek.text()).toContain(` ${here}Z`)
})

test('a second footnote, and one taken away while the other is written in', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  swantje.type('Eins zwei')
  for (const words of ['Eins', 'zwei']) {
    swantje.goBehind(words)
    swantje.run(note)
    swantje.type(`zu ${words === 'Eins' ? 'A' : 'B'}`)
  }
  await until(() => noteIn(tarek).length === 2, 'Tarek has both')
  const [first] = allOf(swantje, 'footnote')
  swantje.change((tr) => tr.delete(first?.at ?? 0, (first?.at ?? 0) + (first?.node.nodeSize ?? 0)))
  tarek.goBehind('zu B')
  tarek.type(', Seite 4')
  await expectAgreement(both)
  expect(noteIn(swantje)).toEqual(['zu B, Seite 4'])
})

test('there is no footnote in a footnote', async () => {
  const { swantje } = await pair()
  swantje.type('Wort')
  swantje.run(note)
  swantje.type('x')
  expect(swantje.run(note)).toBe(false)
  expect(noteIn(swantje)).toEqual(['x'])
})

test('pictures, new pages and tasks come and change on both sides', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  swantje.type('Davor und dahinter')
  swantje.goBehind('Davor')
  swantje.run(block('image', { attachment, width: 800, height: 600, alt: 'Windräder' }))
  swantje.run(block('pageBreak'))
  await until(() => allOf(tarek, 'image').length === 1, 'Tarek sees the picture')
  const at = () => allOf(tarek, 'image')[0]?.at ?? -1
  setTo(tarek, at(), { alt: 'Windräder vor dem Dorf' })
  swantje.goBehind('dahinter')
  swantje.run(splitBlock)
  swantje.change((tr) => {
    const task = schema.node(
      'taskList',
      null,
      schema.node('taskItem', null, schema.node('paragraph', null, schema.text('Raum'))),
    )
    return tr.replaceSelectionWith(task)
  })
  await expectAgreement(both)
  const task = () => allOf(tarek, 'taskItem')[0]?.at ?? -1
  setTo(tarek, task(), { checked: true })
  swantje.goBehind('Raum')
  swantje.type(' buchen')
  await expectAgreement(both)
  expect(allOf(swantje, 'image')[0]?.node.attrs).toMatchObject({
    attachment,
    alt: 'Windräder vor dem Dorf',
    width: 800,
  })
  expect(allOf(swantje, 'taskItem')[0]?.node).toMatchObject({ attrs: { checked: true }, textContent: 'Raum buchen' })
  expect(allOf(swantje, 'pageBreak')).toHaveLength(1)
})

test('whoever has put in a picture writes on below it', async () => {
  const both = await pair()
  const { swantje } = both
  swantje.run(block('image', { attachment, alt: 'Ranke', decorative: true }))
  swantje.type('darunter')
  swantje.change((tr) => tr.setSelection(NodeSelection.create(tr.doc, allOf(swantje, 'image')[0]?.at ?? 0)))
  await expectAgreement(both)
  expect(swantje.state.doc.toJSON().content.map(({ type }: { type: string }) => type)).toEqual(['image', 'paragraph'])
})

test('in a footnote a picture goes below the paragraph', async () => {
  const { swantje } = await pair()
  swantje.type('Wort')
  swantje.run(note)
  swantje.type('x')
  swantje.run(block('image', { attachment, alt: 'Bild' }))
  expect(swantje.state.doc.toString()).toBe('doc(paragraph("Wort", footnote("x")), image, paragraph)')
})

const cellsOf = (editor: HeadlessEditor) => [...allOf(editor, 'tableHeader'), ...allOf(editor, 'tableCell')]

test('a table gets its header row, and merged cells come apart again while somebody writes beside them', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  const cell = (words: string) => schema.node('tableCell', null, schema.node('paragraph', null, schema.text(words)))
  const row = (...words: string[]) => schema.node('tableRow', null, words.map(cell))
  swantje.change((tr) => tr.replaceSelectionWith(schema.node('table', null, [row('a', 'b'), row('c', 'd')])))
  await until(() => cellsOf(tarek).length === 4, 'Tarek sees the table')
  swantje.goBehind('a')
  swantje.run(toggleHeaderRow)
  tarek.goBehind('c')
  tarek.type(' und mehr')
  await expectAgreement(both)
  const { CellSelection } = await import('@tiptap/pm/tables')
  const [c, d] = allOf(swantje, 'tableCell')
  swantje.change((tr) => tr.setSelection(CellSelection.create(tr.doc, c?.at ?? 0, d?.at ?? 0)))
  expect(swantje.run(mergeCells)).toBe(true)
  await expectAgreement(both)
  expect(allOf(tarek, 'tableCell')[0]?.node.attrs).toMatchObject({ colspan: 2 })
  swantje.change((tr) =>
    tr.setSelection(TextSelection.near(tr.doc.resolve((allOf(swantje, 'tableCell')[0]?.at ?? 0) + 2))),
  )
  expect(swantje.run(splitCell)).toBe(true)
  await expectAgreement(both)
  expect([allOf(tarek, 'tableHeader').length, allOf(tarek, 'tableCell').length]).toEqual([2, 2])
})
