import type { Node, ResolvedPos, Schema, Slice } from '@tiptap/pm/model'
import { Fragment, Slice as SliceOf } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection, TextSelection } from '@tiptap/pm/state'
import { keyBehind } from './editor-comparison-moving.ts'

/** A row of a comparison and where it begins. */
export interface RowAt {
  node: Node
  pos: number
  /** Among the rows of its comparison. */
  index: number
  comparison: Node
  comparisonPos: number
}

const depthOf = ($pos: ResolvedPos, name: string): number => {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === name) return depth
  return 0
}

export function rowAround($pos: ResolvedPos): RowAt | null {
  const depth = depthOf($pos, 'comparisonRow')
  if (depth === 0) return null
  return {
    node: $pos.node(depth),
    pos: $pos.before(depth),
    index: $pos.index(depth - 1),
    comparison: $pos.node(depth - 1),
    comparisonPos: $pos.before(depth - 1),
  }
}

export const rowAt = (state: EditorState, pos: number): RowAt | null => rowAround(state.doc.resolve(pos + 1))

export function emptyRow(schema: Schema, order = ''): Node {
  const { comparisonRow, rowPlace } = schema.nodes
  const cells = ['rowStatement', 'rowPosition', 'rowDemand'].map((name) => schema.nodes[name]?.createAndFill())
  const content = [rowPlace?.create(), ...cells].filter((cell) => cell != null)
  return (comparisonRow as NonNullable<typeof comparisonRow>).create({ row: crypto.randomUUID(), order }, content)
}

const intoRow = (doc: Node, pos: number) => TextSelection.near(doc.resolve(pos + 1))

/** An empty row behind this one, with the cursor in it. */
export const addRow =
  (row: RowAt): Command =>
  (state, dispatch) => {
    const at = row.pos + row.node.nodeSize
    const tr = state.tr.insert(at, emptyRow(state.schema, keyBehind(row)))
    dispatch?.(tr.setSelection(intoRow(tr.doc, at)).scrollIntoView())
    return true
  }

/** With its last row the comparison goes too. */
export const removeRow =
  ({ pos, node, comparison, comparisonPos }: RowAt): Command =>
  (state, dispatch) => {
    const alone = comparison.childCount === 1
    const from = alone ? comparisonPos : pos
    const tr = state.tr.delete(from, from + (alone ? comparison : node).nodeSize)
    dispatch?.(
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), -1)).scrollIntoView(),
    )
    return true
  }

export const setRow =
  ({ pos }: Pick<RowAt, 'pos'>, attribute: string, value: unknown): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setNodeAttribute(pos, attribute, value))
    return true
  }

/** A comparison of one empty row, after the paragraph that one is in. */
export const insertComparison: Command = (state, dispatch) => {
  const type = state.schema.nodes.comparison
  const { $from } = state.selection
  if (!type || depthOf($from, 'comparison') > 0) return false
  const at = $from.depth === 0 ? $from.pos : $from.after(1)
  const tr = state.tr.insert(at, type.create(null, [emptyRow(state.schema)]))
  dispatch?.(tr.setSelection(intoRow(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** Where the cells of a row begin, inside. */
export function cellsOf({ node, pos }: Pick<RowAt, 'node' | 'pos'>): number[] {
  const cells: number[] = []
  node.forEach((_cell, offset) => {
    cells.push(pos + 1 + offset + 1)
  })
  return cells
}

/** The cell before or behind the one with the cursor; null at the end of the row. */
export function cellBeside(state: EditorState, step: 1 | -1): number | null {
  const { $from } = state.selection
  const row = rowAround($from)
  if (!row) return null
  const cells = cellsOf(row)
  const here = cells.filter((start) => start <= $from.pos).length - 1
  return cells[here + step] ?? null
}

/** Behind what stands there: a key that leads on must not select words, which the next letter would delete. */
export const enterCell =
  (start: number): Command =>
  (state, dispatch) => {
    const end = state.doc.resolve(state.doc.resolve(start).end())
    dispatch?.(state.tr.setSelection(Selection.near(end, -1)).scrollIntoView())
    return true
  }

/** A row that is pasted is another row: what hangs on the first one does not hang on it. */
export function renamedRows(slice: Slice): Slice {
  const renamed = (fragment: Fragment): Fragment => {
    const nodes: Node[] = []
    fragment.forEach((node) => {
      const attrs =
        node.type.name === 'comparisonRow' ? { ...node.attrs, row: crypto.randomUUID(), order: '' } : node.attrs
      nodes.push(node.isText ? node : node.type.create(attrs, renamed(node.content), node.marks))
    })
    return Fragment.from(nodes)
  }
  return new SliceOf(renamed(slice.content), slice.openStart, slice.openEnd)
}
