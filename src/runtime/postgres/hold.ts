import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../ports.ts'
import { connect, type Place } from './database.ts'

const key = 7_231_605

/** After a hard end the database takes a moment to see that the one before has gone. */
const patience = 2_000
const pause = 250

/** One connection that keeps other servers off this database for as long as it lives. */
class Hold {
  readonly #client: ReturnType<typeof connect>
  readonly #log: Log
  #over = false
  #regaining = false

  constructor(place: Place, log: Log) {
    this.#log = log
    this.#client = connect(place, { max: 1, max_lifetime: null, onclose: () => void this.#regain() })
  }

  async take(): Promise<boolean> {
    const [row] = await this.#client`select pg_try_advisory_lock(${key}) as held`
    return row?.held === true
  }

  async end() {
    this.#over = true
    await this.#client.end({ timeout: 2 })
  }

  /** Writing goes on meanwhile: a database that restarts must not take the server with it. */
  async #regain() {
    if (this.#over || this.#regaining) return
    this.#regaining = true
    this.#log.error('database.hold', new Error('The connection that keeps other servers off is lost'))
    while (!this.#over && !(await this.take().catch(() => false))) await sleep(pause * 4)
    this.#regaining = false
    if (!this.#over) this.#log.info('database.held_again')
  }
}

/** Keeps a second server off, since texts are open in one process. Null when there is one already. */
export async function holdDatabase(place: Place, log: Log): Promise<(() => Promise<void>) | null> {
  const hold = new Hold(place, log)
  for (const giveUp = Date.now() + patience; ; await sleep(pause)) {
    if (await hold.take()) return () => hold.end()
    if (Date.now() > giveUp) break
  }
  await hold.end()
  return null
}

/** Whether a server runs on this database, wherever it is. */
export async function isHeld(place: Place): Promise<boolean> {
  const client = connect(place, { max: 1 })
  const held = await client`
    select from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where locktype = 'advisory' and classid = 0 and objid = ${key} and objsubid = 1
      and granted and datname = current_database()`.finally(() => client.end())
  return held.length > 0
}
