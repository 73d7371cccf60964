import type { Content } from '../markup.ts'
import { textOf } from './choosing.ts'
import { type Assessment, type Row, type RowChange, type RowState, rowsOf } from './rows.ts'

/** How columns and values are called in one language; the views have them in `comparison-texts.ts`. */
export interface TableWords {
  columns: Record<ExportColumn, string>
  assessments: Record<Assessment, string>
  states: Record<RowState, string>
  changes: Record<RowChange, string>
  literal: string
}

const exported = [
  'number',
  'place',
  'statement',
  'source',
  'literal',
  'position',
  'assessment',
  'demand',
  'ideas',
  'responsible',
  'state',
  'decision',
  'change',
] as const

export type ExportColumn = (typeof exported)[number]

export interface TableCell {
  text: string
  /** As it is written, with lists and emphasis, where there is more than a word. */
  content?: Content[]
}

/** A comparison as head and rows, for files of any kind. */
export interface ComparisonTable {
  head: string[]
  rows: TableCell[][]
}

const written = (content: Content[]): TableCell => ({ text: textOf(content), content })
const plain = (text: string): TableCell => ({ text })

const cells = (row: Row, words: TableWords): Record<ExportColumn, TableCell> => ({
  number: plain(String(row.number)),
  place: plain(row.place),
  statement: written(row.statement),
  source: plain(row.source),
  literal: plain(row.literal ? words.literal : ''),
  position: written(row.position),
  assessment: plain(words.assessments[row.assessment] ?? ''),
  demand: written(row.demand),
  ideas: plain(row.ideas.join(', ')),
  responsible: plain(row.responsible.toLocaleUpperCase('de')),
  state: plain(words.states[row.state] ?? ''),
  decision: plain(row.decision),
  change: plain(row.change === '' ? '' : words.changes[row.change]),
})

const isUsed = (rows: Record<ExportColumn, TableCell>[]) => (column: ExportColumn) =>
  ['number', 'place', 'statement', 'position', 'demand'].includes(column) ||
  rows.some((row) => row[column].text.trim() !== '')

/** These rows and no others; columns that are empty in all of them are left out. */
export function tableOf(rows: Row[], words: TableWords): ComparisonTable {
  const drawn = rows.map((row) => cells(row, words))
  const used = exported.filter(isUsed(drawn))
  return {
    head: used.map((column) => words.columns[column]),
    rows: drawn.map((row) => used.map((column) => row[column])),
  }
}

/** Every comparison of a text as one table. */
export const comparisonTable = (content: Content, words: TableWords): ComparisonTable => tableOf(rowsOf(content), words)
