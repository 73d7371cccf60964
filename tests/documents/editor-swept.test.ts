import { setBlockType } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { wrapInList } from '@tiptap/pm/schema-list'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { schema, stateOf } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { Sweeping } from '#views/documents/editor-swept.ts'
import { type HeadlessEditor, openHeadlessEditor } from './interop/headless-editor.ts'

const words = (text: string): Content => ({ type: 'text', text })
const note = (text: string): Content => ({ type: 'footnote', content: [words(text)] })
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })

const start = stateOf({
  type: 'doc',
  content: [
    paragraph(
      words('Wer hier wohnt'),
      note('Im Umkreis'),
      words(' verdient daran'),
      note('Ein Drittel'),
      words(' mit.'),
    ),
    paragraph(words('Alle zahlen'), note('Auch wir'), words(' gleich viel.')),
  ],
})

interface Desk {
  doc: Y.Doc
  editor: HeadlessEditor
  /** What was written here and is still on its way. */
  sent: Uint8Array[]
  hear(updates: Uint8Array[]): void
}

/** An editor as it stands on a page: what comes in from the others passes by, and what it writes goes out. */
function desk(from = start): Desk {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, from)
  const line = {}
  const sent: Uint8Array[] = []
  const sweeping = new Sweeping(doc)
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== line) sent.push(update)
  })
  const editor = openHeadlessEditor(doc)
  onTestFinished(() => editor.close())
  const hear = (updates: Uint8Array[]) => {
    for (const update of updates) {
      sweeping.arrives(update)
      Y.applyUpdate(doc, update, line)
      sweeping.arrived()
    }
  }
  return { doc, editor, sent, hear }
}

/** Until nobody has anything that another has not heard. */
function meet(...desks: Desk[]) {
  while (desks.some(({ sent }) => sent.length > 0)) {
    const said = desks.map(({ sent }) => sent.splice(0))
    for (const [index, one] of desks.entries()) one.hear(said.filter((_, other) => other !== index).flat())
  }
  const [first, ...others] = desks.map(({ editor }) => editor.state.doc.toString())
  for (const other of others) expect(other).toBe(first)
  return first ?? ''
}

const secondParagraph = (doc: Node) => (doc.firstChild as Node).nodeSize

/** What one does to a paragraph that puts its words in anew. */
const acts: Record<string, (editor: HeadlessEditor) => void> = {
  'divides the paragraph between two footnotes': (editor) => {
    editor.goBehind(' verdient')
    editor.change((tr) => tr.split(tr.selection.from))
  },
  'divides the paragraph in front of its footnotes': (editor) => {
    editor.goBehind('Wer')
    editor.change((tr) => tr.split(tr.selection.from))
  },
  'joins the paragraphs': (editor) => editor.change((tr) => tr.join(secondParagraph(tr.doc))),
  'makes headings of them': (editor) => {
    editor.change((tr) => tr.setBlockType(1, tr.doc.content.size - 1, schema.nodes.heading as never, { level: 2 }))
  },
  'makes a list of the first': (editor) => {
    editor.goBehind('Wer')
    editor.run(wrapInList(schema.nodes.bulletList as never))
  },
  'makes a heading of the first': (editor) => {
    editor.goBehind('Wer')
    editor.run(setBlockType(schema.nodes.heading as never, { level: 2 }))
  },
}

/** In the words that are divided themselves. */
const divided = ['Wer hier w', ' verdient d']

const places = ['Im Um', 'Ein Dritt', 'Auch w', 'Wer hier w', ' verdient d', ' mit', 'Alle z', ' gleich v']

test.each(Object.entries(acts))('while somebody %s, nothing is lost of what others write in it', (_, act) => {
  for (const place of places) {
    const [one, other] = [desk(), desk()]
    other.editor.goBehind(place)
    for (const letter of ['n', 'eu', 'es']) other.editor.type(letter)
    act(one.editor)
    const text = meet(one, other)
    expect(text.split('neues')).toHaveLength(2)
    // What stands behind the place of the division moves; letters on their way to it stay at its edge.
    if (!divided.includes(place)) expect(text).toContain(`${place.slice(-3)}neues`)
  }
})

test('three who write in three footnotes of a paragraph that a fourth makes a list of find all their words', () => {
  const desks = [desk(), desk(), desk(), desk()]
  const [one, ...writers] = desks as [Desk, ...Desk[]]
  const at = ['Im Um', 'Ein Dritt', 'Wer hier w']
  writers.forEach(({ editor }, index) => {
    editor.goBehind(at[index] ?? '')
    editor.type(`neu${index}`)
  })
  acts['makes a list of the first']?.(one.editor)
  const text = meet(...desks)
  for (const [index, place] of at.entries()) expect(text).toContain(`${place}neu${index}`)
})

test('first words go along, too: into a footnote and into a paragraph that were empty until then', () => {
  const empty = stateOf({
    type: 'doc',
    content: [paragraph(words('Hier'), { type: 'footnote' }), { type: 'paragraph' }],
  })
  for (const [place, act] of [
    [6, (editor: HeadlessEditor) => editor.run(wrapInList(schema.nodes.bulletList as never))],
    [9, (editor: HeadlessEditor) => editor.change((tr) => tr.setBlockType(9, 9, schema.nodes.heading as never, {}))],
  ] as const) {
    const [one, other] = [desk(empty), desk(empty)]
    other.editor.change((tr) => tr.insertText('ne', place))
    other.editor.change((tr) => tr.insertText('ues', place + 2))
    act(one.editor)
    expect(meet(one, other)).toContain('"neues"')
  }
})

test('what somebody deletes on purpose stays deleted, also when it was written by another', () => {
  const [one, other] = [desk(), desk()]
  other.editor.goBehind('Alle zahlen')
  other.editor.type(' gern')
  meet(one, other)
  // From the end of the first paragraph to behind the new words: both paragraphs grow together.
  one.editor.goBehind(' gern')
  one.editor.change((tr) => tr.delete(secondParagraph(tr.doc) - 1, tr.selection.from))
  const text = meet(one, other)
  expect(text).not.toContain('gern')
  expect(text).not.toContain('Alle zahlen')
})

test('a paragraph that somebody takes away altogether does not come back in pieces', () => {
  const [one, other] = [desk(), desk()]
  other.editor.goBehind('Alle z')
  other.editor.type('neues')
  one.editor.change((tr) => tr.delete(secondParagraph(tr.doc), tr.doc.content.size))
  expect(meet(one, other)).not.toContain('neues')
})

test('where the same words came twice nobody guesses', () => {
  const [one, other] = [desk(), desk()]
  other.editor.goBehind('Auch w')
  other.editor.type('neues')
  one.editor.change((tr) => {
    const at = secondParagraph(tr.doc)
    const twice = tr.doc.child(1)
    return tr.replaceWith(at, tr.doc.content.size, [
      schema.node('blockquote', null, [twice]),
      schema.node('blockquote', null, [twice]),
    ])
  })
  expect(meet(one, other)).not.toContain('neues')
})
