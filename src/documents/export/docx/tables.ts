import { type FileChild, Paragraph, ShadingType, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Content } from '../../markup.ts'
import { childrenOf, headRowsOf, spansOf } from '../reading.ts'
import { blocksOf, outside } from './blocks.ts'
import type { Writing } from './writing.ts'

const margins = { top: 60, bottom: 60, left: 100, right: 100 }
const grey = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' }

function cellOf(cell: Content, writing: Writing): TableCell {
  const { columns, rows } = spansOf(cell)
  const head = cell.type === 'tableHeader'
  const children = blocksOf(childrenOf(cell), writing, { ...outside, head }).filter(isOfCell)
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    margins,
    verticalAlign: VerticalAlignTable.TOP,
    ...(head && { shading: grey }),
    // Word wants a cell to end with a paragraph.
    children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph('')],
  })
}

const isOfCell = (child: FileChild): child is Paragraph | Table => child instanceof Paragraph || child instanceof Table

/** Header rows come again on every page, and no row is torn apart by its end. */
export function tableOf(node: Content, writing: Writing): FileChild[] {
  const heads = headRowsOf(node)
  const rows = childrenOf(node).map(
    (row, index) =>
      new TableRow({
        ...(index < heads && { tableHeader: true }),
        cantSplit: true,
        children: childrenOf(row).map((cell) => cellOf(cell, writing)),
      }),
  )
  // Two tables without anything between them would become one.
  return [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph('')]
}
