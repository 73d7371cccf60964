import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../ports.ts'
import { connect, type Place } from '../postgres/database.ts'
import type { Heard, Note } from './notes.ts'

const channel = 'kreislauf'
const pause = 500

/** So many of our own notes in a row may go unheard before we believe that we hear nothing any more. */
const patience = 3

interface Ears {
  hear(note: Heard): void
  /** The line was dead for a while: what was said meanwhile is lost. */
  back(): void
}

/**
 * Nothing that is said has to survive anything, so nobody waits for a disk. Nor does the driver ask for types: when the
 * line is given up while it does, that failure has nobody who catches it and would end the process.
 */
const client = (place: Place) =>
  connect(place, { max: 1, fetch_types: false, connection: { synchronous_commit: 'off', statement_timeout: 5_000 } })

/**
 * Between processes over LISTEN and NOTIFY, on connections of their own. A process also listens to itself: a line that
 * carries nothing any more, which no system has noticed, is opened anew.
 */
export class Line {
  readonly me = randomUUID().slice(0, 13)
  readonly #place: Place
  readonly #log: Log
  readonly #ears: Ears
  #client: ReturnType<typeof connect>
  #unheard = 0
  #owing = false
  #over = false

  private constructor(place: Place, log: Log, ears: Ears) {
    this.#place = place
    this.#log = log
    this.#ears = ears
    this.#client = client(place)
  }

  static async open(place: Place, log: Log, ears: Ears): Promise<Line> {
    const line = new Line(place, log, ears)
    await line.#listen(line.#client, false)
    return line
  }

  /** Never fails. What cannot be said is made good for by a note that something was lost. */
  async say(note: Note): Promise<void> {
    if (this.#owing || this.#over) return
    await this.#notify(note).catch((error) => {
      this.#log.error('bus.tell', error)
      void this.#makeGood()
    })
  }

  /** Says something of which it must hear itself. */
  async probe(note: Note): Promise<void> {
    if (this.#owing || this.#over) return
    if (this.#unheard >= patience) this.#renew()
    this.#unheard += 1
    await this.say(note)
  }

  async end(): Promise<void> {
    this.#over = true
    await this.#client.end({ timeout: 2 })
  }

  async #notify(note: Note): Promise<void> {
    await this.#client`select pg_notify(${channel}, ${JSON.stringify({ from: this.me, ...note })})`
  }

  async #makeGood(): Promise<void> {
    if (this.#owing) return
    this.#owing = true
    const said = () =>
      this.#notify({ lost: true }).then(
        () => true,
        () => false,
      )
    while (!this.#over && !(await said())) await sleep(pause)
    this.#owing = false
  }

  #renew(): void {
    this.#log.error('bus.deaf', new Error('Nothing is heard on the line between processes'))
    this.#unheard = 0
    void this.#client.end({ timeout: 0 }).catch(() => undefined)
    this.#client = client(this.#place)
    void this.#listen(this.#client, true).catch((error) => this.#log.error('bus.listen', error))
  }

  async #listen(on: ReturnType<typeof connect>, isBack: boolean): Promise<void> {
    let before = isBack
    await on.listen(
      channel,
      (payload) => {
        if (on === this.#client) this.#heard(JSON.parse(payload) as Heard)
      },
      () => {
        if (before && on === this.#client) this.#ears.back()
        before = true
      },
    )
  }

  #heard(note: Heard): void {
    if (note.from === this.me) this.#unheard = 0
    else this.#ears.hear(note)
  }
}
