import { Temporal } from 'temporal-polyfill'

/** Days and deadlines are those of this place (`DOMAIN.md 4.1 G4`). */
export const zone = 'Europe/Berlin'

const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)

/** `YYYY-MM-DD` in Europe/Berlin. */
export const dayOf = (instant: Date): string => zoned(instant).toPlainDate().toString()

/**
 * The instant before which an answer counts when the last day is included: the next day at 00:00 in Europe/Berlin.
 * A local time that exists twice is the later one, one that does not exist moves forward.
 */
export const endOfDay = (day: string): Date => {
  const midnight = Temporal.PlainDate.from(day).add({ days: 1 }).toPlainDateTime()
  return new Date(midnight.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds)
}

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

export const yearOf = (day: string): number => Temporal.PlainDate.from(day).year
