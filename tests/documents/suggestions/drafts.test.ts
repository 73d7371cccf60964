import { setBlockType, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { matchesIn, queryFor, replacing } from '#views/documents/editor-search.ts'
import { Draft } from '#views/documents/editor-suggest-draft.ts'
import { copyOf, proposer, shownIn, textOf } from './proposer.ts'

const { heading, bulletList } = schema.nodes
const { bold } = schema.marks
if (!heading || !bulletList || !bold) throw new Error('The schema has changed')

const select =
  (at: number, to = at) =>
  (tr: Transaction) =>
    tr.setSelection(TextSelection.create(tr.doc, at, to))

/** The text with everything in it that somebody proposes. */
function acceptedBy(who: ReturnType<typeof proposer>, base: Y.Doc): Y.Doc {
  const copy = copyOf(base)
  for (const { update } of who.open()) Y.applyUpdate(copy, update)
  return copy
}

test('what is proposed is in nobody’s text until it is accepted', () => {
  const base = textOf('Das Wasser ist knapp.')
  const before = shownIn(base)
  const tarek = proposer(base)
  tarek.change((tr) => tr.insertText('Trinkwasser', 5, 11))
  expect(tarek.text()).toBe('Das Trinkwasser ist knapp.')
  expect(shownIn(base)).toBe(before)
  expect(shownIn(acceptedBy(tarek, base))).toBe(shownIn(tarek.drafts.view))
})

const commands: [string, Command][] = [
  ['a heading', setBlockType(heading, { level: 2 })],
  ['a list', wrapInList(bulletList)],
  ['two paragraphs', splitBlock],
  ['bold', toggleMark(bold)],
]

test.each(commands)(
  'a paragraph that becomes %s is one suggestion, and can be taken back and had again',
  (_, command) => {
    const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.')
    const nele = proposer(base)
    const before = nele.text()
    nele.change(select(5, 11))
    nele.run(command)
    expect(nele.open()).toHaveLength(1)
    base.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
    const proposed = shownIn(nele.drafts.view)
    expect(shownIn(acceptedBy(nele, base))).toBe(proposed)
    nele.drafts.undo()
    expect([nele.open(), nele.text()]).toEqual([[], `\n${before}`])
    nele.drafts.redo()
    expect(shownIn(nele.drafts.view)).toBe(proposed)
  },
)

test('a word that is typed letter by letter over another one is one suggestion', () => {
  const base = textOf('Das Wasser ist knapp.')
  const tarek = proposer(base)
  tarek.change(select(16, 21))
  for (const letter of 'kostbar') tarek.change((tr) => tr.insertText(letter))
  tarek.change(select(5))
  tarek.change((tr) => tr.insertText('klare '))
  expect([tarek.text(), tarek.open().length]).toEqual(['Das klare Wasser ist kostbar.', 2])
})

test('letters that are struck out one after the other are one suggestion', () => {
  const base = textOf('Das Wasser ist knapp.')
  const tarek = proposer(base)
  for (let at = 11; at > 5; at--) tarek.change((tr) => tr.delete(at - 1, at))
  for (let count = 0; count < 3; count++) tarek.change((tr) => tr.delete(5, 6))
  expect([tarek.text(), tarek.open().length]).toEqual(['Das t knapp.', 1])
})

test('what two people propose for the same words can both be accepted, and nothing is doubled', () => {
  const base = textOf('Das Wasser ist knapp.')
  const [tarek, nele] = [proposer(base), proposer(base)]
  tarek.change((tr) => tr.delete(5, 12))
  nele.change((tr) => tr.insertText('Öl', 5, 11))
  for (const who of [tarek, nele]) for (const { update } of [...who.open(), ...who.open()]) Y.applyUpdate(base, update)
  expect(shownIn(base)).toBe('<paragraph>Das Ölist knapp.</paragraph>')
})

test('a paragraph that is emptied first and then removed is one suggestion', () => {
  const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.')
  const tarek = proposer(base)
  tarek.change((tr) => tr.delete(24, 47))
  tarek.change((tr) => tr.delete(23, 25))
  expect([tarek.text(), tarek.open().length]).toEqual(['Das Wasser ist knapp.', 1])
})

test('words that are replaced everywhere are one suggestion for each place, decided on one by one', () => {
  const base = textOf('Das Wasser ist knapp. Wasser ist Leben.', 'Wir schützen das Wasser.')
  const tarek = proposer(base)
  const query = queryFor({ words: 'Wasser', exactCase: true, wholeWords: true })
  const matches = matchesIn(tarek.sheet.state, query)
  for (const match of matches.toReversed()) tarek.sheet.dispatch(replacing(tarek.sheet.state, 'Trinkwasser', [match]))
  expect(tarek.text()).toBe('Das Trinkwasser ist knapp. Trinkwasser ist Leben.\nWir schützen das Trinkwasser.')
  expect(tarek.open()).toHaveLength(3)
  const [, second] = tarek.open()
  if (!second) throw new Error('There is no second one')
  Y.applyUpdate(base, second.update)
  tarek.drafts.drop(second, true)
  expect([...shownIn(base).matchAll(/Trinkwasser/g)]).toHaveLength(1)
  expect([...tarek.text().matchAll(/Trinkwasser/g)]).toHaveLength(3)
})

test('what was kept on the device is whole for sending before the text around it has come', () => {
  const base = textOf('Das Wasser ist knapp.')
  const tarek = proposer(base)
  tarek.change((tr) => tr.insertText(' und teuer', 21))
  const [made] = tarek.open()
  if (!made) throw new Error('Nothing was proposed')
  const later = proposer(new Y.Doc())
  later.drafts.take(new Draft(made.id, [made.update], made.clients))
  const [kept] = later.drafts.all
  if (!kept) throw new Error('Nothing was kept')
  const sent = copyOf(base)
  Y.applyUpdate(sent, later.drafts.packed(kept))
  expect(shownIn(sent)).toContain('knapp und teuer.')
})
