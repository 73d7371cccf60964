import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Bus, Log, Revocation, Signal } from '../../ports.ts'
import { connect, type Place } from '../postgres/database.ts'
import { type Subscribers, subscribers } from './subscribers.ts'

export interface NodeBus extends Bus {
  /** Open streams end, so that the server can: browsers come back by themselves. */
  endStreams(): void
  end(): Promise<void>
}

type Note = { from: string; signals?: Signal[]; revocation?: Revocation }

const channel = 'kreislauf'
/** A notification may have 8000 bytes; a signal needs about 120. */
const perNote = 40

const inSteps = <T>(items: T[]) =>
  Array.from({ length: Math.ceil(items.length / perNote) }, (_, step) =>
    items.slice(step * perNote, (step + 1) * perNote),
  )

interface Ears {
  streams: Subscribers
  listeners: Set<(revocation: Revocation) => void>
  missed: Set<() => void>
}

const added = <T>(all: Set<T>, one: T) => {
  all.add(one)
  return () => all.delete(one)
}

function hear({ streams, listeners }: Ears, { signals = [], revocation }: Omit<Note, 'from'>) {
  for (const signal of signals) streams.push(signal)
  if (revocation) for (const listener of listeners) listener(revocation)
}

/** What was said while the line was dead is lost, so everybody has to come back: to ask again, and to be judged anew. */
async function listen(client: postgres.Sql, ears: Ears, me: string) {
  let lines = 0
  const onNote = (payload: string) => {
    const note = JSON.parse(payload) as Note
    if (note.from !== me) hear(ears, note)
  }
  await client.listen(channel, onNote, () => {
    if (lines++ === 0) return
    ears.streams.endAll()
    for (const listener of ears.missed) listener()
  })
}

/**
 * Between processes over LISTEN and NOTIFY, on a client of its own. In this process it is heard at once: a revoked
 * right must not wait for the database.
 */
export async function openBus(place: Place, log: Log): Promise<NodeBus> {
  const me = randomUUID()
  const client = connect(place, { max: 1 })
  const ears: Ears = { streams: subscribers(), listeners: new Set(), missed: new Set() }
  const tell = async (note: Omit<Note, 'from'>) => {
    hear(ears, note)
    await client`select pg_notify(${channel}, ${JSON.stringify({ from: me, ...note })})`.catch((error) =>
      log.error('bus.tell', error),
    )
  }
  await listen(client, ears, me)
  return {
    publish: async (signals) => void (await Promise.all(inSteps(signals).map((step) => tell({ signals: step })))),
    revoke: (revocation) => tell({ revocation }),
    subscribe: (groupIds, until) => ears.streams.add(groupIds, until),
    onRevocation: (listener) => added(ears.listeners, listener),
    onMissed: (listener) => added(ears.missed, listener),
    endStreams: () => ears.streams.endAll(),
    end: async () => {
      ears.streams.endAll()
      await client.end({ timeout: 2 })
    },
  }
}
