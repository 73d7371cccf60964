import { savedMessage, savedStates } from './messages.ts'
import type { OpenSeat } from './seat.ts'

const tooMuchForCursors = 1024 * 1024
const tooMuchWaiting = 8 * 1024 * 1024

export interface Present {
  id: string
  name: string
  access: 'read' | 'write'
}

/** The seats of a room, and what goes out to them. Whoever does not take it is sent away, and comes back. */
export class Audience {
  readonly seats: ReadonlySet<OpenSeat>
  readonly #seats = new Set<OpenSeat>()
  readonly #tooSlow: (seat: OpenSeat) => void

  constructor(tooSlow: (seat: OpenSeat) => void) {
    this.seats = this.#seats
    this.#tooSlow = tooSlow
  }

  add(seat: OpenSeat): void {
    this.#seats.add(seat)
  }

  remove(seat: OpenSeat): boolean {
    return this.#seats.delete(seat)
  }

  hasPerson(personId: string): boolean {
    for (const seat of this.#seats) if (seat.personId === personId) return true
    return false
  }

  /** Each person once; known from the seats, never from what clients say. */
  people(): Present[] {
    const people = new Map<string, Present>()
    for (const { personId: id, personName: name, access } of this.#seats)
      people.set(id, { id, name, access: people.get(id)?.access === 'write' ? 'write' : access })
    return [...people.values()]
  }

  send(seat: OpenSeat, message: Uint8Array, isUrgent = true): void {
    if (this.#seats.has(seat)) this.#deliver(seat, message, isUrgent)
  }

  /** The very same bytes for everybody, so that they are framed once. */
  sendAll(message: Uint8Array, except?: OpenSeat): void {
    for (const seat of this.#seats) if (seat !== except) this.#deliver(seat, message, true)
  }

  sendCursors(message: Uint8Array): void {
    for (const seat of this.#seats) if (seat.line.waiting() < tooMuchForCursors) this.#deliver(seat, message, false)
  }

  /** Up to which of its changes everything is stored. */
  tellSaved(seat: OpenSeat, isFailing = false): void {
    const { failing, readOnly, fine } = savedStates
    const state = isFailing ? failing : seat.access === 'read' ? readOnly : fine
    if (seat.wantsSaved) this.send(seat, savedMessage(seat.stored, state), false)
  }

  #deliver(seat: OpenSeat, message: Uint8Array, isUrgent: boolean): void {
    seat.line.send(message, isUrgent)
    if (seat.line.waiting() > tooMuchWaiting) this.#tooSlow(seat)
  }
}
