import type { EditorView } from '@tiptap/pm/view'
import { addRow, cellBeside, cellsOf, enterCell, rowAround } from './editor-comparison-rows.ts'

export interface RowActs {
  move(view: EditorView, pos: number, step: 1 | -1): void
  controlsOf(view: EditorView, pos: number): HTMLElement[]
}

/** Lists and tables inside a cell have a use of their own for the key. */
const isNested = ({ state: { selection } }: EditorView) => {
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--)
    if (['listItem', 'taskItem', 'table'].includes($from.node(depth).type.name)) return true
  return false
}

/** From cell to cell, then through the choices of the row, then into the next row. */
function tab(view: EditorView, step: 1 | -1, { controlsOf }: RowActs): boolean {
  const row = rowAround(view.state.selection.$from)
  if (!row || isNested(view)) return false
  const cell = cellBeside(view.state, step)
  if (cell !== null) return enterCell(cell)(view.state, view.dispatch)
  const before = row.comparison.child(Math.max(0, row.index - 1))
  const controls =
    step > 0 ? controlsOf(view, row.pos) : row.index > 0 ? controlsOf(view, row.pos - before.nodeSize) : []
  const next = step > 0 ? controls[0] : controls.at(-1)
  next?.focus()
  return next !== undefined
}

/** Out of the choices of a row back into the text: at the first one backwards, behind the last one on. */
export function leaveControls(view: EditorView, pos: number, event: KeyboardEvent, { controlsOf }: RowActs): void {
  if (event.key !== 'Tab') return
  const controls = controlsOf(view, pos)
  const row = rowAround(view.state.doc.resolve(pos + 1))
  const at = controls.indexOf(event.target as HTMLElement)
  const isEdge = event.shiftKey ? at === 0 : at === controls.length - 1
  if (!row || !isEdge) return
  const next = row.index + 1 < row.comparison.childCount ? pos + row.node.nodeSize : null
  const start = event.shiftKey ? cellsOf(row).at(-1) : next === null ? undefined : next + 2
  if (start === undefined) return
  event.preventDefault()
  view.focus()
  enterCell(start)(view.state, view.dispatch)
}

/** Tab leads on, Alt with an arrow moves the row, Alt with Enter adds one. */
export function handleRowKey(view: EditorView, event: KeyboardEvent, acts: RowActs): boolean {
  const row = rowAround(view.state.selection.$from)
  if (!row || !view.editable || event.ctrlKey || event.metaKey) return false
  if (event.key === 'Tab' && !event.altKey) return tab(view, event.shiftKey ? -1 : 1, acts)
  if (!event.altKey || event.shiftKey) return false
  if (event.key === 'Enter') return addRow(row)(view.state, view.dispatch)
  const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
  if (step) acts.move(view, row.pos, step)
  return step !== undefined
}
