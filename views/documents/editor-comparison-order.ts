import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isRearranged, shownRows } from './editor-comparison-moving.ts'

const key = new PluginKey<DecorationSet>('comparisonOrder')

/** Under this name assistive technology finds a row. */
export const domIdOf = (row: string) => `row-${row}`

/** Read out in the order that is seen. */
const named = (comparison: Node, rows: { node: Node }[]): Record<string, string> =>
  isRearranged(comparison) ? { 'aria-owns': rows.map(({ node }) => domIdOf(node.attrs.row ?? '')).join(' ') } : {}

/** What a row is told about its place: its number, and where it is shown. */
function decorated(doc: Node): DecorationSet {
  const told: Decoration[] = []
  doc.descendants((node, pos) => {
    if (node.type.name !== 'comparison') return node.isBlock && !node.isTextblock
    const rows = shownRows({ comparison: node, comparisonPos: pos })
    told.push(Decoration.node(pos, pos + node.nodeSize, named(node, rows)))
    for (const [place, row] of rows.entries())
      told.push(Decoration.node(row.pos, row.pos + row.node.nodeSize, {}, { place }))
    return false
  })
  return DecorationSet.create(doc, told)
}

/** The place among the rows that a decoration tells. */
export const placeIn = (decorations: readonly Decoration[]): number | undefined =>
  decorations.map(({ spec }) => spec.place).find((place) => typeof place === 'number')

/** Rows are shown by their keys, wherever they stand in the text. */
export const rowOrder = (): Plugin =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }: EditorState) => decorated(doc),
      apply: (tr, known) => (tr.docChanged ? decorated(tr.doc) : known),
    },
    props: { decorations: (state) => key.getState(state) },
  })
