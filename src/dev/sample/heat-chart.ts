import { crc32, deflateSync } from 'node:zlib'
import { keepPicture } from '../../documents/attachments/keeping.ts'
import { pictureIn } from '../../documents/attachments/picture.ts'
import type { Content } from '../../documents/markup.ts'
import type { Paper } from './papers.ts'
import type { Scene } from './scene.ts'

const id = '5b2f0c1e-3d47-4a86-9c58-7e1d2a90b4f6'
const [width, height] = [1_200, 420]

const [paper, before, after] = [0, 1, 2]
const palette = Buffer.from([0xf4, 0xf1, 0xe8, 0x8a, 0x8f, 0x8c, 0x00, 0x5e, 0x66])

/** Each of three villages: how high its columns are, before and after. */
const columns: [number, number][] = [
  [300, 190],
  [240, 160],
  [360, 120],
]

const colourAt = (x: number, y: number) => {
  const [village, within] = [Math.floor((x - 90) / 360), (x - 90) % 360]
  const [high, low] = columns[village] ?? [0, 0]
  const isColumn = (from: number, tall: number) => within >= from && within < from + 110 && y >= height - 30 - tall
  if (x < 90 || y >= height - 30) return paper
  return isColumn(20, high) ? before : isColumn(150, low) ? after : paper
}

const number = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const chunk = (name: string, data: Uint8Array) => {
  const named = Buffer.concat([Buffer.from(name), data])
  return Buffer.concat([number(data.length), named, number(crc32(named))])
}

function drawn(): Uint8Array {
  const rows = Array.from({ length: height }, (_, y) => [0, ...Array.from({ length: width }, (_, x) => colourAt(x, y))])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])])),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** How much gas three villages burnt before they had a net, and after. */
export const heatChart: Content = {
  type: 'image',
  attrs: {
    attachment: id,
    width,
    height,
    alt: 'Drei Paare von Säulen: Gasverbrauch der drei Dörfer vor und nach dem Bau des Netzes. In jedem Dorf ist die zweite Säule deutlich kürzer, im dritten nur noch ein Drittel so hoch.',
    decorative: false,
  },
}

export async function keepHeatChart(scene: Scene, { id: documentId }: Paper): Promise<void> {
  const judged = pictureIn(drawn())
  if (!judged.ok) throw new Error(`the chart is no picture: ${judged.code}`)
  const by = { groupId: scene.group('en'), documentId, personId: scene.person('swantje') }
  await keepPicture(scene.db, { ...by, picture: judged.picture, id })
}
