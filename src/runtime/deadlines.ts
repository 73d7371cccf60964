import type { Log } from '../ports.ts'

interface Clock {
  /** What is due now. */
  keep(): Promise<void>
  /** In how many milliseconds the next thing is due; null when nothing is known to come. */
  next(): Promise<number | null>
  log: Log
}

/** What another process has opened meanwhile is heard of after so long. */
const longest = 60_000
const shortest = 250

/**
 * Looks at once, which catches up with what a pause has left, and then whenever something becomes due. How long it
 * waits the database says: what the clock of this machine shows does not matter. Ends when the last look has ended.
 */
export function watchDeadlines({ keep, next, log }: Clock): () => Promise<void> {
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    await keep().catch((error) => log.error('deadlines', error))
    const wait = await next().catch(() => null)
    if (!isOver) timer = setTimeout(start, Math.min(longest, Math.max(shortest, wait ?? longest)))
  }
  let looking: Promise<void> = Promise.resolve()
  const start = () => {
    looking = look()
  }
  start()
  return async () => {
    isOver = true
    clearTimeout(timer)
    await looking
  }
}
