import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { framed, joined } from './frames.ts'

/** Longer nothing is held back, and nobody notices that in a cursor. */
const unhurried = 40

let leaving: Outbox[] = []
let waiting: Outbox[] = []

function leaveNow(): void {
  const outboxes = leaving
  leaving = []
  for (const outbox of outboxes) outbox.empty()
}

function leaveAtLast(): void {
  const outboxes = waiting
  waiting = []
  for (const outbox of outboxes) outbox.emptyAtLast()
}

/**
 * What goes to one socket within one turn of the loop leaves in one piece, framed once for the whole room: writing to
 * the system is most of the work of a server like this. `ws` would write each message by itself, its head apart. What
 * is not urgent leaves with the next thing that is. Only for sockets without compression, where `ws` writes at once.
 */
export class Outbox {
  readonly #socket: WebSocket
  readonly #wire: Duplex
  #frames: Buffer[] = []
  #bytes = 0
  #isLeaving = false
  #isWaiting = false

  /** `wire` is what the socket writes to. */
  constructor(socket: WebSocket, wire: Duplex) {
    this.#socket = socket
    this.#wire = wire
  }

  get bytes(): number {
    return this.#bytes
  }

  put(message: Uint8Array, isUrgent: boolean): void {
    const frame = framed(message)
    this.#frames.push(frame)
    this.#bytes += frame.length
    if (isUrgent) this.#leave()
    else this.#wait()
  }

  empty(): void {
    const frames = this.#frames
    this.#frames = []
    this.#bytes = 0
    this.#isLeaving = false
    if (frames.length > 0 && this.#socket.readyState === this.#socket.OPEN) this.#write(joined(frames))
  }

  emptyAtLast(): void {
    this.#isWaiting = false
    this.empty()
  }

  #write(pieces: Buffer[]): void {
    if (pieces.length > 1) this.#wire.cork()
    for (const piece of pieces) this.#wire.write(piece)
    if (pieces.length > 1) this.#wire.uncork()
  }

  #leave(): void {
    if (this.#isLeaving) return
    this.#isLeaving = true
    if (leaving.push(this) === 1) process.nextTick(leaveNow)
  }

  #wait(): void {
    if (this.#isLeaving || this.#isWaiting) return
    this.#isWaiting = true
    if (waiting.push(this) === 1) setTimeout(leaveAtLast, unhurried)
  }
}
