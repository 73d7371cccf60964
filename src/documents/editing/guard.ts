import * as Y from 'yjs'

/** Why a message was refused; the code closes the socket that sent it. */
export class Refusal extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

export const tooLarge = 1009
export const malformed = 1007

export const maxUpdate = 1024 * 1024

/** No text comes near it, and sums of clocks stay far from where numbers lose their precision. */
const maxClock = 2 ** 31

/** Most clients answer the first step with an update in which there is nothing. */
export const isEmptyUpdate = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0

/**
 * Looks at an update before it touches anything. Decodes without integrating: unlike `applyUpdate` that prepares no
 * room for what the update merely claims to contain. Throws for whatever is not an update in the first encoding.
 */
export function checkUpdate(update: Uint8Array): void {
  if (update.length > maxUpdate) throw new Refusal(tooLarge, 'update too large')
  const { structs, ds } = Y.decodeUpdate(update)
  for (const { id, length } of structs)
    if (length < 1 || id.clock + length > maxClock) throw new Refusal(malformed, 'impossible clock')
  // What is written in the second encoding reads like nothing, with something behind it.
  if (structs.length === 0 && ds.clients.size === 0 && !isEmptyUpdate(update))
    throw new Refusal(malformed, 'not an update')
}
