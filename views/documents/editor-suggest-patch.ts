import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip
/** Which letters are taken away: by client, from which clock, how many. */
export type Deletions = ReturnType<typeof Y.createDeleteSet>

/** What somebody proposes, taken apart: what is put in, and what is taken away. */
export interface Patch {
  structs: Struct[]
  deletions: Deletions
}

export function patchOf(update: Uint8Array): Patch {
  const { structs, ds } = Y.decodeUpdate(update)
  return { structs, deletions: ds }
}

function byClient(structs: Struct[]): Map<number, Struct[]> {
  const runs = new Map<number, Struct[]>()
  for (const struct of structs) runs.set(struct.id.client, [...(runs.get(struct.id.client) ?? []), struct])
  return runs
}

function writeDeletions(encoder: Y.UpdateEncoderV1, { clients }: Deletions): void {
  encoding.writeVarUint(encoder.restEncoder, clients.size)
  for (const [client, stretches] of clients) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, stretches.length)
    for (const { clock, len } of stretches) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
}

/** Put together again as an update that any Yjs reads. */
export function updateOf({ structs, deletions }: Patch): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const runs = byClient(structs)
  encoding.writeVarUint(encoder.restEncoder, runs.size)
  for (const [client, run] of runs) {
    encoding.writeVarUint(encoder.restEncoder, run.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, run[0]?.id.clock ?? 0)
    for (const struct of run) struct.write(encoder, 0)
  }
  writeDeletions(encoder, deletions)
  return encoder.toUint8Array()
}

/** Only what is put in: with it everything that anybody proposes to take away is still there to be shown. */
export const additionsOf = ({ structs }: Patch): Uint8Array => updateOf({ structs, deletions: Y.createDeleteSet() })

const isItem = (struct: Struct): struct is Y.Item => struct instanceof Y.Item

/** Whose letters have to be there for this to have a place. */
export function neighboursOf({ structs, deletions }: Patch): Set<number> {
  const clients = new Set(deletions.clients.keys())
  for (const struct of structs.filter(isItem))
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) if (id instanceof Y.ID) clients.add(id.client)
  return clients
}

const covers = (stretches: { clock: number; len: number }[] = [], clock: number, end: number) =>
  stretches.some((one) => one.clock <= clock && one.clock + one.len >= end)

/** Whether somebody took back all that they had put in, and took nothing else away. */
export function isNothing({ structs, deletions }: Patch): boolean {
  const own = new Set(structs.map(({ id }) => id.client))
  const takesAway = [...deletions.clients.keys()].some((client) => !own.has(client))
  return (
    !takesAway &&
    structs.every(({ id, length }) => covers(deletions.clients.get(id.client), id.clock, id.clock + length))
  )
}

export const deletes = ({ clients }: Deletions, { client, clock }: Y.ID): boolean =>
  covers(clients.get(client), clock, clock + 1)
