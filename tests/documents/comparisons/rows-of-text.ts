import type { Content } from '#src/documents/markup.ts'

const paragraph = (words: string): Content => ({
  type: 'paragraph',
  ...(words && { content: [{ type: 'text', text: words }] }),
})

const cell = (type: string, words: string): Content => ({ type, content: [paragraph(words)] })

export interface RowWords {
  place?: string
  statement?: string
  position?: string
  demand?: string
  attrs?: Record<string, unknown>
}

let rows = 0

/** A row with these words; its name is made up. */
export function row({ place = '', statement = '', position = '', demand = '', attrs = {} }: RowWords): Content {
  rows += 1
  const id = `00000000-0000-4000-8000-${String(rows).padStart(12, '0')}`
  return {
    type: 'comparisonRow',
    attrs: { row: id, ...attrs },
    content: [
      { type: 'rowPlace', ...(place && { content: [{ type: 'text', text: place }] }) },
      cell('rowStatement', statement),
      cell('rowPosition', position),
      cell('rowDemand', demand),
    ],
  }
}

export const comparing = (...content: Content[]): Content => ({
  type: 'doc',
  content: [paragraph('Wir legen nebeneinander.'), { type: 'comparison', content }],
})
