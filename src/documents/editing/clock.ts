/** All time in the engine goes through it, so that it can be simulated. */
export interface Clock {
  now(): number
  /** Returns what cancels it. */
  later(ms: number, work: () => void): () => void
}

export const realClock: Clock = {
  now: () => Date.now(),
  later: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

/** Fails when the work takes longer; what it still does then is its own affair. */
export async function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const cancel = clock.later(ms, () => reject(new Error('no answer in time')))
  return Promise.race([work, promise]).finally(cancel)
}

export const pause = (clock: Clock, ms: number) => new Promise<void>((resolve) => clock.later(ms, resolve))
