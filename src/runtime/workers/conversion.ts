import type { Convert } from '../../documents/conversion/converted.ts'
import { convertText } from '../../documents/conversion/text-file.ts'

const longest = 1024 * 1024

/** What needs unpacking needs a place of its own, with limits that a shared one cannot have. */
const isPacked = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

export const convertHere: Convert = async (bytes, source) =>
  bytes.length > longest || (source === 'file' && isPacked(bytes))
    ? { ok: false, code: 'not_here' }
    : convertText(bytes, source)
