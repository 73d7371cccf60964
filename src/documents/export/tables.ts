import type { ComparisonTable, TableCell, TableWords } from '../comparisons/table.ts'
import { comparisonTable } from '../comparisons/table.ts'
import type { Content } from '../markup.ts'

const paragraph = (text: string): Content => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})

const cell = (type: string, content: Content[]): Content => ({ type, attrs: { colspan: 1, rowspan: 1 }, content })

const cellOf = ({ text, content }: TableCell) =>
  cell('tableCell', content && content.length > 0 ? content : [paragraph(text)])

const tableOf = ({ head, rows }: ComparisonTable): Content => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: head.map((word) => cell('tableHeader', [paragraph(word)])) },
    ...rows.map((row) => ({ type: 'tableRow', content: row.map(cellOf) })),
  ],
})

/** A comparison leaves as a table: other programs know no rows with an assessment (`DOMAIN.md 6.6`). */
export const withTables = (content: Content, words: TableWords): Content => ({
  ...content,
  content: (content.content ?? []).map((node) =>
    node.type === 'comparison' ? tableOf(comparisonTable({ type: 'doc', content: [node] }, words)) : node,
  ),
})
