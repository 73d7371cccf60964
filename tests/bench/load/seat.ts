import { type Dialect, hear, type Speech, speech } from './dialect.ts'
import { type Address, ThinSocket } from './socket.ts'

/** Where one client sits, and what it does there. */
export interface Place extends Address {
  dialect: Dialect
  /** Of the text, where messages carry it. */
  name: string
  writes: boolean
  /** Whether what arrives here counts; yes, unless said otherwise. */
  listens?: boolean
  /** What it has already: as a whole, and as the vector by which it asks for the rest. */
  has?: { state: Uint8Array; vector: Uint8Array }
  /** So many bytes must have come before it has the text: some servers say that they are done before they have read it. */
  expects?: number
}

export interface Ears {
  update(bytes: Uint8Array): void
  closed?(code: number): void
}

export interface Seat {
  speech: Speech
  /** The text as the server had it; rejects when the door stays shut. */
  synced: Promise<Uint8Array>
  send(frame: Buffer): void
  leave(): void
}

const isBlank = (vector: Uint8Array) => vector.length === 1 && vector[0] === 0

export function takeSeat(place: Place, ears: Ears): Seat {
  const { dialect, name, has, expects = 0 } = place
  const words = speech(dialect, name)
  const { promise: synced, resolve, reject } = Promise.withResolvers<Uint8Array>()
  synced.catch(() => undefined)
  let come = 0
  const take = (bytes: Uint8Array) => {
    come += bytes.length
    if (come >= expects) resolve(Uint8Array.from(bytes))
  }
  const hearing = {
    asked: (vector: Uint8Array) => socket.send(words.missing(isBlank(vector) ? has?.state : undefined)),
    synced: take,
    update: (bytes: Uint8Array) => {
      if (expects > 0) take(bytes)
      ears.update(bytes)
    },
  }
  const socket = new ThinSocket(place, {
    opened: () => {
      if (dialect === 'echo') resolve(new Uint8Array())
      else for (const frame of words.greeting(has?.vector)) socket.send(frame)
    },
    message: (bytes) => hear(dialect, bytes, hearing),
    closed: (code) => {
      reject(new Error(`closed with ${code}`))
      ears.closed?.(code)
    },
  })
  return { speech: words, synced, send: (frame) => socket.send(frame), leave: () => socket.end() }
}

/** So many at a time come in. */
export async function inTurns<T>(things: T[], atOnce: number, work: (thing: T) => Promise<unknown>): Promise<void> {
  const waiting = things[Symbol.iterator]()
  const worker = async () => {
    for (const thing of waiting) await work(thing)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
