import type { Editor } from '@tiptap/core'
import { insertNote } from './editor-footnote.ts'
import { insertBlock } from './editor-inserting.ts'
import { kitOf } from './editor-nodes.ts'
import { choosePictures } from './editor-picture-choosing.ts'

type Run = (editor: Editor) => boolean
type Tool = { run: Run; active?: (editor: Editor) => boolean; can?: (editor: Editor) => boolean; within?: string }

const chain = (editor: Editor) => editor.chain().focus()
const heading = (level: 1 | 2 | 3): Tool => ({
  run: (editor) => chain(editor).toggleHeading({ level }).run(),
  active: (editor) => editor.isActive('heading', { level }),
})
const inTable = (run: Run): Tool => ({ run, within: 'table' })

function choose(editor: Editor): boolean {
  const page = editor.view.dom.closest<HTMLElement>('kreislauf-editor')
  if (page) choosePictures(editor, kitOf(page))
  return page !== null
}

const tools: Record<string, Tool> = {
  paragraph: { run: (editor) => chain(editor).setParagraph().run(), active: (editor) => editor.isActive('paragraph') },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  bold: { run: (editor) => chain(editor).toggleBold().run(), active: (editor) => editor.isActive('bold') },
  italic: { run: (editor) => chain(editor).toggleItalic().run(), active: (editor) => editor.isActive('italic') },
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
  picture: { run: (editor) => choose(editor) },
  footnote: { run: insertNote, active: (editor) => editor.isActive('footnote') },
  pageBreak: { run: (editor) => insertBlock(editor, editor.schema.node('pageBreak')) },
  table: { run: (editor) => chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
  rowBelow: inTable((editor) => chain(editor).addRowAfter().run()),
  columnRight: inTable((editor) => chain(editor).addColumnAfter().run()),
  rowAbove: inTable((editor) => chain(editor).addRowBefore().run()),
  columnLeft: inTable((editor) => chain(editor).addColumnBefore().run()),
  headerRow: inTable((editor) => chain(editor).toggleHeaderRow().run()),
  mergeCells: {
    ...inTable((editor) => chain(editor).mergeCells().run()),
    can: (editor) => editor.can().mergeCells(),
  },
  splitCell: {
    ...inTable((editor) => chain(editor).splitCell().run()),
    can: (editor) => editor.can().splitCell(),
  },
  deleteRow: inTable((editor) => chain(editor).deleteRow().run()),
  deleteColumn: inTable((editor) => chain(editor).deleteColumn().run()),
  deleteTable: inTable((editor) => chain(editor).deleteTable().run()),
  undo: { run: (editor) => chain(editor).undo().run() },
  redo: { run: (editor) => chain(editor).redo().run() },
}

const buttonsIn = (bar: HTMLElement) => [...bar.querySelectorAll<HTMLButtonElement>('button[data-does]')]

const reachable = (bar: HTMLElement) => buttonsIn(bar).filter((button) => button.getClientRects().length > 0)

/** One stop for the tab key; inside, the arrow keys lead on, as in every toolbar. */
function roam(bar: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  const stops = reachable(bar)
  const at = stops.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key]
  return to === undefined ? undefined : stops.at(to % stops.length)
}

const makeStop = (bar: HTMLElement, stop: HTMLElement) => {
  for (const button of buttonsIn(bar)) button.tabIndex = button === stop ? 0 : -1
}

export function focusTools(bar: HTMLElement): void {
  const stop = reachable(bar).find((button) => button.tabIndex === 0) ?? reachable(bar)[0]
  stop?.focus()
}

/** Shows what the place of the cursor is, and offers rows and columns only inside a table. */
export function showTools(bar: HTMLElement, editor: Editor): void {
  for (const button of buttonsIn(bar)) {
    const tool = tools[button.dataset.does ?? '']
    if (tool?.active) button.setAttribute('aria-pressed', String(tool.active(editor)))
    if (tool?.can) button.setAttribute('aria-disabled', String(!tool.can(editor)))
    if (tool?.within) button.hidden = !editor.isActive(tool.within)
    if (button.dataset.does === 'link') button.setAttribute('aria-pressed', String(editor.isActive('link')))
  }
  const [first] = reachable(bar)
  if (first && !reachable(bar).some((button) => button.tabIndex === 0)) makeStop(bar, first)
}

/** On a phone there is room for a few; the others come on demand. */
function showMore(bar: HTMLElement, button: HTMLElement): void {
  const more = bar.toggleAttribute('data-more')
  button.setAttribute('aria-expanded', String(more))
}

export function wireTools(bar: HTMLElement, editor: Editor, askForLink: () => void): void {
  bar.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-does]')
    if (!button) return
    makeStop(bar, button)
    if (button.dataset.does === 'link') askForLink()
    else if (button.dataset.does === 'more') showMore(bar, button)
    else tools[button.dataset.does ?? '']?.run(editor)
  })
  // A press must not take the cursor out of the text before the tool is used on it.
  bar.addEventListener('mousedown', (event) => event.preventDefault())
  bar.addEventListener('keydown', (event) => {
    const stop = roam(bar, event)
    if (event.key === 'Escape') editor.commands.focus()
    if (!stop) return
    event.preventDefault()
    makeStop(bar, stop)
    stop.focus()
  })
}
