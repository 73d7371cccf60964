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

export const pause = (clock: Clock, ms: number) => new Promise<void>((resolve) => clock.later(ms, resolve))
