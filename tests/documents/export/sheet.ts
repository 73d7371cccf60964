import { deflateSync } from 'node:zlib'
import { pictureIn } from '#src/documents/attachments/picture.ts'
import type { Outgoing } from '#src/documents/export/outgoing.ts'
import type { Content } from '#src/documents/markup.ts'
import { fileWords } from '#views/documents/export-texts.ts'
import { pictureId } from './portable.ts'

const crcs = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
const crc = (bytes: Uint8Array) =>
  ~bytes.reduce((sum, byte) => (crcs[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) >>> 0

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** A green picture of 40 to 20. */
export function png(): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(40, 0)
  head.writeUInt32BE(20, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.concat(
    Array.from({ length: 20 }, () =>
      Buffer.from([0, ...Array.from({ length: 120 }, (_, n) => [30, 120, 80][n % 3] ?? 0)]),
    ),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}

const { table, kinds, draftOf, versionOf, decisionOf, otherwise, ...words } = fileWords

/** A text on its way out. */
export function sheet(content: Content, more: Partial<Outgoing> = {}): Outgoing {
  const judged = pictureIn(png())
  if (!judged.ok) throw new Error(judged.code)
  return {
    title: 'Energie bleibt im Dorf: #1 & <mehr>',
    kind: 'Positionspapier',
    language: 'de',
    base: 'https://kreislauf.example',
    content,
    letterhead: { sender: ['Bündnis Strukturwandel', 'Marktplatz 1, 04109 Leipzig'], group: 'AG Energie' },
    about: ['Beschluss EN-2026-004 vom 4. Mai 2026', 'Fassung 3 vom 2. Mai 2026'],
    running: 'EN-2026-004 · Fassung 3',
    checksum: 'ab'.repeat(32),
    numberedLines: false,
    pictures: { [pictureId]: judged.picture },
    threads: [],
    changes: {},
    words,
    ...more,
  }
}
