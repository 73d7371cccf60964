import { addDays, clockOf, dayOf, instantOn } from '../../web/days.ts'
import type { Period } from './presence.ts'

/** Times of day as they are typed, "19:30". */
export interface TypedPeriod {
  from: string
  to?: string
}

const minute = 60_000

/** What nobody has changed stays exact to the second: an item may have been closed within that minute. */
const instantFor = (typed: string, day: string, known: Date | null) =>
  known && clockOf(known) === typed ? known : instantOn(day, typed)

/** After midnight it is the next day. */
function leaving(typed: string, from: string, arrivedAt: Date, known: Date | null): Date {
  const day = dayOf(arrivedAt)
  if (typed < from) return instantFor(typed, addDays(day, 1), known)
  return new Date(Math.max(instantFor(typed, day, known).getTime(), arrivedAt.getTime()))
}

/**
 * From when to when somebody was there, on the day of what was noted; null where that is later than `until`, the end of the
 * meeting or this moment. Without an end they are still there.
 */
export function periodFrom({ from, to }: TypedPeriod, noted: Period, until: Date): Period | null {
  const arrivedAt = instantFor(from, dayOf(noted.arrivedAt), noted.arrivedAt)
  const leftAt = to === undefined ? null : leaving(to, from, arrivedAt, noted.leftAt)
  if (arrivedAt > until || (leftAt && leftAt.getTime() >= until.getTime() + minute)) return null
  return { arrivedAt, leftAt: leftAt && leftAt > until ? until : leftAt }
}
