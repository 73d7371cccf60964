import type { Clock } from '../clock.ts'
import type { OpenRooms } from '../open-rooms.ts'
import type { Neighbours, News } from './neighbours.ts'

interface Around {
  rooms: OpenRooms
  neighbours: Neighbours
  clock: Clock
}

/** A process that does not answer in that time has ended, or has no database to store anything in. */
const patience = 1_500

interface Asked {
  missing: Set<string>
  done(): void
}

/** Whoever freezes a version may have her editor open by way of another process than her form. */
export class Settling {
  readonly #around: Around
  readonly #asked = new Map<string, Asked>()
  readonly #stop: (() => void)[]

  constructor(around: Around) {
    this.#around = around
    const { neighbours } = around
    this.#stop = [
      neighbours.onNews((news, process) => void this.#hear(news, process)),
      neighbours.onGone((process) => this.#count(process, [...this.#asked.keys()])),
    ]
  }

  end(): void {
    for (const stop of this.#stop) stop()
    for (const { done } of this.#asked.values()) done()
  }

  /** Resolves when everything is stored that any process has received of this text until now. */
  async settle(documentId: string): Promise<void> {
    await Promise.all([this.#around.rooms.find(documentId)?.settle(), this.#settleElsewhere(documentId)])
  }

  async #settleElsewhere(documentId: string): Promise<void> {
    const { neighbours, clock } = this.#around
    const missing = new Set(neighbours.known())
    if (missing.size === 0) return
    const question = crypto.randomUUID()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#asked.set(question, { missing, done: resolve })
    const giveUp = clock.later(patience, resolve)
    void neighbours.tell({ settle: documentId, question })
    await promise
    giveUp()
    this.#asked.delete(question)
  }

  async #hear(news: News, process: string): Promise<void> {
    if ('settled' in news) this.#count(process, [news.settled])
    if (!('settle' in news)) return
    await this.#around.rooms.find(news.settle)?.settle()
    await this.#around.neighbours.tell({ settled: news.question })
  }

  #count(process: string, questions: string[]): void {
    for (const question of questions) {
      const asked = this.#asked.get(question)
      if (asked?.missing.delete(process) && asked.missing.size === 0) asked.done()
    }
  }
}
