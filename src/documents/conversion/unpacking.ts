import { Refused } from './converted.ts'

/** Unpacks piece by piece and stops as soon as there is no room left. */
export async function unpack(packed: Uint8Array<ArrayBuffer>, room: number): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (let read = await next(reader); read; read = await next(reader)) {
    size += read.length
    if (size > room) {
      await reader.cancel()
      throw new Refused('too_large_inside')
    }
    pieces.push(read)
  }
  return joined(pieces, size)
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value
  } catch {
    throw new Refused('broken')
  }
}

function joined(pieces: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
