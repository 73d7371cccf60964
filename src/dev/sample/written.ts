import type { Content } from '../../documents/markup.ts'

const paragraph = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] })

const item = (text: string): Content => ({ type: 'listItem', content: [paragraph(text)] })

const linesWithout = (block: string, mark: RegExp) => block.split('\n').map((line) => line.replace(mark, ''))

function blockOf(block: string): Content {
  if (block.startsWith('## ')) {
    return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: block.slice(3) }] }
  }
  if (block.startsWith('- ')) return { type: 'bulletList', content: linesWithout(block, /^- /).map(item) }
  if (/^\d+\. /.test(block)) {
    return { type: 'orderedList', attrs: { start: 1 }, content: linesWithout(block, /^\d+\. /).map(item) }
  }
  if (block.startsWith('> ')) return { type: 'blockquote', content: linesWithout(block, /^> /).map(paragraph) }
  return paragraph(block.replaceAll('\n', ' '))
}

/** Paragraphs with an empty line between them; `## `, `- `, `1. ` and `> ` as one would type them in a mail. */
export const written = (text: string): Content[] => text.trim().split(/\n\n+/).map(blockOf)

const cell = (type: 'tableHeader' | 'tableCell') => (text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(text)],
})

/** The first row is the head. */
export const table = ([head, ...rows]: [string[], ...string[][]]): Content => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: head.map(cell('tableHeader')) },
    ...rows.map((row) => ({ type: 'tableRow', content: row.map(cell('tableCell')) })),
  ],
})

/** A paragraph with a footnote at its end. */
export const withNote = (words: string, note: string): Content => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: words },
    { type: 'footnote', content: [{ type: 'text', text: note }] },
  ],
})

export const checklist = (...tasks: [string, boolean][]): Content => ({
  type: 'taskList',
  content: tasks.map(([words, checked]) => ({ type: 'taskItem', attrs: { checked }, content: [paragraph(words)] })),
})

export const text = (...blocks: Content[]): Content => ({ type: 'doc', content: blocks })
