import type { Book, BookFrame } from '#src/decisions/book/book.ts'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Locale } from '#src/web/locale.ts'
import { stateTexts } from '../kit/states.ts'
import type { BookBlock } from './book-blocks.ts'
import { texts as around } from './book-file-texts.ts'
import { bookParts } from './book-parts.ts'
import { texts } from './book-texts.ts'
import { texts as sheetWords } from './decision-texts.ts'
import { facts, heading, paragraph, paragraphs } from './file-content.ts'
import { sheetLines } from './sheet-lines.ts'
import { standingState } from './state.ts'
import { texts as words } from './texts.ts'
import { reasonWords, tallyWords } from './words.ts'

const cells = (type: 'tableHeader' | 'tableCell', row: string[]): Content => ({
  type: 'tableRow',
  content: row.map((said) => ({ type, content: [paragraph(said)] })),
})

function contentOf(block: BookBlock): Content[] {
  switch (block.kind) {
    case 'words':
      return [paragraph(block.words)]
    case 'heading':
      return [heading(2, block.words)]
    case 'facts':
      return facts(block.facts)
    case 'table':
      return [
        {
          type: 'table',
          content: [cells('tableHeader', block.head), ...block.rows.map((row) => cells('tableCell', row))],
        },
      ]
  }
}

/** A group's name above its sheets, once. */
function sheetContent(sheet: SheetData, before: SheetData | undefined, locale: Locale): Content[] {
  const isFirst = sheet.group.prefix !== before?.group.prefix
  return [
    ...(isFirst ? [heading(2, sheet.group.name)] : []),
    heading(3, `${sheet.number} ${sheet.title}`),
    ...paragraphs(sheet.wording),
    ...facts(sheetLines(sheet, locale)),
  ]
}

/** The whole book as a text for the typesetter. */
export function bookContent(book: Book, locale: Locale): Content {
  const content = bookParts(book, locale).flatMap(({ key, blocks }) => [
    heading(1, texts[locale.lang].parts[key]),
    ...blocks.flatMap(contentOf),
    ...(key === 'sheets' ? book.sheets.flatMap((sheet, at) => sheetContent(sheet, book.sheets[at - 1], locale)) : []),
  ])
  return { type: 'doc', content }
}

/** What the file says of itself around it. */
export function bookHead({ year, alliance, edition, chain }: BookFrame, { lang }: Locale) {
  const t = texts[lang]
  const sum = chain && `${chain.entry}:${chain.checksum.slice(0, 16)}`
  return {
    kind: t.editions[edition],
    about: [t.periodWords({ year })],
    running: [around[lang].running({ year, alliance }), sum].filter(Boolean).join(' · '),
  }
}

/** One line for each decision. */
export function bookTable({ register }: BookFrame, locale: Locale): { head: string[]; rows: string[][] } {
  const [t, c, w] = [texts[locale.lang], around[locale.lang].columns, words[locale.lang]]
  const { channels } = sheetWords[locale.lang]
  const head = [t.number, c.group, t.day, c.title, c.summary, t.method, c.channel, c.outcome, c.reason, c.tally]
  return {
    head: [...head, t.standing, c.from, c.until, c.review, t.tasksTerm],
    rows: register.map((line) => [
      ...[line.number, line.group, line.decidedOn, line.title, line.summary, w.methods[line.method]],
      line.channel ? channels[line.channel] : '',
      stateTexts[locale.lang][line.outcome].label,
      ...[reasonWords(locale, line.reason), tallyWords(locale, line.tally)],
      stateTexts[locale.lang][standingState(line)].label,
      ...[line.inForceFrom ?? line.decidedOn, line.inForceUntil ?? '', line.reviewOn ?? ''],
      line.carriedOut ? t.tasks(line.carriedOut) : '',
    ]),
  }
}
