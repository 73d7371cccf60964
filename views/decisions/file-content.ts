import type { Content } from '#src/documents/markup.ts'

/** The pieces that sheets and books are set from. */
export const text = (said: string, marks: Content['marks'] = []): Content => ({ type: 'text', text: said, marks })

/** Lines of a paragraph stay lines. */
const broken = (said: string): Content[] =>
  said
    .split('\n')
    .flatMap((line, place) => [...(place > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [text(line)])])

export const paragraph = (said: string): Content => ({ type: 'paragraph', content: broken(said) })

/** An empty line begins a new one. */
export const paragraphs = (said: string): Content[] => said.split(/\n{2,}/).map(paragraph)

export const heading = (level: 1 | 2 | 3, said: string): Content => ({
  type: 'heading',
  attrs: { level },
  content: [text(said)],
})

const item = ({ term, words: [first = '', ...more] }: { term: string; words: string[] }): Content => ({
  type: 'listItem',
  content: [
    { type: 'paragraph', content: [text(`${term}: `, [{ type: 'bold' }]), ...broken(first)] },
    ...more.map(paragraph),
  ],
})

/** What each thing is called, and what it says. */
export const facts = (all: Parameters<typeof item>[0][]): Content[] =>
  all.length > 0 ? [{ type: 'bulletList', content: all.map(item) }] : []
