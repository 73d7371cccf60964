import type { Clock } from './clock.ts'
import { Refusal, tooMuch } from './guard/refusal.ts'

/** Far above what keys, a fast machine and a large paste need, and far below what keeps a server busy. */
const perSecond = 1_000
const atOnce = 1_500

export const costs = {
  message: 1,
  /** The whole text may have to be put together. */
  question: 20,
  everybody: 10,
  bytes: (bytes: number) => bytes / 1_024,
} as const

/** How much work one person may ask for in a text: what they did not use they save up, to a limit. */
class Allowance {
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
    const isEnough = cost <= this.#left
    if (isEnough) this.#left -= cost
    return isEnough
  }
}

/** One for each person, however many seats they take and however often they come back. */
export class Allowances {
  readonly #clock: Clock
  readonly #people = new Map<string, Allowance>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Throws a refusal when it is used up. */
  spend(personId: string, cost: number): void {
    const allowance = this.#people.get(personId) ?? new Allowance(this.#clock)
    this.#people.set(personId, allowance)
    if (!allowance.spend(cost)) throw new Refusal(tooMuch, 'rate')
  }
}
