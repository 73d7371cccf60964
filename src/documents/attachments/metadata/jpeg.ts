const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, firstApp: 0xe0, lastApp: 0xef } as const

/** Colours need these: the size of pixels, the colour profile, how the channels are stored. */
const keptApps = [0xe0, 0xe2, 0xee]

const iccProfile = 'ICC_PROFILE\0'

const isMetadata = (code: number, bytes: Uint8Array, at: number) => {
  if (code === marker.comment) return true
  if (code < marker.firstApp || code > marker.lastApp) return false
  if (!keptApps.includes(code)) return true
  // Cameras keep further pictures in the same segment as others the profile.
  return code === 0xe2 && new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 16)) !== iccProfile
}

const broken = () => new RangeError('not a JPEG')

/** Where the marker behind these pixels stands: inside of them 0xFF is followed by zero or a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] as number
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

/** How it was held, as the only thing that a camera may still say. */
const orientedSegment = (orientation: number) =>
  new Uint8Array([
    ...[0xff, 0xe1, 0, 34, ...new TextEncoder().encode('Exif\0\0MM'), 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])

function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 2
  while (at + 3 < bytes.length) {
    const code = bytes[at + 1] as number
    if (bytes[at] !== 0xff) throw broken()
    if (code === marker.end) return
    if (code === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number))
    if (end < at + 4 || end > bytes.length) throw broken()
    const stop = code === marker.scan ? endOfScan(bytes, end) : end
    if (!isMetadata(code, bytes, at)) yield bytes.subarray(at, stop)
    at = stop
  }
}

/** Without place, camera, time, comments, and whatever else was hung on behind its end. */
export function jpegWithoutMetadata(bytes: Uint8Array, orientation: number): Uint8Array {
  const oriented = orientation > 1 && orientation <= 8 ? [orientedSegment(orientation)] : []
  const start = new Uint8Array([0xff, marker.start])
  const end = new Uint8Array([0xff, marker.end])
  return new Uint8Array(Buffer.concat([start, ...oriented, ...partsOf(bytes), end]))
}
