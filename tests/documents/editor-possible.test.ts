import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { isPossible } from '#views/documents/editor-possible.ts'
import { tools } from '#views/documents/editor-tool-acts.ts'

const text = (words: string): Content => ({ type: 'text', text: words })
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })
const cell = (type: string, words: string): Content => ({ type, content: [paragraph(text(words))] })

const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    paragraph(text('frei '), { type: 'footnote', content: [text('klein')] }),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('punkt'))] }] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('tableCell', 'zelle')] }] },
    {
      type: 'comparison',
      content: [
        {
          type: 'comparisonRow',
          content: [
            { type: 'rowPlace', content: [text('ort')] },
            cell('rowStatement', 'aussage'),
            cell('rowPosition', 'haltung'),
            cell('rowDemand', 'forderung'),
          ],
        },
      ],
    },
  ],
})

/** The cursor behind the first letter of these words. */
function at(words: string): EditorState {
  let found = -1
  doc.descendants((node, pos) => {
    if (node.text?.startsWith(words)) found = pos + 1
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, found) })
}

const kinds = Object.keys(tools).filter((kind) => tools[kind]?.can && !/Cell/.test(kind))
const notAt = (words: string) => kinds.filter((kind) => !isPossible(kind, at(words)))

test.each([
  ['frei', []],
  ['punkt', []],
  ['zelle', ['table', 'pageBreak']],
  ['klein', ['bulletList', 'orderedList', 'quote', 'taskList', 'footnote', 'table']],
  ['forderung', ['pageBreak', 'comparison']],
] as const)('where "%s" stands some things cannot be put in', (words, missing) => {
  expect(notAt(words).sort()).toEqual([...missing].sort())
})

test('the place of a row is one line of words: nothing can be put in', () => {
  expect(notAt('ort').sort()).toEqual([...kinds].sort())
})
