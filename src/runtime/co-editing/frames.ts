const finalBinary = 0x82

/** Up to here joining costs less than leaving it to the system to gather the pieces. */
const worthJoining = 64 * 1024

function frame(message: Uint8Array): Buffer {
  const { length } = message
  const head = length > 65_535 ? 10 : length > 125 ? 4 : 2
  const framed = Buffer.allocUnsafe(head + length)
  framed[0] = finalBinary
  framed[1] = head === 10 ? 127 : head === 4 ? 126 : length
  if (head === 4) framed.writeUInt16BE(length, 2)
  if (head === 10) framed.writeBigUInt64BE(BigInt(length), 2)
  framed.set(message, head)
  return framed
}

let latest: { message?: Uint8Array; framed: Buffer } = { framed: Buffer.alloc(0) }

/** As it goes over the wire to a client. The same message goes to a whole room, one seat after the other. */
export function framed(message: Uint8Array): Buffer {
  if (latest.message !== message) latest = { message, framed: frame(message) }
  return latest.framed
}

let together: { frames: Buffer[]; joined: Buffer[] } = { frames: [], joined: [] }

/** As few pieces as pay; most seats of a room get the very same ones. */
export function joined(frames: Buffer[]): Buffer[] {
  const isSame = together.frames.length === frames.length && frames.every((one, at) => together.frames[at] === one)
  if (!isSame) together = { frames, joined: join(frames) }
  return together.joined
}

function join(frames: Buffer[]): Buffer[] {
  if (frames.length < 2 || frames.some(({ length }) => length > worthJoining)) return frames
  return [Buffer.concat(frames)]
}
