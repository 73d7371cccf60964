import { readUpdate } from './reading.ts'
import type { Range, Struct } from './struct.ts'

/**
 * Whether everything that this hangs on is there, given up to where each client is known. Clients that are shown
 * words before those that they hang on may lose them until they come back.
 */
export function follows(bytes: Uint8Array, known: ReadonlyMap<number, number>): boolean {
  const { sections, deletions } = readUpdate(bytes)
  const ends = new Map(known)
  for (const { client, start, end, isHoled } of sections) {
    if (isHoled || start > (known.get(client) ?? 0)) return false
    ends.set(client, Math.max(end, known.get(client) ?? 0))
  }
  const isThere = (client: number, clock: number) => client < 0 || clock < (ends.get(client) ?? 0)
  return (
    sections.every(({ structs }) => structs.every((struct) => neighboursOf(struct).every((at) => isThere(...at)))) &&
    deletions.every(({ client, clock, length }: Range) => isThere(client, clock + length - 1))
  )
}

const neighboursOf = (struct: Struct): [client: number, clock: number][] => [
  [struct.originClient, struct.originClock],
  [struct.rightClient, struct.rightClock],
  [struct.parentClient, struct.parentClock],
]
