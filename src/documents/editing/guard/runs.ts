import type { Place } from './place.ts'

/** Where the items of one client are. What was typed in one go is one run, however many changes it was. */
export class Runs {
  readonly #starts: number[] = []
  readonly #places: Place[] = []
  /** Places that items made, by their clock. */
  readonly #made = new Map<number, Place>()
  /** Those clocks, in order. */
  readonly #madeAt: number[] = []
  #end = 0

  /** Everything below is known. */
  get end(): number {
    return this.#end
  }

  /** Where this item is. */
  at(clock: number): Place {
    const last = this.#starts.length - 1
    if (clock >= (this.#starts[last] as number)) return this.#places[last] as Place
    return this.#places[this.#runOf(clock)] as Place
  }

  madeAt(clock: number): Place | undefined {
    return this.#made.get(clock)
  }

  add(length: number, place: Place, made?: Place): void {
    if (made) {
      this.#made.set(this.#end, made)
      this.#madeAt.push(this.#end)
    }
    if (this.#places.at(-1) !== place) {
      this.#starts.push(this.#end)
      this.#places.push(place)
    }
    this.#end += length
  }

  /** As if nothing from here on had ever been added. */
  cutAt(end: number): void {
    while ((this.#starts.at(-1) ?? -1) >= end) {
      this.#starts.pop()
      this.#places.pop()
    }
    while ((this.#madeAt.at(-1) ?? -1) >= end) this.#made.delete(this.#madeAt.pop() as number)
    this.#end = end
  }

  #runOf(clock: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= clock) low = middle
      else high = middle - 1
    }
    return low
  }
}
