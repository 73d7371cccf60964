import { blocksOf, textOfBlock } from '../../documents/content/plain-text.ts'
import type { Content } from '../../documents/markup.ts'
import type { AgendaEntry } from '../agenda/entries.ts'

/** How the server writes into the minutes, in the language of whoever opened them. */
export interface MinutesWords {
  title(meeting: string): string
  /** As in "TOP 5: Larnfest". Read back by its number. */
  heading(item: AgendaEntry, number: number): string
  attendance(names: string[]): string
  /** The same as it may stand there already, in whatever language. */
  written(names: string[]): string[]
}

const paragraph = (words = ''): Content => ({
  type: 'paragraph',
  ...(words && { content: [{ type: 'text', text: words }] }),
})

const heading = (words: string): Content => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text: words }],
})

/** An item that is written about below its own heading. */
export interface Numbered {
  item: AgendaEntry
  number: number
}

const section = ({ item, number }: Numbered, words: MinutesWords): Content[] => [
  heading(words.heading(item, number)),
  paragraph(),
]

/** What the minutes begin with: who is there, and a place to write for each item. */
export const skeletonOf = (items: Numbered[], present: string[], words: MinutesWords): Content => ({
  type: 'doc',
  content: [paragraph(words.attendance(present)), ...items.flatMap((item) => section(item, words))],
})

/** "TOP 5" or "Item 5", whatever follows. */
const numbered = /^\s*(?:TOP|Item)\s*(\d{1,3})\b/i

/** The number of the item that this heading begins, if it begins one. */
export function numberIn(block: Content): number | null {
  if (block.type !== 'heading') return null
  const found = numbered.exec(textOfBlock(block))
  return found ? Number(found[1]) : null
}

/** Behind everything that is there; nothing that people wrote is touched. */
export const withSections = (content: Content, items: Numbered[], words: MinutesWords): Content => {
  const there = new Set((content.content ?? []).flatMap((block) => numberIn(block) ?? []))
  const missing = items.filter(({ number }) => !there.has(number))
  return { ...content, content: [...(content.content ?? []), ...missing.flatMap((item) => section(item, words))] }
}

/** As long as nobody has written something else there: who is there now stands where the server wrote who was. */
export const withAttendance = (content: Content, before: string[], words: string): Content => ({
  ...content,
  content: (content.content ?? []).map((block) =>
    block.type === 'paragraph' && before.includes(textOfBlock(block)) ? paragraph(words) : block,
  ),
})

/** A paragraph or an item of a list, with the number of the item of the agenda that it stands under. */
export interface Line {
  number: number
  text: string
}

/** Everything that was written under the items, in its order. */
export function linesOf(content: Content): Line[] {
  let number: number | null = null
  const lines: Line[] = []
  for (const block of blocksOf(content)) {
    number = numberIn(block) ?? number
    const text = textOfBlock(block).trim()
    if (number !== null && text && block.type === 'paragraph') lines.push({ number, text })
  }
  return lines
}

const inLines = (words: string) => words.split(/\r?\n/)

/** What stands there, and what is to stand there instead. */
type Wording = readonly [now: string, then: string]

/** As many lines as before, in the same order; null where it cannot be said which is instead of which. */
function wordingsIn(present: string, wished: string): Wording[] | null {
  const [now, then] = [inLines(present), inLines(wished)]
  const all = now.map((line, at): Wording => [line, then[at] ?? '']).filter(([line, instead]) => line || instead)
  return now.length === then.length && all.every(([line]) => line !== '') ? all : null
}

/** The same words with those wordings that stand in them, which are taken off what is `left`. */
function putInto(words: string, left: Wording[]): string {
  let [done, rest] = ['', words]
  for (let [next] = left; next && rest.includes(next[0]); [next] = left) {
    const at = rest.indexOf(next[0])
    done += rest.slice(0, at) + next[1]
    rest = rest.slice(at + next[0].length)
    left.shift()
  }
  return done + rest
}

/**
 * These words instead of those, line by line in the order in which they stand under the item: of two lines that say the
 * same it is the one that is meant. Null where one of them is not there.
 */
export function withWordings(content: Content, number: number, present: string, wished: string): Content | null {
  const left = wordingsIn(present, wished)
  if (!left) return null
  let at: number | null = null
  const walk = (block: Content): Content => {
    if (block.type === 'heading') at = numberIn(block) ?? at
    if (block.type !== 'paragraph') return block.content ? { ...block, content: block.content.map(walk) } : block
    const words = textOfBlock(block)
    const right = at === number ? putInto(words, left) : words
    return right === words ? block : paragraph(right)
  }
  const changed = walk(content)
  return left.length === 0 ? changed : null
}
