/** What is needed to draw it; text, time, place and what programs add go. */
const kept = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '))

const head = 8

const broken = () => new RangeError('not a PNG')

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = head; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) throw broken()
    const name = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8))
    if (kept.has(name)) yield bytes.subarray(at, end)
    if (name === 'IEND') return
    at = end
  }
  throw broken()
}

export const pngWithoutMetadata = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([bytes.subarray(0, head), ...chunksOf(bytes)]))
