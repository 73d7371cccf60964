import * as encoding from 'lib0/encoding'
import type { Section, Update } from './struct.ts'

const isSorted = ({ sections }: Update) =>
  sections.every(({ client }, at) => at === 0 || client < (sections[at - 1] as Section).client)

/**
 * The same update with its clients from the highest id to the lowest, as Yjs writes them. `Y.mergeUpdates` relies on
 * that order and silently loses runs without it. Undefined when it is in order.
 */
export function sorted(bytes: Uint8Array, update: Update): Uint8Array | undefined {
  if (isSorted(update)) return undefined
  const sections = update.sections.toSorted((one, other) => other.client - one.client)
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { count, client, start, from, to } of sections) {
      for (const number of [count, client, start]) encoding.writeVarUint(encoder, number)
      encoding.writeUint8Array(encoder, bytes.subarray(from, to))
    }
    encoding.writeUint8Array(encoder, bytes.subarray(update.deletionsAt))
  })
}
