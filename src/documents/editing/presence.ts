import * as decoding from 'lib0/decoding'
import type { Clock } from './clock.ts'
import { readCursor } from './cursor.ts'
import { Elsewhere, gone, type Told, writePresence } from './elsewhere.ts'
import { malformed, Refusal } from './guard/refusal.ts'
import { awarenessMessage } from './messages.ts'
import type { OpenSeat } from './seat.ts'
import { Stamps } from './stamp.ts'

interface Known extends Told {
  seat: OpenSeat
  /** The client's own count of its words; `told` is ours of what the others heard, and must never go backwards. */
  heard: number
}

const tick = 40

/** Nobody has that much to say; whatever is told on must be a number that all others can read. */
const maxClock = 2 ** 32

/** Who comes back goes on with the count that we remember; but not everybody can be remembered. */
const maxRemembered = 1_000

interface Around {
  clock: Clock
  /** Everybody here. */
  tell(message: Uint8Array): void
  /** The other processes. */
  tellElsewhere?: ((bytes: Uint8Array) => void) | undefined
  /** Whose words are already written under a client id. */
  authorOf(clientId: number): string | undefined
}

/**
 * Cursors of the people in a room. Nobody can be present under another name: a seat speaks for one client, and all that
 * is taken from it is where its cursor stands. What happens within a tick goes out as one message, to the sender too,
 * because y-websocket clients that hear nothing for thirty seconds believe that they are cut off.
 */
export class Presence {
  readonly #clients = new Map<number, Known>()
  readonly #changed = new Set<number>()
  readonly #stamps = new Stamps()
  readonly #elsewhere = new Elsewhere()
  readonly #around: Around
  #planned = false

  constructor(around: Around) {
    this.#around = around
  }

  hear(seat: OpenSeat, words: Uint8Array): void {
    const decoder = decoding.createDecoder(words)
    const count = decoding.readVarUint(decoder)
    for (let i = 0; i < count; i++) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (!(clientId <= Number.MAX_SAFE_INTEGER && clock <= maxClock)) throw new Refusal(malformed, 'presence')
      if (count === 1) this.#introduce(seat, clientId)
      if (clientId === seat.clientId) this.#note(seat, clientId, clock, json)
    }
  }

  /** Everybody who is there, for somebody who has just come. */
  everybody(): Uint8Array | undefined {
    const present = [...this.#elsewhere.present(), ...this.#here()]
    return present.length === 0 ? undefined : awarenessMessage(writePresence(present))
  }

  /** Everybody who is in this process, for another one that has just opened the text. */
  here(): Uint8Array | undefined {
    const present = this.#here()
    return present.length === 0 ? undefined : writePresence(present)
  }

  /** The first one to be present as a client keeps its id, so that nobody takes it before its first word is stored. */
  claimantOf(clientId: number): string | undefined {
    return this.#clients.get(clientId)?.seat.personId ?? this.#elsewhere.personOf(clientId)
  }

  hearElsewhere(process: string, bytes: Uint8Array): void {
    const news = this.#elsewhere.hear(process, bytes).filter(([clientId]) => !this.#isHere(clientId))
    if (news.length > 0) this.#around.tell(awarenessMessage(writePresence(news)))
  }

  forgetElsewhere(process: string): void {
    const news = this.#elsewhere.forget(process).filter(([clientId]) => !this.#isHere(clientId))
    if (news.length > 0) this.#around.tell(awarenessMessage(writePresence(news)))
  }

  #here(): [number, Known][] {
    return [...this.#clients].filter(([, known]) => known.state !== gone)
  }

  #isHere(clientId: number): boolean {
    return (this.#clients.get(clientId)?.state ?? gone) !== gone
  }

  leave(seat: OpenSeat, lastOfPerson: boolean): void {
    const known = seat.clientId === undefined ? undefined : this.#clients.get(seat.clientId)
    if (seat.clientId !== undefined && known?.seat === seat) this.#say(seat.clientId, { ...known, state: gone })
    if (lastOfPerson) this.#stamps.forget(seat.personId)
  }

  /** A client speaks alone first. Coming back it may still sit on a dead socket of the same person, and takes over. */
  #introduce(seat: OpenSeat, clientId: number): void {
    if (seat.clientId !== undefined) return
    const owners = [this.#around.authorOf(clientId), this.claimantOf(clientId)]
    if (owners.every((owner) => owner === undefined || owner === seat.personId)) seat.clientId = clientId
  }

  #note(seat: OpenSeat, clientId: number, clock: number, json: string): void {
    const stated = readCursor(json)
    const state = stated ? JSON.stringify({ ...stated, user: this.#stamps.of(seat) }) : gone
    const known = this.#clients.get(clientId)
    const isNews = known && (known.seat !== seat || clock > known.heard)
    const told = Math.max(known?.told ?? 0, this.#elsewhere.toldOf(clientId), clock - 1)
    if (isNews || state !== (known?.state ?? gone)) this.#say(clientId, { seat, heard: clock, told, state })
  }

  #say(clientId: number, known: Known): void {
    this.#clients.set(clientId, { ...known, told: known.told + 1 })
    this.#changed.add(clientId)
    if (this.#planned) return
    this.#planned = true
    this.#around.clock.later(tick, () => this.#tellAll())
  }

  #tellAll(): void {
    this.#planned = false
    const news = [...this.#clients].filter(([clientId]) => this.#changed.has(clientId))
    this.#changed.clear()
    if (this.#clients.size > maxRemembered) this.#forgetGone()
    const bytes = writePresence(news)
    this.#around.tell(awarenessMessage(bytes))
    this.#around.tellElsewhere?.(bytes)
  }

  #forgetGone(): void {
    for (const [clientId, { state }] of this.#clients) if (state === gone) this.#clients.delete(clientId)
  }
}
