import type { Lang, Locale } from '#src/web/locale.ts'
import { dateFormat, relativeFormat } from './formats.ts'

/** A day of the calendar (`YYYY-MM-DD`) or an instant, which is shown as it is in Berlin. */
export type When = string | Date

interface Parts {
  weekday: string
  day: string
  month: string
  year: string
}

const nbsp = '\u00A0'

/** A calendar day has no place on earth: noon in Greenwich stands for it. */
const placed = (when: When) =>
  typeof when === 'string'
    ? { at: new Date(`${when}T12:00:00Z`), timeZone: 'UTC' }
    : { at: when, timeZone: 'Europe/Berlin' }

function parts(lang: Lang, when: When, style: 'long' | 'short'): Parts {
  const { at, timeZone } = placed(when)
  const options = { timeZone, weekday: style, day: 'numeric', month: style, year: 'numeric' } as const
  const found = Object.fromEntries(
    dateFormat(lang, options)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  return {
    weekday: (found.weekday ?? '').replace('.', ''),
    day: found.day ?? '',
    month: found.month ?? '',
    year: found.year ?? '',
  }
}

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' })

/** `YYYY-MM-DD` in Berlin. */
export const calendarDay = (when: When): string => {
  if (typeof when === 'string') return when.slice(0, 10)
  return isoDay.format(when)
}

/** Whole calendar days from today; negative when it lies behind us. */
export const daysUntil = (locale: Locale, when: When): number =>
  Math.round((Date.parse(calendarDay(when)) - Date.parse(calendarDay(locale.now))) / 86_400_000)

/** A calendar day so many days from today. */
export const addedDays = (locale: Locale, days: number): string =>
  new Date(Date.parse(calendarDay(locale.now)) + days * 86_400_000).toISOString().slice(0, 10)

const isThisYear = (locale: Locale, when: When) => calendarDay(when).slice(0, 4) === calendarDay(locale.now).slice(0, 4)

const dayMonth = (lang: Lang, { day, month }: Parts) =>
  lang === 'de' ? `${day}.${nbsp}${month}` : `${day}${nbsp}${month}`

const withYear = (locale: Locale, when: When, words: string, year: string) =>
  isThisYear(locale, when) ? words : `${words} ${year}`

/** "9. Oktober", with the year when it is not this one. */
export function day(locale: Locale, when: When): string {
  const found = parts(locale.lang, when, 'long')
  return withYear(locale, when, dayMonth(locale.lang, found), found.year)
}

/** "9. Okt.", for the margin. */
export function shortDay(locale: Locale, when: When): string {
  const found = parts(locale.lang, when, 'short')
  return withYear(locale, when, dayMonth(locale.lang, found), found.year)
}

/** "Fr, 9. Oktober". */
export const weekday = (locale: Locale, when: When): string =>
  `${parts(locale.lang, when, 'short').weekday}, ${day(locale, when)}`

/** "Freitag, 9. Oktober 2026". */
export function fullDay(locale: Locale, when: When): string {
  const found = parts(locale.lang, when, 'long')
  return `${found.weekday}, ${dayMonth(locale.lang, found)} ${found.year}`
}

/** "20:14 Uhr", "19 Uhr". */
export function time(locale: Locale, at: Date): string {
  const options = { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' } as const
  const clock = dateFormat(locale.lang, options).format(at)
  return locale.lang === 'de' ? `${clock.replace(/^0(\d)|:00$/g, '$1')}${nbsp}Uhr` : clock
}

/** "Fr, 9. Oktober, 19:30 Uhr". */
export const dayTime = (locale: Locale, at: Date): string => `${weekday(locale, at)}, ${time(locale, at)}`

/** "4 Tage", "1 Tag". */
export const dayCount = (locale: Locale, count: number): string =>
  `${count}${nbsp}${locale.lang === 'de' ? (count === 1 ? 'Tag' : 'Tage') : count === 1 ? 'day' : 'days'}`

/** "heute", "gestern", "vor 4 Tagen", "am 9. Oktober" when it is more than two weeks ago. */
export function ago(locale: Locale, when: When): string {
  const days = -daysUntil(locale, when)
  if (days > 14) return locale.lang === 'de' ? `am ${day(locale, when)}` : `on ${day(locale, when)}`
  const words = relativeFormat(locale.lang, { numeric: 'auto' }).format(-days, 'day')
  return words === 'vorgestern' ? `vor 2${nbsp}Tagen` : words.replace(/(\d) /, `$1${nbsp}`)
}

/** For the `datetime` of a `<time>`. */
export const machineTime = (when: When): string => (typeof when === 'string' ? when : when.toISOString())
