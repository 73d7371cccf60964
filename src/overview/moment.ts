import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf, endOfDay, zone } from '../web/days.ts'

export type DayPart = 'morning' | 'day' | 'evening'

/** How one greets at this hour in Berlin. */
export function dayPartOf(now: Date): DayPart {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  if (hour >= 4 && hour < 11) return 'morning'
  return hour >= 11 && hour < 18 ? 'day' : 'evening'
}

/** Midnight at which the day so many days ago began. */
export const startOfDayAgo = (now: Date, days: number): Date => endOfDay(addDays(dayOf(now), -days - 1))
