import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readCursor } from './cursor.ts'
import { awarenessMessage } from './messages.ts'
import type { OpenSeat } from './seat.ts'
import { Stamps } from './stamp.ts'

interface Known {
  seat: OpenSeat
  /** The client's own count of its words, and ours of what we told the others. Theirs must never go backwards. */
  heard: number
  told: number
  state: string
}

const gone = 'null'
const tick = 40

/** Who comes back goes on with the count that we remember; but not everybody can be remembered. */
const maxRemembered = 1_000

/**
 * Cursors of the people in a room. Nobody can be present under another name: a seat speaks for one client, and all that
 * is taken from it is where its cursor stands. What happens within a tick goes out as one message, to the sender too,
 * because y-websocket clients that hear nothing for thirty seconds believe that they are cut off.
 */
export class Presence {
  readonly #clients = new Map<number, Known>()
  readonly #changed = new Set<number>()
  readonly #stamps = new Stamps()
  readonly #tell: (message: Uint8Array) => void
  #planned = false

  constructor(tell: (message: Uint8Array) => void) {
    this.#tell = tell
  }

  hear(seat: OpenSeat, words: Uint8Array): void {
    const decoder = decoding.createDecoder(words)
    const count = decoding.readVarUint(decoder)
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (count === 1) this.#introduce(seat, clientId)
      if (clientId === seat.clientId) this.#note(seat, clientId, clock, json)
    }
  }

  /** Everybody who is there, for somebody who has just come. */
  everybody(): Uint8Array | undefined {
    const present = [...this.#clients].filter(([, known]) => known.state !== gone)
    return present.length === 0 ? undefined : write(present)
  }

  leave(seat: OpenSeat, lastOfPerson: boolean): void {
    const known = seat.clientId === undefined ? undefined : this.#clients.get(seat.clientId)
    if (seat.clientId !== undefined && known?.seat === seat) this.#say(seat.clientId, { ...known, state: gone })
    if (lastOfPerson) this.#stamps.forget(seat.personId)
  }

  /** A client speaks alone first. Coming back it may still sit on a dead socket of the same person, and takes over. */
  #introduce(seat: OpenSeat, clientId: number): void {
    const known = this.#clients.get(clientId)
    const free = !known || known.state === gone || known.seat.personId === seat.personId
    if (seat.clientId === undefined && free) seat.clientId = clientId
  }

  #note(seat: OpenSeat, clientId: number, clock: number, json: string): void {
    const stated = readCursor(json)
    const state = stated ? JSON.stringify({ ...stated, user: this.#stamps.of(seat) }) : gone
    const known = this.#clients.get(clientId)
    const isNews = known && (known.seat !== seat || clock > known.heard)
    if (isNews || state !== (known?.state ?? gone))
      this.#say(clientId, { seat, heard: clock, told: Math.max(known?.told ?? 0, clock - 1), state })
  }

  #say(clientId: number, known: Known): void {
    this.#clients.set(clientId, { ...known, told: known.told + 1 })
    this.#changed.add(clientId)
    if (this.#planned) return
    this.#planned = true
    setTimeout(() => this.#tellAll(), tick)
  }

  #tellAll(): void {
    this.#planned = false
    const news = [...this.#clients].filter(([clientId]) => this.#changed.has(clientId))
    this.#changed.clear()
    if (this.#clients.size > maxRemembered) this.#forgetGone()
    this.#tell(write(news))
  }

  #forgetGone(): void {
    for (const [clientId, { state }] of this.#clients) if (state === gone) this.#clients.delete(clientId)
  }
}

const write = (clients: [number, Known][]): Uint8Array =>
  awarenessMessage(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length)
      for (const [clientId, { told, state }] of clients) {
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, told)
        encoding.writeVarString(encoder, state)
      }
    }),
  )
