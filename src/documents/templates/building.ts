import type { Content } from '../markup.ts'

const text = (words: string): Content => ({ type: 'text', text: words })

export const p = (words: string): Content => ({ type: 'paragraph', content: [text(words)] })

export const h = (words: string): Content => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })

/** "Wort: was hier hingehört" with the word in bold. */
export const named = (word: string, words: string): Content => ({
  type: 'paragraph',
  content: [{ ...text(word), marks: [{ type: 'bold' }] }, text(words)],
})

const item = (words: string): Content => ({ type: 'listItem', content: [p(words)] })

export const list = (...items: string[]): Content => ({ type: 'bulletList', content: items.map(item) })

export const steps = (...items: string[]): Content => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items.map(item),
})

const cell = (type: 'tableHeader' | 'tableCell') => (words: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [words ? p(words) : { type: 'paragraph' }],
})

/** The first row names the columns; an empty one below them is there to be filled in. */
export const table = (columns: string[], ...rows: string[][]): Content => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: columns.map(cell('tableHeader')) },
    ...rows.map((row) => ({ type: 'tableRow', content: row.map(cell('tableCell')) })),
  ],
})

const rowCells = (): Content[] => [
  { type: 'rowPlace' },
  ...['rowStatement', 'rowPosition', 'rowDemand'].map((type) => ({ type, content: [{ type: 'paragraph' }] })),
]

/** So many rows to be filled in: their statement and our position. */
export const comparison = (rows: number): Content => ({
  type: 'comparison',
  content: Array.from({ length: rows }, () => ({ type: 'comparisonRow', content: rowCells() })),
})

export const paper = (...content: Content[]): Content => ({ type: 'doc', content })
