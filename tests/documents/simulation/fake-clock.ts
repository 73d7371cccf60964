import type { Clock } from '#src/documents/editing/clock.ts'

interface Planned {
  at: number
  number: number
  work: () => void
}

/** Everything that hangs on promises has been done when this resolves. */
const drained = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Time that passes only when it is told to, one planned thing after the other. */
export class FakeClock implements Clock {
  #now = 0
  #number = 0
  #heap: Planned[] = []

  now(): number {
    return this.#now
  }

  later(ms: number, work: () => void): () => void {
    const planned = { at: this.#now + Math.max(0, ms), number: this.#number++, work }
    this.#push(planned)
    return () => {
      planned.work = nothing
    }
  }

  /** Does the next thing; false when there is none before that time, which is then now. */
  async step(until: number): Promise<boolean> {
    const next = this.#heap[0]
    if (!next || next.at > until) {
      this.#now = Math.max(this.#now, until)
      return false
    }
    this.#pop()
    this.#now = next.at
    if (next.work === nothing) return true
    next.work()
    await drained()
    return true
  }

  #push(planned: Planned): void {
    const heap = this.#heap
    let at = heap.push(planned) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isEarlier(planned, heap[parent] as Planned)) break
      heap[at] = heap[parent] as Planned
      at = parent
    }
    heap[at] = planned
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop() as Planned
    if (heap.length === 0) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isEarlier(heap[child + 1] as Planned, heap[child] as Planned)) child += 1
      if (!isEarlier(heap[child] as Planned, last)) break
      heap[at] = heap[child] as Planned
      at = child
    }
    heap[at] = last
  }
}

const nothing = () => undefined

const isEarlier = (one: Planned, other: Planned) =>
  one.at < other.at || (one.at === other.at && one.number < other.number)

/** The clock of one process: what it has planned dies with it. */
export class MortalClock implements Clock {
  readonly #clock: Clock
  #alive = true

  constructor(clock: Clock) {
    this.#clock = clock
  }

  now(): number {
    return this.#clock.now()
  }

  later(ms: number, work: () => void): () => void {
    return this.#clock.later(ms, () => {
      if (this.#alive) work()
    })
  }

  die(): void {
    this.#alive = false
  }
}
