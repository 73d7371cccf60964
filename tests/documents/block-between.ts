import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'

export type Id = [client: number, clock: number]

interface Block {
  id: Id
  left?: Id | null
  right?: Id | null
  name?: string
}

const idOf = (id: Id | null) => id && Y.createID(...id)

/** An update that puts an empty block between any two, whether they ever were neighbours or not. */
export function blockBetween({ id, left = null, right = null, name = 'paragraph' }: Block): Uint8Array {
  const parent = left || right ? null : (field as never)
  const content = new Y.ContentType(new Y.XmlElement(name))
  const item = new Y.Item(Y.createID(...id), null, idOf(left), null, idOf(right), parent, null, content)
  const encoder = new Y.UpdateEncoderV1()
  for (const number of [1, 1, ...id]) encoding.writeVarUint(encoder.restEncoder, number)
  item.write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

/** Whoever gets them one by one sees the heading at the end; whoever gets them together sees it in second place. */
export const oddBlocks: readonly [Uint8Array, ...Uint8Array[]] = [
  blockBetween({ id: [5_000_005, 0] }),
  blockBetween({ id: [5_000_003, 0], left: [5_000_005, 0], name: 'heading' }),
  blockBetween({ id: [5_000_002, 0], left: [5_000_005, 0], right: [5_000_005, 0] }),
  blockBetween({ id: [5_000_007, 0], right: [5_000_002, 0] }),
]
