import { connect, type Socket, type TcpNetConnectOpts } from 'node:net'

export interface Address {
  port: number
  path: string
  headers?: Record<string, string>
}

interface Ears {
  opened(): void
  message(bytes: Uint8Array): void
  closed(code: number): void
}

const binary = 2
const closing = 8
const ping = 9
const pong = 10

/** All sockets read into the same place, one after the other. */
const arrived = Buffer.allocUnsafe(256 * 1024)

/** A client's frame, masked with zeros: the server has the usual work with it, and we have none. */
export function framed(payload: Uint8Array, opcode = binary): Buffer {
  const wide = payload.length > 65_535 ? 8 : payload.length > 125 ? 2 : 0
  const frame = Buffer.alloc(2 + wide + 4 + payload.length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (wide === 8 ? 127 : wide === 2 ? 126 : payload.length)
  if (wide === 2) frame.writeUInt16BE(payload.length, 2)
  if (wide === 8) frame.writeBigUInt64BE(BigInt(payload.length), 2)
  frame.set(payload, 6 + wide)
  return frame
}

const key = 'AAAAAAAAAAAAAAAAAAAAAA=='
let calls = 0

/** Several addresses of this machine, as a crowd does not come from one. */
const localAddress = () => `127.0.0.${2 + (calls++ % 50)}`

/** The least that a WebSocket client must do, so that the load is never what is measured. */
export class ThinSocket {
  readonly #socket: Socket
  readonly #ears: Ears
  #rest: Buffer = Buffer.alloc(0)
  #isOpen = false
  #code = 1006

  constructor({ port, path, headers = {} }: Address, ears: Ears) {
    this.#ears = ears
    const onread = { buffer: arrived, callback: (length: number) => this.#read(arrived.subarray(0, length)) }
    const options: TcpNetConnectOpts = { host: '127.0.0.1', port, localAddress: localAddress(), noDelay: true, onread }
    this.#socket = connect(options)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n${lines.join('')}\r\n`,
    )
    this.#socket.on('error', () => undefined)
    this.#socket.on('close', () => ears.closed(this.#code))
  }

  /** A finished frame. */
  send(frame: Buffer): void {
    if (this.#socket.writable) this.#socket.write(frame)
  }

  end(): void {
    this.#socket.destroy()
  }

  #read(news: Buffer): boolean {
    const bytes = this.#rest.length === 0 ? news : Buffer.concat([this.#rest, news])
    let at = this.#isOpen ? 0 : this.#shakeHands(bytes)
    while (at < bytes.length) {
      const next = this.#frame(bytes, at)
      if (next === at) break
      at = next
    }
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : Buffer.alloc(0)
    return true
  }

  #shakeHands(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n')
    if (end < 0) return 0
    const status = bytes.toString('latin1', 9, 12)
    if (status !== '101') {
      this.#code = Number(status)
      this.end()
      return bytes.length
    }
    this.#isOpen = true
    this.#ears.opened()
    return end + 4
  }

  /** Where the next frame begins; the same place when this one is not all there. */
  #frame(bytes: Buffer, at: number): number {
    if (!this.#isOpen || bytes.length < at + 2) return at
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const wide = short === 127 ? 8 : short === 126 ? 2 : 0
    if (bytes.length < at + 2 + wide) return at
    const length = wide === 8 ? Number(bytes.readBigUInt64BE(at + 2)) : wide === 2 ? bytes.readUInt16BE(at + 2) : short
    const begin = at + 2 + wide
    if (bytes.length < begin + length) return at
    this.#take((bytes[at] ?? 0) & 0x0f, bytes.subarray(begin, begin + length))
    return begin + length
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === binary) this.#ears.message(payload)
    if (opcode === ping) this.send(framed(payload, pong))
    if (opcode === closing) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.end()
    }
  }
}
