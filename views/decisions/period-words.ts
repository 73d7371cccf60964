import type { Channel } from '#src/decisions/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { calendarDay, dayTime, time, weekday } from '../kit/dates.ts'
import { texts } from './round-texts.ts'

/** Midnight closes the day before, and is called 24 o'clock there. */
export function closing(locale: Locale, closesAt: Date) {
  const last = new Date(closesAt.getTime() - 1)
  const isMidnight = calendarDay(last) !== calendarDay(closesAt)
  const clock = isMidnight ? texts[locale.lang].midnight : time(locale, closesAt)
  return { day: weekday(locale, last), clock }
}

interface Open {
  channel: Channel
  openedAt: Date
  closesAt: Date
  counted: { at: Date; reason: string } | null
}

const stopped = ['procedure_objection', 'cancelled', 'reworded']

/** From opening to its time, or to the count that came earlier: all had answered, a meeting has counted, it was stopped. */
export function periodWords(locale: Locale, { channel, openedAt, closesAt, counted }: Open): string {
  const t = texts[locale.lang]
  const end = closing(locale, closesAt)
  const isEarly = counted !== null && counted.at < closesAt
  const to = isEarly ? dayTime(locale, counted.at) : `${end.day}, ${end.clock}`
  const words = t.fromTo({ from: dayTime(locale, openedAt), to })
  if (!isEarly) return words
  const ofMeeting = channel === 'meeting' ? t.countedThere : t.early
  return `${words} ${stopped.includes(counted.reason) ? t.stopped : ofMeeting}`
}
