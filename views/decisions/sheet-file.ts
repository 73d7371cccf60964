import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Content } from '#src/documents/markup.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay } from '../kit/dates.ts'
import { texts as words } from './decision-texts.ts'
import { facts, heading, paragraph, paragraphs, text } from './file-content.ts'
import { type SheetLine, sheetLines } from './sheet-lines.ts'
import { texts } from './sheet-texts.ts'

const sumOf = ({ chain }: SheetData) => (chain ? `${chain.entry}:${chain.checksum.slice(0, 16)}` : null)

function checkOf(data: SheetData, base: string, locale: Locale): Content[] {
  const sum = sumOf(data)
  if (!sum) return []
  const href = base + paths.decisionCheck({ number: data.number, sum })
  const link = text(href, [{ type: 'link', attrs: { href } }])
  return [{ type: 'paragraph', content: [text(texts[locale.lang].check), link] }]
}

const signatureLine = '_'.repeat(32)

/** For a group that keeps its sheets on paper; what is handed on is not signed. */
function signatures({ edition }: SheetData, { lang }: Locale): Content[] {
  const line = `${words[lang].signature}: ${signatureLine}`
  return edition === 'internal' ? [paragraph(line), paragraph(line)] : []
}

/** What stands on the printed sheet, as a text. */
export function sheetContent(data: SheetData, base: string, locale: Locale): Content {
  return {
    type: 'doc',
    content: [
      heading(1, texts[locale.lang].wording),
      ...paragraphs(data.wording),
      ...facts(sheetLines(data, locale)),
      ...signatures(data, locale),
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
