/** What is needed to draw it, moving or not. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

const head = 12

/** In the flags of the extended format: metadata of cameras, and of programs. */
const saysMetadata = 0b0000_1100

const withoutFlags = (chunk: Uint8Array) => {
  const copy = chunk.slice()
  copy[8] = (copy[8] as number) & ~saysMetadata
  return copy
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = head; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size
    if (end > bytes.length) throw new RangeError('not a WebP')
    const name = new TextDecoder('latin1').decode(bytes.subarray(at, at + 4))
    const chunk = bytes.subarray(at, end + (size % 2))
    if (kept.has(name)) yield name === 'VP8X' ? withoutFlags(chunk) : chunk
    at = end + (size % 2)
  }
}

export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Buffer.concat([bytes.subarray(0, head), ...chunksOf(bytes)]))
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}
