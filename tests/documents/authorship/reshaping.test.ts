import { setBlockType } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { type Written, writtenContentOf } from '#src/documents/authorship/clients.ts'
import { schema } from '#src/documents/content/codec.ts'
import { editorOf } from '../headless-editor.ts'
import { Typist } from './typing.ts'

type Act = (editor: ReturnType<typeof editorOf>) => void

const [first, second] = ['Wer neben dem Windrad wohnt, soll daran verdienen.', 'Ein Drittel gehört dem Dorf.'] as const
const [hers, his] = [101, 202]

const passagesIn = ({ text, client, content = [] }: Written): [number | undefined, string][] =>
  text === undefined ? content.flatMap(passagesIn) : [[client, text]]

/** What is whose after somebody else's editor has worked on her two paragraphs. */
function whoseAfter(act: Act) {
  const her = new Typist(hers).paragraph(first).paragraph(second)
  const him = new Typist(his).take(her.state())
  act(editorOf(him.doc))
  const passages = passagesIn(writtenContentOf(him.state()))
  const of = (client: number) => passages.flatMap(([by, words]) => (by === client ? words : [])).join('')
  return { hers: of(hers), his: of(his) }
}

const inFirst: Act = (editor) => editor.change((tr) => tr.setSelection(TextSelection.create(tr.doc, 3)))
const nodes = schema.nodes as Record<'heading' | 'bulletList' | 'paragraph', (typeof schema.nodes)[string]>

describe('words stay with whoever wrote them when somebody else', () => {
  test.each<[string, Act]>([
    ['makes some of them bold', (editor) => editor.change((tr) => tr.addMark(3, 9, schema.mark('bold')))],
    ['links them', (editor) => editor.change((tr) => tr.addMark(3, 9, schema.mark('link', { href: '/help' })))],
    ['opens the text and looks at it', () => undefined],
  ])('%s', (_what, act) => {
    expect(whoseAfter(act)).toEqual({ hers: first + second, his: '' })
  })

  test('writes a paragraph before them', () => {
    const fresh = () => nodes.paragraph.create(null, schema.text('Neu hier'))
    expect(whoseAfter((editor) => editor.change((tr) => tr.insert(0, fresh())))).toEqual({
      hers: first + second,
      his: 'Neu hier',
    })
  })

  test('deletes some of them', () => {
    expect(whoseAfter((editor) => editor.change((tr) => tr.delete(0, first.length + 2)))).toEqual({
      hers: second,
      his: '',
    })
  })
})

describe('an editor writes words anew, and that is what the page says, when somebody', () => {
  test.each<[string, Act, string]>([
    ['splits a paragraph', (editor) => editor.change((tr) => tr.split(5)), first.slice(4)],
    ['joins two', (editor) => editor.change((tr) => tr.join(first.length + 2)), second],
    [
      'makes a heading of one',
      (editor) => {
        inFirst(editor)
        editor.run(setBlockType(nodes.heading, { level: 2 }))
      },
      first,
    ],
    [
      'makes a list of one',
      (editor) => {
        inFirst(editor)
        editor.run(wrapInList(nodes.bulletList))
      },
      first,
    ],
  ])('%s', (_what, act, anew) => {
    expect(whoseAfter(act)).toEqual({ hers: (first + second).replace(anew, ''), his: anew })
  })
})
