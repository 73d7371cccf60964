import * as decoding from 'lib0/decoding'
import type { Contributed, Contribution } from '../../ports.ts'
import { malformed, tooLarge } from './guard/refusal.ts'
import { kinds, savedStates, steps, syncMessage } from './messages.ts'
import type { OpenRooms } from './open-rooms.ts'
import type { Room } from './room.ts'
import { type OpenSeat, openSeat } from './seat.ts'

/**
 * Brings a change into a text by a seat of its own, so that it goes the way of everything that is typed: judged, stored,
 * then shown. Fails while it cannot be stored; it may be repeated, as the same change twice is the same as once.
 */
export async function contribute(rooms: OpenRooms, { update, ...who }: Contribution): Promise<Contributed> {
  await rooms.prepare(who.documentId)
  const room = rooms.find(who.documentId)
  if (!room) throw new Error('the text was closed')
  const visit = new Visit(room, { ...who, sessionId: '', access: 'write' }, update)
  rooms.enter(room, visit.seat)
  return visit.outcome.finally(() => rooms.leave(room, visit.seat))
}

/** What a seat without a screen says and hears. */
class Visit {
  readonly seat: OpenSeat
  readonly outcome: Promise<Contributed>
  readonly #room: Room
  readonly #update: Uint8Array
  readonly #ends = Promise.withResolvers<Contributed>()
  #asked = 0

  constructor(room: Room, seat: Omit<OpenSeat, 'line' | 'wantsSaved' | 'received' | 'stored'>, update: Uint8Array) {
    this.#room = room
    this.#update = update
    this.outcome = this.#ends.promise
    const line = { send: (bytes: Uint8Array) => this.#hear(bytes), close: this.#sentOff, waiting: () => 0 }
    this.seat = openSeat(seat, line, true)
  }

  #hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    const kind = decoding.readVarUint(decoder)
    if (kind === kinds.saved) this.#told(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
    // Not while the room is still speaking.
    if (kind === kinds.sync && decoding.readVarUint(decoder) === steps.vector) queueMicrotask(() => this.#answer())
  }

  #told(stored: number, state: number): void {
    if (state === savedStates.failing) this.#ends.reject(new Error('the text cannot be stored now'))
    else if (stored > 0) this.#ends.resolve('stored')
  }

  /**
   * The first question is the greeting, the second comes after a gap, the third when the text has been read anew. What
   * is still missing then is nowhere; and unlike an editor, who repeats what it has heard, nothing of this may be left out.
   */
  #answer(): void {
    this.#asked += 1
    const isUnread = this.#asked === 3 && !this.seat.isHeard
    this.seat.isHeard = false
    if (isUnread) this.#ends.reject(new Error('the text cannot be read now'))
    else if (this.#asked > 3) this.#ends.resolve('refused')
    else this.#room.receive(this.seat, syncMessage(this.#asked === 1 ? steps.update : steps.missing, this.#update))
  }

  #sentOff = (code: number): void => {
    if (code === malformed || code === tooLarge) this.#ends.resolve('refused')
    else this.#ends.reject(new Error(`the text was closed: ${code}`))
  }
}
