import type { Clock } from './clock.ts'

/** Far above what keys, a fast machine and a large paste need, and far below what keeps a server busy. */
const perSecond = 500
const atOnce = 1_500

export const costs = {
  message: 1,
  /** The whole text may have to be put together. */
  question: 100,
  everybody: 20,
  bytes: (bytes: number) => bytes / 1_024,
} as const

/** How much work one seat may ask for: what it did not use it saves up, to a limit. */
export class Allowance {
  readonly #clock: Clock
  #left = atOnce
  #since: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#since = clock.now()
  }

  /** False when it is used up. A clock that is set back takes nothing away. */
  spend(cost: number): boolean {
    const now = this.#clock.now()
    this.#left = Math.min(atOnce, this.#left + (Math.max(0, now - this.#since) / 1_000) * perSecond)
    this.#since = now
    this.#left -= cost
    return this.#left >= 0
  }
}
