import * as encoding from 'lib0/encoding'

/** The protocol of y-websocket, and one message of our own: how many of a client's changes are stored. */
export const kinds = { sync: 0, awareness: 1, queryAwareness: 3, saved: 4 } as const

export const steps = { vector: 0, missing: 1, update: 2 } as const

/** Sent along with the counter of stored changes. */
export const savedStates = { fine: 0, failing: 1, readOnly: 2 } as const

type Step = (typeof steps)[keyof typeof steps]
type SavedState = (typeof savedStates)[keyof typeof savedStates]

const message = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write)

export const syncMessage = (step: Step, bytes: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, kinds.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const awarenessMessage = (bytes: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, kinds.awareness)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const savedMessage = (count: number, state: SavedState): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, kinds.saved)
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, state)
  })
