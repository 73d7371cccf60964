import { field } from '#src/documents/markup.ts'
import { element, type Id, type Place, updateOf } from '../security/sockets/updates.ts'

interface Neighbours {
  left?: Id | null
  right?: Id | null
}

function placeBetween({ left, right }: Neighbours): Place {
  if (left && right) return { after: left, before: right }
  if (left) return { after: left }
  return right ? { before: right } : { within: field }
}

/** An update that puts an empty block between any two, whether they ever were neighbours or not. */
export const blockBetween = ([client, clock]: Id, neighbours: Neighbours, name = 'paragraph'): Uint8Array =>
  updateOf([{ client, clock, structs: [element(placeBetween(neighbours), name)] }])

/** Whoever gets them one by one sees the heading at the end; whoever gets them together sees it in second place. */
export const oddBlocks: readonly [Uint8Array, ...Uint8Array[]] = [
  blockBetween([5_000_005, 0], {}),
  blockBetween([5_000_003, 0], { left: [5_000_005, 0] }, 'heading'),
  blockBetween([5_000_002, 0], { left: [5_000_005, 0], right: [5_000_005, 0] }),
  blockBetween([5_000_007, 0], { right: [5_000_002, 0] }),
]
