import type { Duplex } from 'node:stream'
import type { WSContext } from 'hono/ws'
import type { WebSocket } from 'ws'
import type { Line } from '../../documents/editing/seat.ts'
import { Outbox } from './outbox.ts'

/** The socket of the `ws` package behind Hono's: it tells how much it still has to send, and can ping. */
export const socketOf = (context: WSContext) => context.raw as unknown as WebSocket

const patience = 2_000

/** `wire` is what the socket writes to, where the platform tells. */
export function lineTo(socket: WebSocket, wire?: Duplex): Line {
  const outbox = wire && new Outbox(socket, wire)
  return {
    send: (bytes, isUrgent = true) => {
      if (socket.readyState !== socket.OPEN) return
      if (outbox) outbox.put(bytes, isUrgent)
      else socket.send(bytes)
    },
    // Somebody who does not answer the farewell is cut off.
    close: (code, reason) => {
      outbox?.empty()
      socket.close(code, reason)
      setTimeout(() => socket.terminate(), patience).unref()
    },
    waiting: () => socket.bufferedAmount + (outbox?.bytes ?? 0),
  }
}

/** Every so often each socket is asked for a sign of life; who has not given one by the next time is cut off. */
export class Heartbeat {
  readonly #sockets = new Map<WebSocket, { answered: boolean }>()
  readonly #timer: NodeJS.Timeout

  constructor(interval: number) {
    this.#timer = setInterval(() => this.#beat(), interval)
    this.#timer.unref()
  }

  watch(socket: WebSocket): void {
    const life = { answered: true }
    this.#sockets.set(socket, life)
    socket.on('pong', () => {
      life.answered = true
    })
    socket.on('close', () => this.#sockets.delete(socket))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #beat(): void {
    for (const [socket, life] of this.#sockets) {
      if (!life.answered) socket.terminate()
      life.answered = false
      socket.ping()
    }
  }
}
