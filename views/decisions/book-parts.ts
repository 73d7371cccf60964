import type { BookFrame } from '#src/decisions/book/book.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay } from '../kit/dates.ts'
import { stateTexts } from '../kit/states.ts'
import {
  type BookBlock,
  type BookPart,
  bodies,
  carriedOut,
  cover,
  ended,
  published,
  reading,
  register,
  rules,
  sent,
  table,
} from './book-blocks.ts'
import { texts } from './book-texts.ts'
import { texts as corrections } from './correction-texts.ts'
import { standingState } from './state.ts'
import { texts as words } from './texts.ts'
import { reasonWords } from './words.ts'

/** One line for each, so that one sees all of them before the sheets. */
function lines({ register: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const rows = all.map((line) => [
    line.number,
    line.title,
    fullDay(locale, line.decidedOn),
    stateTexts[locale.lang][standingState(line)].label,
  ])
  return table(t.parts.sheets, [t.number, t.what, t.day, t.standing], rows, t.noDecisions)
}

function withoutResult({ withoutResult: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const rows = all.map(({ group, on, title, method, number, reason }) => [
    group,
    fullDay(locale, on),
    title ?? t.notTold,
    `${words[locale.lang].methods[method]}, ${words[locale.lang].nthRound({ number })}`,
    reasonWords(locale, reason),
  ])
  const head = [t.group, t.day, t.what, t.method, t.why]
  return table(t.parts.withoutResult, head, rows, t.noWithoutResult)
}

function notes({ notes: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const { noteKinds } = corrections[locale.lang]
  const rows = all.map(({ number, title, on, kind, reason, by }) => [
    number,
    title,
    fullDay(locale, on),
    noteKinds[kind],
    by ?? reason,
  ])
  return table(t.parts.notes, [t.number, t.what, t.day, t.note, t.reason], rows, t.noNotes)
}

/** The twelve parts in their order (`DOMAIN.md 5.4`); what the sheets say comes where they are. */
export const bookParts = (book: BookFrame & { checksum?: string }, locale: Locale): BookPart[] => [
  { key: 'cover', blocks: cover(book, locale) },
  { key: 'reading', blocks: reading(locale) },
  { key: 'rules', blocks: rules(book, locale) },
  { key: 'bodies', blocks: bodies(book, locale) },
  { key: 'sheets', blocks: lines(book, locale) },
  { key: 'register', blocks: register(book, locale) },
  { key: 'withoutResult', blocks: withoutResult(book, locale) },
  { key: 'sent', blocks: sent(book, locale) },
  { key: 'notes', blocks: notes(book, locale) },
  { key: 'carriedOut', blocks: carriedOut(book, locale) },
  { key: 'published', blocks: published(book, locale) },
  { key: 'ended', blocks: ended(book, locale) },
]
