import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { type Relay, relayTo, type Way } from '../../../support/relay.ts'
import type { TabWire } from '../tab.ts'

interface Dialled {
  /** Of the process. */
  url: string
  sync: string
  cookie: string
}

interface End {
  opened(wire: SocketWire): void
  refused(): void
  hear(frame: Uint8Array): void
  closed(code: number): void
}

/** A real socket between a tab and a process, through a relay of its own that may hold it back or cut it. */
export class SocketWire implements TabWire {
  readonly #socket: WebSocket
  readonly #relay: Relay
  #end: End | undefined
  #isOpen = false
  #letGo: NodeJS.Timeout | undefined

  private constructor(socket: WebSocket, relay: Relay, end: End) {
    this.#socket = socket
    this.#relay = relay
    this.#end = end
    socket.on('error', () => undefined)
    socket.on('open', () => {
      this.#isOpen = true
      this.#end?.opened(this)
    })
    socket.on('message', (data: Buffer) => this.#end?.hear(new Uint8Array(data)))
    socket.on('close', (code) => this.#closed(code))
  }

  static async dial({ url, sync, cookie }: Dialled, end: End): Promise<void> {
    const relay = await relayTo(() => connect(Number(new URL(url).port), '127.0.0.1'))
    const headers = { Cookie: cookie, Origin: url }
    new SocketWire(new WebSocket(`ws://127.0.0.1:${relay.port}${sync}?saved=1`, { headers }), relay, end)
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(frame)
  }

  /** What was on its way may still arrive. */
  closeByClient(): void {
    this.#end = undefined
    this.#socket.terminate()
  }

  /** What was on its way is gone. */
  cut(): void {
    this.#relay.cut()
  }

  stall(ms: number, direction: Way): void {
    clearTimeout(this.#letGo)
    this.#relay.letGo()
    if (ms === 0) return
    this.#relay.hold(direction)
    this.#letGo = setTimeout(() => this.#relay.letGo(), ms)
  }

  #closed(code: number): void {
    clearTimeout(this.#letGo)
    void this.#relay.close()
    const end = this.#end
    this.#end = undefined
    if (this.#isOpen) end?.closed(code)
    else end?.refused()
  }
}
