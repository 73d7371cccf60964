import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../ports.ts'
import { connect, type Place } from './database.ts'

const key = 7_231_605
const pause = 1_000

/** One connection that shows, for as long as it lives, that a server works on this database. */
class Hold {
  readonly #client: ReturnType<typeof connect>
  readonly #log: Log
  #over = false
  #regaining = false

  constructor(place: Place, log: Log) {
    this.#log = log
    this.#client = connect(place, { max: 1, max_lifetime: null, onclose: () => void this.#regain() })
  }

  /** Any number of servers hold it together. */
  async take(): Promise<void> {
    await this.#client`select pg_try_advisory_lock_shared(${key})`
  }

  async end() {
    this.#over = true
    await this.#client.end({ timeout: 2 })
  }

  /** Work goes on meanwhile: a database that restarts must not take the server with it. */
  async #regain() {
    if (this.#over || this.#regaining) return
    this.#regaining = true
    this.#log.error('database.hold', new Error('The connection that shows this server is lost'))
    while (!this.#over && !(await this.#taken())) await sleep(pause)
    this.#regaining = false
    if (!this.#over) this.#log.info('database.held_again')
  }

  #taken() {
    return this.take().then(
      () => true,
      () => false,
    )
  }
}

/** Shows commands on any machine that a server works on this database. Returns how to take it back. */
export async function holdDatabase(place: Place, log: Log): Promise<() => Promise<void>> {
  const hold = new Hold(place, log)
  await hold.take()
  return () => hold.end()
}

/** Whether a server, or several, run on this database, wherever they are. */
export async function isHeld(place: Place): Promise<boolean> {
  const client = connect(place, { max: 1 })
  const held = await client`
    select from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where locktype = 'advisory' and classid = 0 and objid = ${key} and objsubid = 1
      and granted and datname = current_database()`.finally(() => client.end())
  return held.length > 0
}
