import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf } from '../web/days.ts'
import { anchorDay } from './cast.ts'

const mondayOf = (day: string) => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)

/** Moves the sample's days by whole weeks so that `now` lies in its anchor week. */
export function shiftTo(now: Date): (day: string) => string {
  const weeks = Temporal.PlainDate.from(anchorDay).until(mondayOf(dayOf(now)), { largestUnit: 'day' }).days
  return (day) => addDays(day, weeks)
}
