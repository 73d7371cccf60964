import type { Database } from '../../db/database.ts'
import { type Connection, connectThrough } from './database.ts'

/** Without a question for so long a connection is given back: an object that holds one cannot fall asleep. */
const idle = 1_000

const within = <T>(ms: number, work: Promise<T>) =>
  new Promise<T>((resolve, reject) => {
    const clock = setTimeout(() => reject(new Error('the database takes too long')), ms)
    work.then(resolve, reject).finally(() => clearTimeout(clock))
  })

/** A database for an object that lives on between questions. After one that failed the next one gets a new connection. */
export class PassingDatabase {
  readonly #address: { connectionString: string }
  #connection: Connection | undefined
  #inUse = 0
  #giveBack: ReturnType<typeof setTimeout> | undefined

  constructor(address: { connectionString: string }) {
    this.#address = address
  }

  async use<T>(patience: number, work: (db: Database) => Promise<T>): Promise<T> {
    clearTimeout(this.#giveBack)
    this.#connection ??= connectThrough(this.#address, 2)
    const connection = this.#connection
    this.#inUse += 1
    try {
      return await within(patience, work(connection.db))
    } catch (error) {
      this.#end(connection, 0)
      throw error
    } finally {
      this.#inUse -= 1
      if (this.#inUse === 0) this.#giveBack = setTimeout(() => this.#end(connection, 2), idle)
    }
  }

  #end(connection: Connection, patience: number): void {
    if (this.#connection === connection) this.#connection = undefined
    // A connection that is broken has nothing left to say about its end.
    connection.end(patience).catch(() => undefined)
  }
}
