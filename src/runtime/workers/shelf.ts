import type { ObjectStorage } from 'cloudflare:workers'
import type { Change, Receipt } from '../../documents/editing/log.ts'
import type { Log } from '../../ports.ts'

type Append = (changes: Change[]) => Promise<Receipt[]>

interface Around {
  storage: ObjectStorage
  append: Append
  log: Log
  /** All that lay here is in the database now. */
  emptied(): Promise<void>
}

interface Row {
  id: number
  change: string
  bytes: ArrayBuffer
}

const table = 'create table if not exists shelf (id integer primary key autoincrement, change text, bytes blob)'
const atOnce = 200

const pauseAfter = (failures: number) => Math.min(500 * 2 ** failures, 30_000)

/**
 * Where the changes of one text wait while PostgreSQL is away: in the storage of the object itself, which is as durable,
 * so that nobody has to wait for being told that their words are safe. They go on in the order in which they came, and
 * whatever comes meanwhile queues up behind them.
 */
export class Shelf {
  readonly #around: Around
  #isEmpty: boolean
  #emptying: Promise<boolean> | undefined
  #failures = 0

  constructor(around: Around) {
    this.#around = around
    this.#sql(table)
    this.#isEmpty = this.#next(1).length === 0
  }

  /** Never fails while this object can write. What waits here has a number below zero until the database gives one. */
  async store(changes: Change[]): Promise<Receipt[]> {
    const stored = this.#isEmpty ? await this.#append(changes) : undefined
    return stored ?? this.#put(changes)
  }

  /** Brings to the database what waits. False when that did not succeed; it is tried again later. */
  async empty(): Promise<boolean> {
    if (this.#isEmpty) return true
    this.#emptying ??= this.#emptyNow().finally(() => {
      this.#emptying = undefined
    })
    return this.#emptying
  }

  async #append(changes: Change[]): Promise<Receipt[] | undefined> {
    return this.#around.append(changes).then(
      (receipts) => {
        this.#failures = 0
        return receipts
      },
      (error) => {
        if (this.#failures === 0) this.#around.log.error('documents.shelved', error, { changes: changes.length })
        this.#failures += 1
        return undefined
      },
    )
  }

  async #put(changes: Change[]): Promise<Receipt[]> {
    this.#isEmpty = false
    const receipts = changes.map(({ bytes, ...change }) => {
      const query = 'insert into shelf (change, bytes) values (?, ?) returning id'
      const [row] = this.#sql<{ id: number }>(query, JSON.stringify(change), bytes)
      return { seq: -(row?.id ?? 0) }
    })
    await this.#tryLater()
    return receipts
  }

  async #emptyNow(): Promise<boolean> {
    for (let rows = this.#next(atOnce); rows.length > 0; rows = this.#next(atOnce)) {
      const receipts = await this.#append(rows.map(changeOf))
      if (!receipts) {
        await this.#tryLater()
        return false
      }
      this.#tellRefused(receipts)
      this.#sql('delete from shelf where id <= ?', rows.at(-1)?.id)
    }
    this.#isEmpty = true
    await this.#around.emptied()
    return true
  }

  /** Somebody else has meanwhile written in the database under the same client id: next to impossible, so it is said. */
  #tellRefused(receipts: Receipt[]): void {
    const refused = receipts.filter((receipt) => 'refused' in receipt).length
    if (refused > 0) this.#around.log.error('documents.refused', new Error('foreign client id'), { changes: refused })
  }

  #tryLater(): Promise<void> {
    return this.#around.storage.setAlarm(Date.now() + pauseAfter(this.#failures))
  }

  #next(count: number): Row[] {
    return this.#sql<Row>('select id, change, bytes from shelf order by id limit ?', count)
  }

  #sql<T>(query: string, ...values: unknown[]): T[] {
    return this.#around.storage.sql.exec<T>(query, ...values).toArray()
  }
}

const changeOf = ({ change, bytes }: Row): Change => ({ ...JSON.parse(change), bytes: new Uint8Array(bytes) })
