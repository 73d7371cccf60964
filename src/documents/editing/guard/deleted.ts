import type { Range } from './struct.ts'

interface Runs {
  starts: number[]
  ends: number[]
}

/** From so many on going through all runs once is cheaper than making room for each. */
const many = 8

/** What is deleted in a text, as sorted runs that do not touch each other, for each client. */
export class Deleted {
  readonly #clients = new Map<number, Runs>()

  /** Whether all of this was deleted before. */
  has({ client, clock, length }: Range): boolean {
    const runs = this.#clients.get(client)
    if (!runs) return false
    const at = firstAfter(runs.starts, clock) - 1
    return at >= 0 && (runs.ends[at] as number) >= clock + length
  }

  addAll(ranges: Range[]): void {
    if (ranges.length < many) for (const range of ranges) this.add(range)
    else
      for (const [client, own] of Map.groupBy(ranges, (range) => range.client))
        this.#clients.set(client, united(this.#clients.get(client), own))
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

/** Both in order, side by side. */
function united(runs: Runs | undefined, ranges: Range[]): Runs {
  const { starts, ends } = runs ?? { starts: [], ends: [] }
  const sorted = ranges.toSorted((one, other) => one.clock - other.clock)
  const all: Runs = { starts: [], ends: [] }
  let at = 0
  for (const { clock, length } of sorted) {
    for (; at < starts.length && (starts[at] as number) <= clock; at++)
      extend(all, starts[at] as number, ends[at] as number)
    extend(all, clock, clock + length)
  }
  for (; at < starts.length; at++) extend(all, starts[at] as number, ends[at] as number)
  return all
}

/** Starts no earlier than what is there. */
function extend({ starts, ends }: Runs, start: number, end: number): void {
  const last = ends.length - 1
  if (last >= 0 && start <= (ends[last] as number)) ends[last] = Math.max(ends[last] as number, end)
  else {
    starts.push(start)
    ends.push(end)
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
