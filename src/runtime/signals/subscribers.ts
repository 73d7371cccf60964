import type { Signal } from '../../ports.ts'

export interface Subscribers {
  add(groupIds: string[], until: AbortSignal): AsyncIterable<Signal>
  push(signal: Signal): void
  endAll(): void
}

/** A reader so slow that this many signals wait for it is cut off; it comes back and catches up. */
const patience = 1000

class Subscription {
  readonly #groups: Set<string>
  readonly #waiting: Signal[] = []
  #ended = false
  #wake: () => void = () => undefined

  constructor(groupIds: string[]) {
    this.#groups = new Set(groupIds)
  }

  push(signal: Signal) {
    if (!this.#groups.has(signal.groupId)) return
    this.#waiting.push(signal)
    if (this.#waiting.length > patience) this.end()
    this.#wake()
  }

  end() {
    this.#ended = true
    this.#wake()
  }

  async *read(): AsyncGenerator<Signal> {
    while (!this.#ended) {
      const next = this.#waiting.shift()
      if (next) yield next
      else await this.#somethingNew()
    }
  }

  #somethingNew() {
    return new Promise<void>((resolve) => {
      this.#wake = resolve
    })
  }
}

/** Collects from the moment of `add`, not of the first read: nothing falls between the two. */
export function subscribers(): Subscribers {
  const all = new Set<Subscription>()
  const remove = (subscription: Subscription) => {
    all.delete(subscription)
    subscription.end()
  }
  return {
    add: (groupIds, until) => {
      const subscription = new Subscription(groupIds)
      if (until.aborted) subscription.end()
      else all.add(subscription)
      until.addEventListener('abort', () => remove(subscription), { once: true })
      return subscription.read()
    },
    push: (signal) => {
      for (const subscription of all) subscription.push(signal)
    },
    endAll: () => {
      for (const subscription of all) remove(subscription)
    },
  }
}
