const block = { extension: 0x21, image: 0x2c, end: 0x3b } as const

const label = { control: 0xf9, application: 0xff } as const

/** How often a moving picture begins anew; whatever else programs write of themselves goes. */
const repeating = ['NETSCAPE2.0', 'ANIMEXTS1.0']

const broken = () => new RangeError('not a GIF')

const at = (bytes: Uint8Array, index: number): number => {
  const byte = bytes[index]
  if (byte === undefined) throw broken()
  return byte
}

/** A table of colours follows where the highest bit says so; the lowest three say how long it is. */
const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Behind pieces that each say how long they are, until one of no length. */
function endOfPieces(bytes: Uint8Array, from: number): number {
  let next = from
  for (let length = at(bytes, next); length > 0; length = at(bytes, next)) next += length + 1
  return next + 1
}

function isKept(bytes: Uint8Array, from: number): boolean {
  const kind = at(bytes, from + 1)
  if (kind !== label.application) return kind === label.control
  return repeating.includes(new TextDecoder('latin1').decode(bytes.subarray(from + 3, from + 14)))
}

const endOfImage = (bytes: Uint8Array, from: number) => endOfPieces(bytes, from + 11 + tableLength(at(bytes, from + 9)))

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 13 + tableLength(at(bytes, 10))
  if (bytes.length < from) throw broken()
  yield bytes.subarray(0, from)
  while (from < bytes.length && bytes[from] !== block.end) {
    const isImage = bytes[from] === block.image
    if (!isImage && bytes[from] !== block.extension) throw broken()
    const end = isImage ? endOfImage(bytes, from) : endOfPieces(bytes, from + 2)
    if (isImage || isKept(bytes, from)) yield bytes.subarray(from, end)
    from = end
  }
}

/** Without comments, what programs tell of themselves and of the picture, and whatever was hung on behind its end. */
export const gifWithoutMetadata = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([...partsOf(bytes), new Uint8Array([block.end])]))
