import { setBlockType, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { schema } from '#src/documents/content/codec.ts'
import { copyOf, proposer, shownIn, textOf } from './proposer.ts'

const { heading, bulletList } = schema.nodes
const select =
  (at: number, to = at) =>
  (tr: import('@tiptap/pm/state').Transaction) =>
    tr.setSelection(TextSelection.create(tr.doc, at, to))

test('what is proposed is in nobody’s text until it is accepted', () => {
  const base = textOf('Das Wasser ist knapp.')
  const before = shownIn(base)
  const tarek = proposer(base)
  tarek.change((tr) => tr.insertText('Trinkwasser', 5, 11))
  expect(tarek.text()).toBe('Das Trinkwasser ist knapp.')
  expect(shownIn(base)).toBe(before)
  const [draft] = tarek.open()
  Y.applyUpdate(base, draft!.update)
  expect(shownIn(base)).toBe(shownIn(tarek.drafts.view))
})

test('block changes', () => {
  for (const command of [
    setBlockType(heading!, { level: 2 }),
    wrapInList(bulletList!),
    splitBlock,
    toggleMark(schema.marks.bold!),
  ]) {
    const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.', 'Ende.')
    const nele = proposer(base)
    const before = nele.text()
    nele.change(select(5, 11))
    nele.run(command)
    expect(nele.open()).toHaveLength(1)
    base.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
    expect(nele.open()).toHaveLength(1)
    const accepted = copyOf(base)
    Y.applyUpdate(accepted, nele.open()[0]!.update)
    expect(shownIn(accepted)).toBe(shownIn(nele.drafts.view))
    nele.drafts.undo()
    expect(nele.open()).toHaveLength(0)
    expect(nele.text()).toBe('\n' + before)
    nele.drafts.redo()
    expect(shownIn(accepted)).toBe(shownIn(nele.drafts.view))
  }
})
