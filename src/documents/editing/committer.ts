import type { Log } from '../../ports.ts'
import type { Change } from './log.ts'

/** Whoever hands in changes hears of them in the same order. */
export interface Writer {
  /** So many of its changes, the oldest ones, are committed. */
  stored(count: number): void
  /** Storing has failed and is being tried again; nothing is lost. */
  unstored(): void
}

interface Waiting {
  change: Change
  writer: Writer
}

/** PostgreSQL takes 65,535 parameters in one statement, and a row needs three. */
const rowsAtOnce = 5_000
const bytesAtOnce = 16 * 1024 * 1024

const pauseAfter = (failures: number) => Math.min(50 * 2 ** failures, 5_000)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * One per process. Collects what all rooms received while a commit was under way and stores it as the next one: a lone
 * typist waits for one commit only, and fifty rooms share one. What could not be stored stays here, in order, and is
 * tried again without end.
 */
export class Committer {
  readonly #store: (changes: Change[]) => Promise<void>
  readonly #log: Log
  #queue: Waiting[] = []
  #running: Promise<void> | undefined
  #failures = 0

  constructor(store: (changes: Change[]) => Promise<void>, log: Log) {
    this.#store = store
    this.#log = log
  }

  get healthy(): boolean {
    return this.#failures === 0
  }

  submit(change: Change, writer: Writer): void {
    this.#queue.push({ change, writer })
    this.#running ??= this.#run()
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, this.#fitting())
      while (!(await this.#persist(batch))) await pause(pauseAfter(this.#failures))
      for (const [writer, count] of countByWriter(batch)) this.#tell(() => writer.stored(count))
    }
    this.#running = undefined
  }

  #fitting(): number {
    let bytes = 0
    const tooMany = this.#queue.findIndex(({ change }, index) => {
      bytes += change.bytes.length
      return index === rowsAtOnce || (index > 0 && bytes > bytesAtOnce)
    })
    return tooMany < 0 ? this.#queue.length : tooMany
  }

  async #persist(batch: Waiting[]): Promise<boolean> {
    try {
      await this.#store(batch.map(({ change }) => change))
      this.#failures = 0
      return true
    } catch (error) {
      this.#failures += 1
      if (this.#failures === 1) this.#log.error('documents.unstored', error, { changes: batch.length })
      for (const [writer] of countByWriter([...batch, ...this.#queue])) this.#tell(() => writer.unstored())
      return false
    }
  }

  /** A room that stumbles over its own news must not stop the commits of all others. */
  #tell(news: () => void): void {
    try {
      news()
    } catch (error) {
      this.#log.error('documents.told', error)
    }
  }
}

function countByWriter(batch: Waiting[]): Map<Writer, number> {
  const counts = new Map<Writer, number>()
  for (const { writer } of batch) counts.set(writer, (counts.get(writer) ?? 0) + 1)
  return counts
}
