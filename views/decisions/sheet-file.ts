import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Content } from '#src/documents/markup.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay } from '../kit/dates.ts'
import { type SheetLine, sheetLines } from './sheet-lines.ts'
import { texts } from './sheet-texts.ts'

const text = (words: string, marks: Content['marks'] = []): Content => ({ type: 'text', text: words, marks })

const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })

/** Lines of a paragraph stay lines. */
const broken = (words: string): Content[] =>
  words
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [text(line)])])

const item = ({ term, words: [first = '', ...more] }: SheetLine): Content => ({
  type: 'listItem',
  content: [
    paragraph(text(`${term}: `, [{ type: 'bold' }]), ...broken(first)),
    ...more.map((words) => paragraph(...broken(words))),
  ],
})

const sumOf = ({ chain }: SheetData) => (chain ? `${chain.entry}:${chain.checksum.slice(0, 16)}` : null)

function checkOf(data: SheetData, base: string, locale: Locale): Content[] {
  const sum = sumOf(data)
  if (!sum) return []
  const href = base + paths.decisionCheck({ number: data.number, sum })
  return [paragraph(text(texts[locale.lang].check), text(href, [{ type: 'link', attrs: { href } }]))]
}

/** What stands on the printed sheet, as a text. */
export function sheetContent(data: SheetData, base: string, locale: Locale): Content {
  const wording = data.wording.split(/\n{2,}/).map((words) => paragraph(...broken(words)))
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [text(texts[locale.lang].wording)] },
      ...wording,
      { type: 'bulletList', content: sheetLines(data, locale).map(item) },
      ...checkOf(data, base, locale),
    ],
  }
}

/** What the file says of itself around it. */
export function sheetHead(data: SheetData, locale: Locale) {
  const t = texts[locale.lang]
  const cited = t.cited({ number: data.number, when: fullDay(locale, data.decidedOn) })
  const sum = sumOf(data)
  return {
    kind: data.edition === 'public' ? t.publicSheet : t.sheet,
    about: [cited],
    running: [cited, sum && t.sum({ sum })].filter(Boolean).join(' · '),
  }
}

/** Field and content, one line each, with number, title and wording on top. */
export function sheetTable(data: SheetData, locale: Locale): { head: string[]; rows: string[][] } {
  const t = texts[locale.lang]
  const lines: SheetLine[] = [
    { term: t.number, words: [data.number] },
    { term: t.title, words: [data.title] },
    { term: t.wording, words: [data.wording] },
    ...sheetLines(data, locale),
  ]
  return { head: [t.field, t.content], rows: lines.map(({ term, words }) => [term, words.join('\n')]) }
}
