import { joinBackward, setBlockType, splitBlock } from '@tiptap/pm/commands'
import { TextSelection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anchorAt, findPassage, layOut, wordsAt } from '#src/documents/comments/anchors.ts'
import { quoteAt } from '#src/documents/comments/finding.ts'
import { stateOf } from '#src/documents/content/codec.ts'
import { field } from '#src/documents/markup.ts'
import { editorOf } from '../headless-editor.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

const first = 'Wer neben dem Windrad wohnt, soll daran verdienen.'
const second = 'Ein Drittel jeder neuen Anlage gehört den Menschen im Umkreis.'

const start = stateOf({ type: 'doc', content: [paragraph(first), paragraph(second)] })

function copyOf(state: Uint8Array) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

/** A comment on these words, and two people who write in the text. */
function commented(words: string) {
  const laid = layOut(start)
  const from = laid.line.text.indexOf(words)
  const stretch = { from, to: from + words.length }
  const thread = { anchor: anchorAt(laid, stretch), quote: quoteAt(laid.line.text, stretch.from, stretch.to) }
  const [one, other] = [copyOf(start), copyOf(start)]
  const meet = () => {
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  }
  const shown = () => {
    meet()
    const now = layOut(Y.encodeStateAsUpdate(one))
    const place = findPassage(now, thread)
    return place && wordsAt(now, place)
  }
  return { one: editorOf(one), other: editorOf(other), meet, shown, doc: one }
}

/** Where the words begin in the editor. */
const at = (words: string) => {
  const [inFirst, inSecond] = [first.indexOf(words), second.indexOf(words)]
  return inFirst >= 0 ? 1 + inFirst : 1 + first.length + 2 + inSecond
}

const passage = 'jeder neuen Anlage'

test('an untouched passage is where it was', () => {
  expect(commented(passage).shown()).toBe(passage)
})

test('what two people write before, after and inside of it at once moves it, and nothing is lost', () => {
  const { one, other, shown } = commented(passage)
  one.change((tr) => tr.insertText('Und zwar sofort. ', 1))
  other.change((tr) => tr.insertText('einzelnen ', at('neuen')))
  one.change((tr) => tr.insertText(' (Vorschlag)', 17 + at(passage) + passage.length))
  expect(shown()).toBe('jeder einzelnen neuen Anlage')
})

test('what is written right beside it stays outside', () => {
  const { one, other, shown } = commented(passage)
  one.change((tr) => tr.insertText('fast ', at(passage)))
  other.change((tr) => tr.insertText(' bald', at(passage) + passage.length))
  expect(shown()).toBe(passage)
})

test('one takes away its beginning, another one its end', () => {
  const { one, other, shown } = commented(passage)
  one.change((tr) => tr.delete(at(passage), at(passage) + 'jeder '.length))
  other.change((tr) => tr.delete(at(' Anlage'), at(' Anlage') + ' Anlage'.length))
  expect(shown()?.trim()).toBe('neuen')
})

test('a passage that is gone is gone, whatever somebody writes into it meanwhile around it', () => {
  const { one, other, shown } = commented(passage)
  one.change((tr) => tr.delete(at(passage), at(passage) + passage.length))
  other.change((tr) => tr.insertText('Hier. ', 1))
  expect(shown()).toBeNull()
})

test('with its whole paragraph it is gone too', () => {
  const { one, shown } = commented(passage)
  one.change((tr) => tr.delete(first.length + 2, first.length + 2 + second.length + 2))
  expect(shown()).toBeNull()
})

test('taken out and put in again, as by undoing, it is found again', () => {
  const { one, shown, doc } = commented(passage)
  const undo = new Y.UndoManager(doc.getXmlFragment(field), { trackedOrigins: new Set([ySyncPluginKey]) })
  one.change((tr) => tr.delete(at(passage), at(passage) + passage.length))
  expect(shown()).toBeNull()
  undo.undo()
  expect(shown()).toBe(passage)
})

test('moved to another paragraph it is found there', () => {
  const { one, shown } = commented(passage)
  one.change((tr) => tr.delete(at(passage), at(passage) + passage.length).insertText(`${passage}: `, 1))
  expect(shown()).toBe(passage)
})

test('a paragraph that is split before it, made a heading and joined again keeps it', () => {
  const { one, other, shown } = commented(passage)
  const caret = (position: number) => one.change((tr) => tr.setSelection(TextSelection.create(tr.doc, position)))
  caret(at('gehört') - 20)
  one.run(splitBlock)
  other.change((tr) => tr.insertText('!', 1))
  expect(shown()).toBe(passage)
  one.run((state, dispatch) => {
    const heading = state.schema.nodes.heading
    return heading ? setBlockType(heading, { level: 2 })(state, dispatch) : false
  })
  expect(shown()).toBe(passage)
  one.run(joinBackward)
  expect(shown()).toBe(passage)
})

test('a passage over two paragraphs is one passage', () => {
  const words = `verdienen.\n${second.slice(0, 11)}`
  const { one, shown } = commented(words)
  one.change((tr) => tr.insertText('gut ', at('verdienen.')))
  expect(shown()).toBe(words)
})
