import type { Editor } from '@tiptap/core'
import { insertNote } from './editor-footnote.ts'
import { insertBlock } from './editor-inserting.ts'
import { kitOf } from './editor-nodes.ts'
import { choosePictures } from './editor-picture-choosing.ts'
import { isPossible } from './editor-possible.ts'

type Run = (editor: Editor) => boolean

export interface Tool {
  run: Run
  active?: (editor: Editor) => boolean
  can?: (editor: Editor) => boolean
}

const chain = (editor: Editor) => editor.chain().focus()

const heading = (level: 1 | 2 | 3): Tool => ({
  run: (editor) => chain(editor).toggleHeading({ level }).run(),
  active: (editor) => editor.isActive('heading', { level }),
})

function choose(editor: Editor): boolean {
  const page = editor.view.dom.closest<HTMLElement>('kreislauf-editor')
  if (page) choosePictures(editor, kitOf(page))
  return page !== null
}

function compare({ view }: Editor): boolean {
  void import('./editor-comparison-rows.ts').then(({ insertComparison }) => {
    insertComparison(view.state, view.dispatch)
    view.focus()
  })
  return true
}

function quoteFromText(editor: Editor): boolean {
  const page = editor.view.dom.closest<HTMLElement>('kreislauf-editor')
  if (page) void import('./editor-quoting.ts').then(({ openQuoting }) => openQuoting(page, editor))
  return page !== null
}

const inTables: Record<string, Tool> = {
  rowBelow: { run: (editor) => chain(editor).addRowAfter().run() },
  columnRight: { run: (editor) => chain(editor).addColumnAfter().run() },
  rowAbove: { run: (editor) => chain(editor).addRowBefore().run() },
  columnLeft: { run: (editor) => chain(editor).addColumnBefore().run() },
  headerRow: { run: (editor) => chain(editor).toggleHeaderRow().run() },
  mergeCells: { run: (editor) => chain(editor).mergeCells().run(), can: (editor) => editor.can().mergeCells() },
  splitCell: { run: (editor) => chain(editor).splitCell().run(), can: (editor) => editor.can().splitCell() },
  deleteRow: { run: (editor) => chain(editor).deleteRow().run() },
  deleteColumn: { run: (editor) => chain(editor).deleteColumn().run() },
  deleteTable: { run: (editor) => chain(editor).deleteTable().run() },
}

/** What makes, changes or puts in blocks. */
const blocks: Record<string, Tool> = {
  paragraph: { run: (editor) => chain(editor).setParagraph().run(), active: (editor) => editor.isActive('paragraph') },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  bulletList: {
    run: (editor) => chain(editor).toggleBulletList().run(),
    active: (editor) => editor.isActive('bulletList'),
  },
  orderedList: {
    run: (editor) => chain(editor).toggleOrderedList().run(),
    active: (editor) => editor.isActive('orderedList'),
  },
  quote: {
    run: (editor) => chain(editor).toggleBlockquote().run(),
    active: (editor) => editor.isActive('blockquote'),
  },
  taskList: { run: (editor) => chain(editor).toggleTaskList().run(), active: (editor) => editor.isActive('taskList') },
  picture: { run: choose },
  footnote: { run: insertNote, active: (editor) => editor.isActive('footnote') },
  line: { run: (editor) => insertBlock(editor, editor.schema.node('horizontalRule')) },
  pageBreak: { run: (editor) => insertBlock(editor, editor.schema.node('pageBreak')) },
  table: { run: (editor) => chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
  comparison: { run: compare },
  quotation: { run: quoteFromText },
}

const wherePossible = Object.fromEntries(
  Object.entries(blocks).map(([kind, tool]) => [
    kind,
    { ...tool, can: ({ state }: Editor) => isPossible(kind, state) },
  ]),
)

/** What each tool does, by the name that stands on its button. */
export const tools: Record<string, Tool> = {
  ...wherePossible,
  bold: { run: (editor) => chain(editor).toggleBold().run(), active: (editor) => editor.isActive('bold') },
  italic: { run: (editor) => chain(editor).toggleItalic().run(), active: (editor) => editor.isActive('italic') },
  undo: { run: (editor) => chain(editor).undo().run() },
  redo: { run: (editor) => chain(editor).redo().run() },
  ...inTables,
}
