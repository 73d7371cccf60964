import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isRearranged, rowBeside } from './editor-comparison-moving.ts'
import { addRow, cellBeside, cellsOf, enterCell, type RowAt, rowAround } from './editor-comparison-rows.ts'

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
  const from = step > 0 ? row : rowBeside(row, -1)
  const controls = from ? controlsOf(view, from.pos) : []
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
  const next = rowBeside(row, 1)
  const start = event.shiftKey ? cellsOf(row).at(-1) : next && cellsOf(next)[0]
  if (start == null) return
  event.preventDefault()
  view.focus()
  enterCell(start)(view.state, view.dispatch)
}

const arrows: Record<string, { to: 'up' | 'down' | 'left' | 'right'; step: 1 | -1 }> = {
  ArrowDown: { to: 'down', step: 1 },
  ArrowRight: { to: 'right', step: 1 },
  ArrowUp: { to: 'up', step: -1 },
  ArrowLeft: { to: 'left', step: -1 },
}

/** Out of a row in the order that is seen: left alone, the cursor follows the order in which rows stand in the text. */
function leaveRow(view: EditorView, key: string, row: RowAt): boolean {
  const { to, step } = arrows[key] ?? {}
  const { $from, empty } = view.state.selection
  if (!to || !step || !empty || !isRearranged(row.comparison)) return false
  const rest = step > 0 ? row.pos + row.node.nodeSize - $from.after() : $from.before() - row.pos
  const isAtEdge = $from.parent.isBlock && rest === $from.depth - view.state.doc.resolve(row.pos).depth - 1
  if (!isAtEdge || !view.endOfTextblock(to)) return false
  const next = rowBeside(row, step)
  const outside = step > 0 ? row.comparisonPos + row.comparison.nodeSize : row.comparisonPos
  const at = next ? (step > 0 ? next.pos : next.pos + next.node.nodeSize) : outside
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at), step)).scrollIntoView())
  return true
}

/** Tab leads on, Alt with an arrow moves the row, Alt with Enter adds one. */
export function handleRowKey(view: EditorView, event: KeyboardEvent, acts: RowActs): boolean {
  const row = rowAround(view.state.selection.$from)
  if (!row || !view.editable || event.ctrlKey || event.metaKey) return false
  if (event.key === 'Tab' && !event.altKey) return tab(view, event.shiftKey ? -1 : 1, acts)
  if (!event.altKey && !event.shiftKey) return leaveRow(view, event.key, row)
  if (event.shiftKey) return false
  if (event.key === 'Enter') return addRow(row)(view.state, view.dispatch)
  const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
  if (step) acts.move(view, row.pos, step)
  return step !== undefined
}
