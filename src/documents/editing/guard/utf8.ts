import type { Struct } from './struct.ts'

/** As Yjs reads text: half a character or a broken one is an error, and an invisible mark at the start is kept. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** How long this text is once it is decoded, and whether NUL is in it. */
export function measureText(struct: Struct, bytes: Uint8Array, from: number, to: number): void {
  let at = from
  while (at < to && bytes[at] !== 0 && (bytes[at] as number) < 128) at++
  struct.length = to - from
  if (at < to) measureDecoded(struct, decoder.decode(bytes.subarray(from, to)))
}

function measureDecoded(struct: Struct, text: string): void {
  struct.length = text.length
  struct.clean = !text.includes('\0')
}

/** Half a character can hide in what is written as JSON. */
export const isClean = (text: string) => !text.includes('\0') && text.isWellFormed()
