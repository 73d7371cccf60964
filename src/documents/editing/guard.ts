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

/** Elements and their words are all that a text is made of. */
const isKnown = (content: unknown): boolean => {
  if (content instanceof Y.ContentType) return content.type instanceof Y.XmlElement || content.type instanceof Y.XmlText
  return [Y.ContentJSON, Y.ContentBinary, Y.ContentEmbed, Y.ContentDoc].every(
    (foreign) => !(content instanceof foreign),
  )
}

/** Most clients answer the first step with an update in which there is nothing. */
export const isEmptyUpdate = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0

/**
 * Looks at an update before it touches anything. Decodes without integrating: unlike `applyUpdate` that prepares no
 * room for what the update merely claims to contain. Throws for whatever is not an update in the first encoding.
 */
export function checkUpdate(update: Uint8Array): void {
  if (update.length > maxUpdate) throw new Refusal(tooLarge, 'update too large')
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) checkStruct(struct)
  // What is written in the second encoding reads like nothing, with something behind it.
  if (structs.length === 0 && ds.clients.size === 0 && !isEmptyUpdate(update))
    throw new Refusal(malformed, 'not an update')
}

function checkStruct(struct: ReturnType<typeof Y.decodeUpdate>['structs'][number]): void {
  const { id, length } = struct
  if (length < 1 || id.clock + length > maxClock) throw new Refusal(malformed, 'impossible clock')
  if (struct instanceof Y.Item && !isKnown(struct.content)) throw new Refusal(malformed, 'not part of a text')
}
