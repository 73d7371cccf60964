/** The same things happen again with the same seed. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1
  }

  /** A whole number from 0 up to, not including, this one. */
  below(count: number): number {
    this.#state ^= this.#state << 13
    this.#state ^= this.#state >>> 17
    this.#state ^= this.#state << 5
    return (this.#state >>> 0) % Math.max(1, count)
  }

  one<T>(things: readonly T[]): T {
    return things[this.below(things.length)] as T
  }

  happens(share: number): boolean {
    return this.below(1_000) < share * 1_000
  }
}
