import type { Credit } from '#src/documents/versions/credits.ts'
import type { Detail } from '#src/documents/versions/details.ts'
import type { Place } from '#src/documents/versions/places.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { texts as comparisonTexts } from './comparison-texts.ts'
import { type DifferenceTexts, texts } from './difference-texts.ts'

const among = <T extends Record<string, string>>(table: T, name: string): string =>
  Object.hasOwn(table, name) ? (table[name] as string) : (table.other ?? name)

export const whatOf = (t: DifferenceTexts, what: string): string => among(t.what, what)

/** "Absatz geändert", "Formatierung geändert: Absatz". */
export function headOf(t: DifferenceTexts, { kind, what }: Place, end?: 'here' | 'away'): string {
  if (kind === 'reformatted') return `${whatOf(t, what)}, ${t.reformatted}`
  if (kind !== 'moved') return `${whatOf(t, what)} ${t[kind]}`
  return `${whatOf(t, what)} ${end ? (end === 'here' ? t.movedHere : t.movedAway) : t.moved}`
}

/** Who wrote it and when, as far as that is known. */
export function creditOf(locale: Locale, credits: Credit[]): string | null {
  const [latest] = credits
  if (!latest) return null
  const names = credits.map(({ name }) => name).join(', ')
  return texts[locale.lang].by({ names, when: day(locale, latest.since) })
}

const longest = 40
const short = (words: string) => (words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words.trim())

/** What is other besides the words, in words. */
export function detailIn(locale: Locale, detail: Detail): string | null {
  const t = texts[locale.lang]
  if (detail.kind === 'type') return t.nowType({ what: whatOf(t, detail.to.type) })
  if (detail.kind === 'looks') {
    const facts = { words: short(detail.words), mark: among(t.marks, detail.mark) }
    return detail.isOn ? t.nowLooks(facts) : t.nowPlain(facts)
  }
  if (detail.kind === 'link')
    return detail.to
      ? t.nowLink({ words: short(detail.words), to: detail.to })
      : t.noLink({ words: short(detail.words) })
  return detail.kind === 'value' ? valueIn(locale, detail) : t[detail.kind]
}

/** Ids say nothing to anybody. */
const unsaid = ['row', 'statement', 'previous', 'quotation', 'width', 'height', 'colwidth']

function valueIn(locale: Locale, { name, from, to }: Extract<Detail, { kind: 'value' }>): string | null {
  const t = texts[locale.lang]
  if (unsaid.includes(name)) return null
  if (name === 'checked') return to === true ? t.ticked : t.unticked
  if (name === 'alt') return t.alt({ from: short(String(from ?? '')), to: short(String(to ?? '')) })
  if (name === 'attachment') return t.attachment
  if (name === 'decorative') return to === true ? t.decorative : t.undecorative
  if (name === 'colspan' || name === 'rowspan') return t.cells
  if (name === 'start') return t.start({ to: String(to) })
  return t.value({ name: among(t.names, name), from: saidValue(locale, name, from), to: saidValue(locale, name, to) })
}

function saidValue(locale: Locale, name: string, value: unknown): string {
  const { assessments, states, changes } = comparisonTexts[locale.lang]
  const words: Record<string, Record<string, string>> = { assessment: assessments, state: states, change: changes }
  const said = words[name]?.[String(value)] ?? String(value ?? '')
  return said === '' || value === false ? texts[locale.lang].none : short(said)
}

export const detailsIn = (locale: Locale, { details }: Place): string[] => [
  ...new Set(details.flatMap((detail) => detailIn(locale, detail) ?? [])),
]
