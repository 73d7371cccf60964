import type { Range } from './struct.ts'

/** What is deleted in a text, as sorted runs that do not touch each other, for each client. */
export class Deleted {
  readonly #clients = new Map<number, { starts: number[]; ends: number[] }>()

  /** Whether all of this was deleted before. */
  has({ client, clock, length }: Range): boolean {
    const runs = this.#clients.get(client)
    if (!runs) return false
    const at = firstAfter(runs.starts, clock) - 1
    return at >= 0 && (runs.ends[at] as number) >= clock + length
  }

  add({ client, clock, length }: Range): void {
    const runs = this.#clients.get(client) ?? { starts: [], ends: [] }
    this.#clients.set(client, runs)
    const { starts, ends } = runs
    const from = firstAtLeast(ends, clock)
    const to = firstAfter(starts, clock + length)
    const start = Math.min(clock, from < to ? (starts[from] as number) : clock)
    const end = Math.max(clock + length, from < to ? (ends[to - 1] as number) : 0)
    starts.splice(from, to - from, start)
    ends.splice(from, to - from, end)
  }
}

const firstAfter = (sorted: number[], value: number) => firstWhere(sorted, (item) => item > value)
const firstAtLeast = (sorted: number[], value: number) => firstWhere(sorted, (item) => item >= value)

function firstWhere(sorted: number[], test: (item: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
