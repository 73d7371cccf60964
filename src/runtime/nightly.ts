import { dayOf, endOfDay } from '../web/days.ts'

/** A moment later, so that no clock that is a little behind still sees the day before. */
const moment = 1000

export const untilMidnight = (now: Date): number => endOfDay(dayOf(now)).getTime() - now.getTime() + moment

/** As soon as a day is over in Europe/Berlin, every day, until the returned function is called. */
export function everyMidnight(work: () => void): () => void {
  let next: NodeJS.Timeout
  const wait = () => {
    next = setTimeout(() => {
      work()
      wait()
    }, untilMidnight(new Date()))
  }
  wait()
  return () => clearTimeout(next)
}
