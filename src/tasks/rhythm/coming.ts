import { Temporal } from 'temporal-polyfill'
import type { Rhythm } from './schema.ts'

type Beat = Pick<Rhythm, 'every' | 'unit' | 'anchorOn'>

/**
 * The so-and-so-many-th day of a rhythm, always counted from its first: the 31st becomes the 28th in February and is the
 * 31st in March again.
 */
function dayAt({ every, unit, anchorOn }: Beat, count: number): string {
  const steps = every * count
  const later = unit === 'week' ? { weeks: steps } : { months: steps }
  return Temporal.PlainDate.from(anchorOn).add(later, { overflow: 'constrain' }).toString()
}

/** How many beats lie surely before this day, so that nobody counts through years one by one. */
function beatsBefore({ every, unit, anchorOn }: Beat, day: string): number {
  const passed = Temporal.PlainDate.from(anchorOn).until(day, { largestUnit: unit })
  return Math.max(0, Math.floor((unit === 'week' ? passed.weeks : passed.months) / every) - 1)
}

/**
 * When the next one is due after one that was due on `dueOn` and is done today: the first day of the rhythm after both.
 * Done early it does not come twice, done late it does not come in arrears.
 */
export function nextDue(beat: Beat, { dueOn, today }: { dueOn: string | null; today: string }): string {
  const after = dueOn && dueOn > today ? dueOn : today
  let count = beatsBefore(beat, after)
  while (dayAt(beat, count) <= after) count += 1
  return dayAt(beat, count)
}

/** As many days before the next due day as it was before this one. */
export function nextStart({ startsOn, dueOn }: { startsOn: string | null; dueOn: string | null }, next: string) {
  if (!startsOn || !dueOn) return null
  const lead = Temporal.PlainDate.from(startsOn).until(dueOn, { largestUnit: 'day' })
  return Temporal.PlainDate.from(next).subtract(lead).toString()
}
