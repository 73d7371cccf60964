import type { Rules } from '../../groups/rules.ts'
import { addDays, dayOf, daysAfter, endOfDay, instantOn } from '../../web/days.ts'
import { channelOf, type Way } from './ways.ts'

export interface Deadline {
  closesOn: string
  /** `HH:MM`; without it the day is included to its end. */
  closesTime?: string | undefined
}

export interface Beginning {
  startsOn?: string | undefined
  startsTime?: string | undefined
}

type Period = Deadline & Beginning

/** Exclusive (`DOMAIN.md 4.1 G4`). */
export const endOf = ({ closesOn, closesTime }: Deadline): Date =>
  closesTime ? instantOn(closesOn, closesTime) : endOfDay(closesOn)

/** Null: at once. */
export const startOf = ({ startsOn, startsTime }: Beginning): Date | null =>
  startsOn ? instantOn(startsOn, startsTime ?? '00:00') : null

/** In days from now: further ahead nothing is asked, nor announced. */
export const longest = 366
const hour = 3_600_000
const urgentHours = 48
/** Less leaves no room for two reminders, at half time and a day before the end (`DOMAIN.md 4.6`). */
const silentDays = 3

/** How long a round must at least be open; by the calendar, so that a week across a change of clocks is a week. */
export function earliestEnd(begin: Date, { circular }: Pick<Rules, 'circular'>, isUrgent: boolean, way?: Way): Date {
  const days = way === 'circular-silent' ? Math.max(silentDays, circular.minDays) : circular.minDays
  return isUrgent ? new Date(begin.getTime() + urgentHours * hour) : daysAfter(begin, days)
}

interface Asked {
  way: Way
  urgency?: string | undefined
}

type Problem = [field: string, code: string]

function tooEarly(period: Period & Asked, begin: Date, rules: Pick<Rules, 'circular'>): Problem | null {
  if (channelOf(period.way).channel !== 'circular') return null
  if (period.way === 'circular-silent' && period.urgency) return ['urgency', 'not_with_silence']
  if (endOf(period) >= earliestEnd(begin, rules, false, period.way)) return null
  if (!period.urgency) return ['closesOn', 'too_short']
  return endOf(period) < earliestEnd(begin, rules, true) ? ['closesOn', 'too_short_urgent'] : null
}

/** What is wrong with when a round begins and ends, as field and code. */
export function periodProblem(period: Period & Asked, rules: Pick<Rules, 'circular'>, now: Date): Problem | null {
  const start = startOf(period)
  const begin = start && start > now ? start : now
  if (start && start < now && period.startsOn !== dayOf(now)) return ['startsOn', 'over']
  if (endOf(period) <= now) return ['closesOn', 'over']
  if (endOf(period) <= begin) return ['closesOn', 'before_start']
  if (period.closesOn > addDays(dayOf(now), longest)) return ['closesOn', 'too_far']
  return tooEarly(period, begin, rules)
}
