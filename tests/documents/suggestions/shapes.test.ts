import { joinBackward, setBlockType, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { Overlay } from '#views/documents/editor-suggest-overlay.ts'
import { piecesIn } from '#views/documents/editor-suggest-pieces.ts'
import { shapesOf } from '#views/documents/editor-suggest-shapes.ts'
import { wholeWords } from '#views/documents/editor-suggest-whole-words.ts'
import { proposer, textOf, writer } from './proposer.ts'

function shapesIn(base: Y.Doc, who: ReturnType<typeof proposer>, applied: boolean) {
  const suggestions = who.open()
  const doc = new Overlay(base).with(suggestions)
  const { pieces } = piecesIn(doc, {
    suggestions,
    isApplied: () => applied,
    isLeaf: (name) => schema.nodes[name]?.isLeaf ?? false,
  })
  const shown = applied ? who.sheet.state.doc : writer(base).sheet.state.doc
  return [...pieces.values()]
    .flatMap((each) => shapesOf(wholeWords(each, shown)))
    .map((shape) =>
      shape.kind === 'piece'
        ? [
            shape.piece.what,
            shape.piece.text,
            shape.piece.from,
            shape.piece.to,
            ...shape.piece.changes.map(([name]) => name),
          ]
        : [shape.kind, shape.added.map(({ names }) => names.join('>')).join()],
    )
}

function proposed(at: [number, number], command: Command) {
  const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.')
  const tarek = proposer(base)
  tarek.change((tr) => tr.setSelection(TextSelection.create(tr.doc, ...at)))
  tarek.run(command)
  return [shapesIn(base, tarek, false), shapesIn(base, tarek, true)]
}

const { heading, bulletList } = schema.nodes
const { bold } = schema.marks
if (!heading || !bulletList || !bold) throw new Error('The schema has changed')

const put =
  (words: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(words))
    return true
  }

test('a word that is replaced is shown as one that goes and one that comes', () => {
  const [written, suggested] = proposed([5, 11], put('Öl'))
  expect(written).toContainEqual(['removed', 'Wasser', 5, 11])
  expect(suggested?.flat()).toEqual(expect.arrayContaining(['Wasser', 'Öl']))
})

test('a paragraph that becomes a heading or a list is not struck out and written again', () => {
  const [written, suggested] = proposed([5, 5], setBlockType(heading, { level: 2 }))
  expect([written, suggested]).toEqual([[['turn', 'heading2']], [['turn', 'heading2']]])
  const [before, after] = proposed([5, 30], wrapInList(bulletList))
  expect([before, after]).toEqual([
    [['turn', 'bulletList>listItem>paragraph']],
    [['turn', 'bulletList>listItem>paragraph']],
  ])
})

test('a paragraph that is split or joined shows a sign where that happens', () => {
  expect(proposed([12, 12], splitBlock).map(([shape]) => shape?.[0])).toEqual(['split', 'split'])
  expect(proposed([24, 24], joinBackward).map(([shape]) => shape?.[0])).toEqual(['join', 'join'])
})

test('words that become bold keep standing where they are', () => {
  const [written, suggested] = proposed([5, 11], toggleMark(bold))
  expect(written).toEqual([['format', '', 5, 11, 'bold']])
  expect(suggested).toEqual(written)
})

test('of a word that is replaced by one that begins or ends alike the whole word goes and the whole word comes', () => {
  const [written, suggested] = proposed([16, 21], put('kostbar'))
  expect(written).toEqual([
    ['removed', 'knapp', 16, 21],
    ['added', 'kostbar', 21, 21],
  ])
  expect(suggested).toEqual([
    ['removed', 'knapp', 16, 16],
    ['added', 'kostbar', 16, 23],
  ])
})

test('letters put into a word, or words beside it, are shown as what they are', () => {
  expect(proposed([5, 5], put('Trink'))[0]).toEqual([['added', 'Trink', 5, 5]])
  expect(proposed([16, 16], put('sehr '))[0]).toEqual([['added', 'sehr ', 16, 16]])
})
