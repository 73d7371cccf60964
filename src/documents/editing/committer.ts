import type { Log } from '../../ports.ts'
import { type Clock, pause, within } from './clock.ts'
import type { Change, Receipt } from './log.ts'

/** Whoever hands in changes hears of them in the same order. */
export interface Writer {
  /** What became of its oldest changes: as many as there are receipts. */
  stored(receipts: Receipt[]): void
  /** Storing has failed and is being tried again; nothing is lost. */
  unstored(): void
}

interface Waiting {
  change: Change
  writer: Writer
}

interface Around {
  clock: Clock
  /** After a commit, before anybody here hears of it: the hook for telling other processes. */
  committed?: (perDocument: Map<string, number[]>) => void
}

/**
 * A database that does not answer is asked again. Should it have stored the first time after all, the same change is
 * there twice, which is the same as once.
 */
const patience = 10_000
const rowsAtOnce = 5_000
const bytesAtOnce = 16 * 1024 * 1024

const pauseAfter = (failures: number) => Math.min(50 * 2 ** failures, 5_000)

/**
 * One per process. Collects what all rooms received while a commit was under way and stores it as the next one: a lone
 * typist waits for one commit only, and fifty rooms share one. What could not be stored stays here, in order, and is
 * tried again without end.
 */
export class Committer {
  readonly #store: (changes: Change[]) => Promise<Receipt[]>
  readonly #log: Log
  readonly #around: Around
  #queue: Waiting[] = []
  #running: Promise<void> | undefined
  #failures = 0

  constructor(store: (changes: Change[]) => Promise<Receipt[]>, log: Log, around: Around) {
    this.#store = store
    this.#log = log
    this.#around = around
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
      const receipts = await this.#persist(batch)
      this.#tell(() => this.#around.committed?.(seqsByDocument(batch, receipts)))
      for (const [writer, own] of receiptsByWriter(batch, receipts)) this.#tell(() => writer.stored(own))
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

  async #persist(batch: Waiting[]): Promise<Receipt[]> {
    for (;;) {
      const receipts = await this.#try(batch)
      if (receipts) return receipts
      await pause(this.#around.clock, pauseAfter(this.#failures))
    }
  }

  async #try(batch: Waiting[]): Promise<Receipt[] | undefined> {
    try {
      const receipts = await within(this.#around.clock, patience, this.#store(batch.map(({ change }) => change)))
      this.#failures = 0
      return receipts
    } catch (error) {
      if (isNeverTaken(error)) return this.#withoutUnfit(batch, error)
      this.#failures += 1
      if (this.#failures === 1) this.#log.error('documents.unstored', error, { changes: batch.length })
      for (const writer of writersOf([...batch, ...this.#queue])) this.#tell(() => writer.unstored())
      return undefined
    }
  }

  /** What the database refuses for its own sake must not keep the words of all others from being stored. */
  async #withoutUnfit(batch: Waiting[], error: unknown): Promise<Receipt[]> {
    const half = batch.length >> 1
    if (half > 0) return [...(await this.#persist(batch.slice(0, half))), ...(await this.#persist(batch.slice(half)))]
    this.#log.error('documents.unfit', error, { documentId: batch[0]?.change.documentId ?? '' })
    return [{ refused: 'unfit' }]
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

/** What is wrong with the data itself, by the classes of PostgreSQL: values, constraints, limits. */
const isNeverTaken = (error: unknown): boolean => {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown }
  return /^(22|23|54)/.test(String(code ?? '')) || (cause !== undefined && isNeverTaken(cause))
}

const writersOf = (batch: Waiting[]) => new Set(batch.map(({ writer }) => writer))

function collect<K, T>(into: Map<K, T[]>, key: K, item: T): void {
  const items = into.get(key)
  if (items) items.push(item)
  else into.set(key, [item])
}

function receiptsByWriter(batch: Waiting[], receipts: Receipt[]): Map<Writer, Receipt[]> {
  const perWriter = new Map<Writer, Receipt[]>()
  for (const [index, { writer }] of batch.entries()) collect(perWriter, writer, receipts[index] as Receipt)
  return perWriter
}

function seqsByDocument(batch: Waiting[], receipts: Receipt[]): Map<string, number[]> {
  const perDocument = new Map<string, number[]>()
  for (const [index, { change }] of batch.entries()) {
    const receipt = receipts[index]
    if (receipt && 'seq' in receipt) collect(perDocument, change.documentId, receipt.seq)
  }
  return perDocument
}
