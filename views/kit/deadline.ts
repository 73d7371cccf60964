import type { Locale } from '#src/web/locale.ts'
import { calendarDay, day, dayCount, daysUntil, time, type When, weekday } from './dates.ts'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: {
    before: 'noch',
    after: '',
    today: 'heute',
    until: (p: { day: string }) => `bis ${p.day}`,
    untilTomorrow: (p: { day: string }) => `bis morgen, ${p.day}`,
    endOfDay: 'bis 24\u00A0Uhr',
    left: (p: { days: string }) => `noch ${p.days}`,
    lastDay: 'letzter Tag',
    overdue: 'überfällig',
    overdueSince: (p: { days: string }) => `${p.days} überfällig`,
    wasDue: (p: { day: string }) => `fällig bis ${p.day}`,
  },
  en: {
    before: '',
    after: 'left, ',
    today: 'today',
    until: (p) => `until ${p.day}`,
    untilTomorrow: (p) => `until tomorrow, ${p.day}`,
    endOfDay: 'until midnight',
    left: (p) => `${p.days} left`,
    lastDay: 'last day',
    overdue: 'overdue',
    overdueSince: (p) => `${p.days} overdue`,
    wasDue: (p) => `was due ${p.day}`,
  },
})

/** A closing instant is exclusive: midnight closes the day before (`DOMAIN.md 4.1 G4`). */
const lastMoment = (when: When): When => (typeof when === 'string' ? when : new Date(when.getTime() - 1))

/** The time of day, unless it ends with the day. */
const clock = (locale: Locale, when: When): string | undefined =>
  typeof when === 'string' || calendarDay(when) !== calendarDay(lastMoment(when)) ? undefined : time(locale, when)

const withClock = (words: string, clock: string | undefined) => (clock ? `${words}, ${clock}` : words)

/** "bis Fr, 9. Oktober", with the time of day when it does not end with the day. */
export const until = (locale: Locale, when: When): string =>
  texts[locale.lang].until({ day: withClock(weekday(locale, lastMoment(when)), clock(locale, when)) })

/** "fällig bis Mo, 28. September". */
export const wasDue = (locale: Locale, when: When): string =>
  texts[locale.lang].wasDue({ day: weekday(locale, lastMoment(when)) })

export const isOver = (locale: Locale, when: When): boolean =>
  typeof when === 'string' ? daysUntil(locale, when) < 0 : when <= locale.now

/** "noch 4 Tage", "letzter Tag", "7 Tage überfällig". */
export function remaining(locale: Locale, when: When): string {
  const t = texts[locale.lang]
  const days = daysUntil(locale, lastMoment(when))
  if (isOver(locale, when)) return days < 0 ? t.overdueSince({ days: dayCount(locale, -days) }) : t.overdue
  return days === 0 ? t.lastDay : t.left({ days: dayCount(locale, days) })
}

/** What the margin says in three lines. */
export interface Lines {
  top?: string
  main: string
  bottom: string
}

function overLines(locale: Locale, days: number): Lines {
  const t = texts[locale.lang]
  return { main: days < 0 ? dayCount(locale, -days) : t.today, bottom: t.overdue }
}

function lastDayLines(locale: Locale, when: When): Lines {
  const t = texts[locale.lang]
  const at = clock(locale, when)
  return { top: t.before, main: t.today, bottom: at ? t.until({ day: at }) : t.endOfDay }
}

/** "noch · 4 Tage · bis Fr, 9. Oktober", for the margin. */
export function remainingLines(locale: Locale, when: When): Lines {
  const t = texts[locale.lang]
  const last = lastMoment(when)
  const days = daysUntil(locale, last)
  if (isOver(locale, when)) return overLines(locale, days)
  if (days === 0) return lastDayLines(locale, when)
  const end = withClock(days === 1 ? day(locale, last) : weekday(locale, last), clock(locale, when))
  const bottom = t.after + (days === 1 ? t.untilTomorrow({ day: end }) : t.until({ day: end }))
  return { top: t.before, main: dayCount(locale, days), bottom }
}
