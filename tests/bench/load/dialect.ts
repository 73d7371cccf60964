import * as encoding from 'lib0/encoding'
import { Reading } from './reading.ts'
import { framed } from './socket.ts'

/** How a server is spoken to: as y-websocket does, with the text's name before each message, or not at all. */
export type Dialect = 'plain' | 'named' | 'echo'

const sync = 0
const awareness = 1
const auth = 2
const syncReply = 4
const steps = { vector: 0, missing: 1, update: 2 } as const

const nothing = Uint8Array.of(0)
const noUpdate = Uint8Array.of(0, 0)

type Write = (encoder: encoding.Encoder) => void

export interface Speech {
  greeting(vector?: Uint8Array): Buffer[]
  update(bytes: Uint8Array): Buffer
  presence(bytes: Uint8Array): Buffer
  /** Answer to the server's first step: what it lacks. */
  missing(bytes?: Uint8Array): Buffer
}

export function speech(dialect: Dialect, name: string): Speech {
  const frame = (write: Write) =>
    framed(
      encoding.encode((encoder) => {
        if (dialect === 'named') encoding.writeVarString(encoder, name)
        write(encoder)
      }),
    )
  const step = (number: number, bytes: Uint8Array) =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, sync)
      encoding.writeVarUint(encoder, number)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  const token = () =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, auth)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'token')
    })
  return {
    greeting: (vector = nothing) => [...(dialect === 'named' ? [token()] : []), step(steps.vector, vector)],
    update: (bytes) => step(steps.update, bytes),
    presence: (bytes) =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, awareness)
        encoding.writeVarUint8Array(encoder, bytes)
      }),
    missing: (bytes = noUpdate) => step(steps.missing, bytes),
  }
}

export interface Hearing {
  asked(vector: Uint8Array): void
  synced(bytes: Uint8Array): void
  update(bytes: Uint8Array): void
}

/** Takes a server's message apart as far as the load needs it. */
export function hear(dialect: Dialect, message: Uint8Array, hearing: Hearing): void {
  const reading = new Reading(message)
  if (dialect === 'named') reading.skipString()
  const kind = reading.number()
  if (kind !== sync && !(dialect === 'named' && kind === syncReply)) return
  const step = reading.number()
  if (step === steps.vector) hearing.asked(reading.slice())
  else if (step === steps.missing) hearing.synced(reading.slice())
  else hearing.update(reading.slice())
}
