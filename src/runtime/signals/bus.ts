import type { Neighbours, News } from '../../documents/editing/processes/neighbours.ts'
import type { Bus, Log, Revocation, Signal } from '../../ports.ts'
import type { Place } from '../postgres/database.ts'
import { Company } from './company.ts'
import { Line } from './line.ts'
import type { Heard, Note } from './notes.ts'
import { type Subscribers, subscribers } from './subscribers.ts'

export interface NodeBus extends Bus {
  neighbours: Neighbours
  /** Open streams end, so that the server can: browsers come back by themselves. */
  endStreams(): void
  end(): Promise<void>
}

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
  news: Set<(news: News, process: string) => void>
}

const added = <T>(all: Set<T>, one: T) => {
  all.add(one)
  return () => all.delete(one)
}

function hear({ streams, listeners }: Ears, { signals = [], revocation }: Note) {
  for (const signal of signals) streams.push(signal)
  if (revocation) for (const listener of listeners) listener(revocation)
}

/** What was said while the line was dead is lost, so everybody has to come back: to ask again, and to be judged anew. */
function miss({ streams, missed }: Ears) {
  streams.endAll()
  for (const listener of missed) listener()
}

function hearFrom(ears: Ears, company: Company, note: Heard) {
  company.hear(note.from, note)
  if (note.lost) miss(ears)
  hear(ears, note)
  if (note.news) for (const listener of ears.news) listener(note.news, note.from)
}

const neighboursOn = (line: Line, company: Company, ears: Ears): Neighbours => ({
  known: () => company.known,
  tell: (news) => line.say({ news }),
  onNews: (listener) => added(ears.news, listener),
  onCome: (listener) => added(company.come, listener),
  onGone: (listener) => added(company.gone, listener),
  onMissed: (listener) => added(ears.missed, listener),
})

/** Between processes by way of the database. In this one it is heard at once: a revoked right must not wait for that. */
export async function openBus(place: Place, log: Log): Promise<NodeBus> {
  const ears: Ears = { streams: subscribers(), listeners: new Set(), missed: new Set(), news: new Set() }
  const company = new Company()
  const line = await Line.open(place, log, {
    hear: (note) => hearFrom(ears, company, note),
    back: () => miss(ears),
  })
  company.begin((note) => void line.probe(note))
  const tell = async (note: Note) => {
    hear(ears, note)
    await line.say(note)
  }
  return {
    publish: async (signals: Signal[]) =>
      void (await Promise.all(inSteps(signals).map((step) => tell({ signals: step })))),
    revoke: (revocation) => tell({ revocation }),
    subscribe: (groupIds, until) => ears.streams.add(groupIds, until),
    onRevocation: (listener) => added(ears.listeners, listener),
    onMissed: (listener) => added(ears.missed, listener),
    neighbours: neighboursOn(line, company, ears),
    endStreams: () => ears.streams.endAll(),
    end: async () => {
      ears.streams.endAll()
      company.end()
      await line.say({ alive: 'leaving' })
      await line.end()
    },
  }
}
