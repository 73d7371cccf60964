import { zipSync } from 'fflate'
import { Refused } from './converted.ts'
import { unpack } from './unpacking.ts'

/** Name → bytes of every part that is XML, short text or a picture; other parts are only named. */
export interface Archive {
  parts: Map<string, Uint8Array>
  names: string[]
}

const maxEntries = 2000
const maxUnpacked = 50 * 1024 * 1024

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 }
const flags = { encrypted: 1 }
const methods = { stored: 0, deflated: 8 }

interface Entry {
  name: string
  flags: number
  method: number
  packed: Uint8Array<ArrayBuffer>
}

const isRead = (name: string) => /(\.(xml|rels)|^mimetype)$/i.test(name)
const isPicture = (name: string) => /\.(png|jpe?g|gif|webp)$/i.test(name)

/** Reads only what a text is made of, counts it while it is unpacked and believes no length that the file claims. */
export async function openArchive(bytes: Uint8Array<ArrayBuffer>): Promise<Archive> {
  const entries = entriesOf(bytes)
  const parts = new Map<string, Uint8Array>()
  let room = maxUnpacked
  for (const entry of entries.filter(({ name }) => isRead(name) || isPicture(name))) {
    if (entry.flags & flags.encrypted) throw new Refused('locked')
    const part = entry.method === methods.stored ? entry.packed : await unpack(entry.packed, room)
    room -= part.length
    if (room < 0) throw new Refused('too_large_inside')
    parts.set(entry.name, isRead(entry.name) ? withoutEntities(part) : part)
  }
  return { parts, names: entries.map(({ name }) => name) }
}

/** The same parts as a plain archive, for readers that want one: they see what was counted and nothing else. */
export const repacked = ({ parts }: Archive): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(parts), { level: 0 }) as Uint8Array<ArrayBuffer>

/** Entities can blow a document up or read files; no word processor writes them. */
function withoutEntities(part: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(part).replaceAll('\u0000', '')
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('broken')
  return part
}

function entriesOf(bytes: Uint8Array<ArrayBuffer>): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries) throw new Refused('too_large_inside')
  const entries: Entry[] = []
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.entry) throw new Refused('broken')
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: packedAt(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function packedAt(bytes: Uint8Array<ArrayBuffer>, view: DataView, local: number, size: number) {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== signatures.local) throw new Refused('broken')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + size > bytes.length) throw new Refused('broken')
  return bytes.subarray(start, start + size)
}

/** The directory stands at the end, followed by a comment of at most 64 kB. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at--) {
    if (view.getUint32(at, true) === signatures.end) return at
  }
  throw new Refused('broken')
}
