import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  lift,
  liftEmptyBlock,
  selectAll,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from '@tiptap/pm/commands'
import type { MarkType, Node, NodeType } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { AllSelection, type Command, TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteTable, mergeCells, toggleHeaderRow } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import { insertNote } from '#views/documents/editor-footnote.ts'
import { insertBlock } from '#views/documents/editor-inserting.ts'
import { until } from '../editing/co-editing.ts'
import type { HeadlessEditor } from './headless-editor.ts'
import { meetInPairs } from './pairs.ts'

const { pair, expectAgreement } = meetInPairs()

const node = (name: string) => schema.nodes[name] as NodeType
const mark = (name: string) => schema.marks[name] as MarkType

/** What the Enter key does. */
const enter: Command = chainCommands(createParagraphNear, liftEmptyBlock, splitBlock)

const namesIn = (doc: Node) => {
  const names: string[] = []
  doc.descendants((child) => void (child.isText || names.push(child.type.name)))
  return names
}

test('paragraphs are split and joined by both at once', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  swantje.type('Wärme fürs Dorf und für den Hof')
  await until(() => tarek.text() === swantje.text(), 'both have it')
  swantje.goBehind('Dorf')
  swantje.run(splitBlock)
  tarek.goBehind('Wärme')
  tarek.run(splitBlock)
  tarek.type('!')
  await expectAgreement(both)
  swantje.goBehind('und')
  swantje.run(enter)
  await until(() => tarek.state.doc.childCount === swantje.state.doc.childCount, 'both see the split')
  tarek.change((tr) => tr.setSelection(TextSelection.create(tr.doc, tr.doc.resolve(tr.doc.child(0).nodeSize + 1).pos)))
  tarek.run(joinBackward)
  await expectAgreement(both)
})

test('headings, marks, quotes and lists are made and taken back', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  for (const line of ['Überschrift', 'Ein Satz mit Gewicht', 'Punkt eins']) {
    swantje.type(line)
    swantje.run(splitBlock)
  }
  await until(() => tarek.text().includes('Punkt eins'), 'both have it')
  swantje.goBehind('Über')
  swantje.run(setBlockType(node('heading'), { level: 2 }))
  tarek.goBehind('Gewicht')
  tarek.change((tr) => tr.setSelection(TextSelection.create(tr.doc, tr.selection.head - 7, tr.selection.head)))
  tarek.run(toggleMark(mark('bold')))
  tarek.run(toggleMark(mark('link'), { href: 'https://example.org' }))
  swantje.goBehind('Punkt')
  swantje.run(wrapInList(node('bulletList')))
  swantje.goBehind('eins')
  swantje.run(splitListItem(node('listItem')))
  swantje.type('Punkt zwei')
  swantje.run(sinkListItem(node('listItem')))
  await expectAgreement(both)
  tarek.goBehind('zwei')
  tarek.run(liftListItem(node('listItem')))
  tarek.run(liftListItem(node('listItem')))
  tarek.goBehind('Satz')
  tarek.run(wrapIn(node('blockquote')))
  await expectAgreement(both)
  swantje.goBehind('Satz')
  swantje.run(lift)
  tarek.goBehind('Punkt eins')
  tarek.run(wrapInList(node('orderedList'), { start: 3 }))
  await expectAgreement(both)
  expect(namesIn(swantje.state.doc)).toContain('heading')
})

const cell = (name: string, text: string) => node(name).create(null, node('paragraph').create(null, schema.text(text)))
const table = () =>
  node('table').create(null, [
    node('tableRow').create(null, [cell('tableHeader', 'Dorf'), cell('tableHeader', 'Windräder')]),
    node('tableRow').create(null, [cell('tableCell', 'Altenlarn'), cell('tableCell', 'drei')]),
  ])

test('a table grows, shrinks and goes while both write in it', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  swantje.type('Vorher')
  swantje.change((tr) => tr.insert(tr.doc.content.size, table()))
  await until(() => tarek.text().includes('Altenlarn'), 'both have it')
  swantje.goBehind('Altenlarn')
  tarek.goBehind('drei')
  swantje.run(addRowAfter)
  tarek.run(addColumnAfter)
  tarek.type(' oder vier')
  await expectAgreement(both)
  swantje.run(toggleHeaderRow)
  tarek.run(deleteColumn)
  await expectAgreement(both)
  tarek.goBehind('Altenlarn')
  tarek.run(mergeCells)
  tarek.run(deleteTable)
  await expectAgreement(both)
})

test('a long text is pasted, marked as a whole and deleted', async () => {
  const both = await pair()
  const { swantje, tarek } = both
  const sentence = 'Wer neben dem Windrad wohnt, soll etwas davon haben. '
  const paragraphs = Array.from({ length: 300 }, (_, n) =>
    node('paragraph').create(null, schema.text(`${n} ${sentence.repeat(6)}`, n % 5 ? [] : [mark('italic').create()])),
  )
  swantje.change((tr) => tr.insert(tr.doc.content.size, paragraphs))
  await until(() => tarek.text().includes('299 Wer'), 'it arrives')
  await expectAgreement(both)
  tarek.change((tr) => tr.setSelection(new AllSelection(tr.doc)))
  tarek.run(toggleMark(mark('bold')))
  await expectAgreement(both)
  swantje.run(selectAll)
  swantje.run(deleteSelection)
  swantje.type('Von vorn')
  await expectAgreement(both)
  swantje.undo()
  swantje.undo()
  await expectAgreement(both)
})

test('undo and redo go on working through a reconnect, and take back only what one wrote oneself', async () => {
  const both = await pair()
  const { swantje, tarek, tabs } = both
  swantje.type('eins')
  await until(() => tarek.text().trim() === 'eins', 'it is seen')
  tarek.goBehind('eins')
  tarek.type(' zwei')
  await until(() => swantje.text().trim() === 'eins zwei', 'it is seen')
  tabs[0].provider.disconnect()
  swantje.undo()
  tarek.type(' drei')
  tabs[0].provider.connect()
  await until(() => tarek.text().trim() === 'zwei drei', 'only hers is taken back')
  tabs[0].provider.ws?.close()
  swantje.redo()
  await until(() => tabs[0].provider.synced && tarek.text().includes('eins'), 'and comes back')
  tarek.undo()
  await expectAgreement(both)
})

test('a day of hasty editing: whatever two editors do at random is never refused', async () => {
  const both = await pair()
  const { swantje, tarek, tabs } = both
  const next = seeded(20_261_005)
  const editors = [swantje, tarek]
  for (let n = 0; n < 150; n++) {
    act(editors[next(2)] as HeadlessEditor, next)
    if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, next(8)))
    if (n % 40 === 20) tabs[next(2) as 0 | 1].provider.ws?.close()
  }
  await until(() => tabs.every(({ provider }) => provider.synced), 'both are in')
  await expectAgreement(both)
})

/** The same numbers each time. */
const seeded = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const note: Command = (state, dispatch) => insertNote({ state, view: { dispatch } } as never)
const picture: Command = (state, dispatch) =>
  insertBlock({ state, view: { dispatch } } as never, schema.node('image', { alt: 'Dorf', width: 8, height: 6 }))

/** Never between the halves of a character: no key leads there. */
const whole = (doc: Node, at: number) =>
  /[\uD800-\uDBFF]$/.test(doc.textBetween(Math.max(0, at - 1), at)) ? at - 1 : at

function act(editor: HeadlessEditor, next: (below: number) => number): void {
  const size = editor.state.doc.content.size
  const somewhere = (tr: HeadlessEditor['state']['tr']) => TextSelection.near(tr.doc.resolve(whole(tr.doc, next(size))))
  editor.change((tr) => tr.setSelection(somewhere(tr)))
  const commands: Command[] = [
    splitBlock,
    joinBackward,
    wrapInList(node('bulletList')),
    wrapInList(node('orderedList')),
    sinkListItem(node('listItem')),
    liftListItem(node('listItem')),
    splitListItem(node('listItem')),
    wrapIn(node('blockquote')),
    lift,
    setBlockType(node('heading'), { level: 1 + next(3) }),
    setBlockType(node('paragraph')),
    addRowAfter,
    addColumnAfter,
    deleteColumn,
    note,
    picture,
    wrapInList(node('taskList')),
  ]
  const what = next(commands.length + 8)
  if (what < commands.length) editor.run(commands[what] as Command)
  else if (what === commands.length) editor.undo()
  else if (what === commands.length + 1) editor.redo()
  else if (what === commands.length + 2) editor.change((tr) => tr.insert(tr.doc.content.size, table()))
  else if (what === commands.length + 3) deleteSome(editor, next)
  else if (what === commands.length + 4) markSome(editor, next)
  else editor.type(['Wind', 'Wärme ', '🌻', 'für alle. ', 'Hof'][next(5)] ?? '')
}

function deleteSome(editor: HeadlessEditor, next: (below: number) => number): void {
  const { head } = editor.state.selection
  const end = whole(editor.state.doc, Math.min(editor.state.doc.content.size, head + next(30)))
  editor.change((tr) => tr.deleteRange(head, end))
}

function markSome(editor: HeadlessEditor, next: (below: number) => number): void {
  const { head } = editor.state.selection
  const end = whole(editor.state.doc, Math.min(editor.state.doc.content.size, head + next(30)))
  const name = ['bold', 'italic'][next(2)] ?? 'bold'
  editor.change((tr) => tr.addMark(head, end, mark(name).create()))
}

test('attributes that were changed again and again without a line arrive with what undo keeps of them', async () => {
  const both = await pair()
  const { swantje, tarek, tabs } = both
  swantje.type('Überschrift')
  swantje.run(setBlockType(node('heading'), { level: 1 }))
  await until(() => tarek.state.doc.firstChild?.type.name === 'heading', 'he has it')
  tabs[0].provider.disconnect()
  for (const level of [2, 3, 1, 2, 3]) swantje.run(setBlockType(node('heading'), { level }))
  swantje.undo()
  for (const level of [1, 3, 2]) swantje.run(setBlockType(node('heading'), { level }))
  tabs[0].provider.connect()
  await until(() => tarek.state.doc.firstChild?.attrs.level === 2, 'the last one counts')
  await expectAgreement(both)
})
