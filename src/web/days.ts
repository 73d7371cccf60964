import { Temporal } from 'temporal-polyfill'

/** Days and deadlines are those of this place (`DOMAIN.md 4.1 G4`). */
export const zone = 'Europe/Berlin'

const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)

const hour = 3_600_000

/** Asked for with every request, and the same for a whole hour: this place is whole hours away from UTC. */
let latest = { hour: Number.NaN, day: '' }

/** `YYYY-MM-DD` in Europe/Berlin. */
export function dayOf(instant: Date): string {
  const of = Math.floor(instant.getTime() / hour)
  if (of !== latest.hour) latest = { hour: of, day: zoned(instant).toPlainDate().toString() }
  return latest.day
}

/**
 * The instant before which an answer counts when the last day is included: the next day at 00:00 in Europe/Berlin.
 * A local time that exists twice is the later one, one that does not exist moves forward.
 */
export const endOfDay = (day: string): Date => {
  const midnight = Temporal.PlainDate.from(day).add({ days: 1 }).toPlainDateTime()
  return new Date(midnight.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds)
}

/** `HH:MM` of a day on the clocks of this place, in the same way. */
export const instantOn = (day: string, time: string): Date => {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds)
}

const clocks = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** `HH:MM` on the clocks of this place, as a field for a time takes it. */
export const clockOf = (instant: Date): string => clocks.format(instant)

/** So many days later by the calendar, at the same time of day; a week may have 167 or 169 hours. */
export const daysAfter = (instant: Date, days: number): Date => new Date(zoned(instant).add({ days }).epochMilliseconds)

/** "+02:00": how far the clocks of this place are ahead of UTC at this instant. */
export const offsetAt = (instant: Date): string => zoned(instant).offset

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The same day so many months later, or the last one of a shorter month. */
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()

export const yearOf = (day: string): number => Temporal.PlainDate.from(day).year

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek
