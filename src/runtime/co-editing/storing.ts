import { appendChanges, type Change, type Receipt } from '../../documents/editing/log.ts'
import type { Log } from '../../ports.ts'
import type { Connection } from '../postgres/database.ts'

interface Patience {
  /** A connection on which nothing has come back until then is given up. */
  givenUpAfter: number
  /** Longer than that nothing that is typed is being stored: whoever watches the server should know. */
  worryingAfter: number
}

const usual: Patience = { givenUpAfter: 8_000, worryingAfter: 2_500 }

/**
 * The way of what is typed into the database: a connection of its own, so that no slow question of a page stands in
 * front of it. A database that does not even refuse is left behind and asked anew; should it still do later what it was
 * told, then the same change is stored twice, which makes no difference to the text.
 */
export class Storing {
  readonly #open: () => Connection
  readonly #log: Log
  readonly #patience: Patience
  #connection: Connection
  #since: number | undefined

  constructor(open: () => Connection, log: Log, patience = usual) {
    this.#open = open
    this.#log = log
    this.#patience = patience
    this.#connection = open()
  }

  get isStuck(): boolean {
    return this.#since !== undefined && Date.now() - this.#since > this.#patience.worryingAfter
  }

  async store(changes: Change[]): Promise<Receipt[]> {
    this.#since ??= Date.now()
    const receipts = await this.#inTime(appendChanges(this.#connection.db, changes))
    this.#since = undefined
    return receipts
  }

  end(): Promise<void> {
    return this.#connection.end()
  }

  #inTime(receipts: Promise<Receipt[]>): Promise<Receipt[]> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.#leaveBehind()
        reject(new Error('The database does not answer'))
      }, this.#patience.givenUpAfter)
      receipts.then(resolve, reject).finally(() => clearTimeout(giveUp))
    })
  }

  #leaveBehind(): void {
    this.#connection.end().catch((error) => this.#log.error('database.end', error))
    this.#connection = this.#open()
  }
}
