import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Outline } from './outline.ts'
import { readUpdate } from './reading.ts'
import type { Range, Section, Update } from './struct.ts'

/**
 * Without what is known already, so that nobody says something else under the same number; and without these words of
 * somebody else, which nobody needs to delete who has never had them.
 */
export function onlyNew(bytes: Uint8Array, update: Update, outline: Outline, without: Section[]): Uint8Array {
  const ends = new Map(update.sections.map(({ client }) => [client, outline.endOf(client)]))
  for (const { client, end } of without) ends.set(client, end)
  const rest = Y.diffUpdate(bytes, Y.encodeStateVector(ends))
  if (without.length === 0) return rest
  const absent = new Set(without.map(({ client }) => client))
  const isThere = ({ client, clock, length }: Range) => !absent.has(client) || clock + length <= outline.endOf(client)
  return withDeletions(rest.subarray(0, readUpdate(rest).deletionsAt), update.deletions.filter(isThere))
}

/** The same runs with only these deletions. */
export const withDeletions = (runs: Uint8Array, deletions: Range[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, runs)
    const byClient = new Map<number, Range[]>()
    for (const range of deletions) {
      const ranges = byClient.get(range.client)
      if (ranges) ranges.push(range)
      else byClient.set(range.client, [range])
    }
    encoding.writeVarUint(encoder, byClient.size)
    for (const [client, ranges] of byClient) writeRanges(encoder, client, ranges)
  })

function writeRanges(encoder: encoding.Encoder, client: number, ranges: Range[]): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, ranges.length)
  for (const { clock, length } of ranges) {
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarUint(encoder, length)
  }
}
