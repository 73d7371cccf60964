import type { Place } from '../load/seat.ts'
import type { Typed, Typing } from '../load/typing.ts'
import type { Child } from '../running/child.ts'
import type { Ground } from '../running/postgres.ts'
import type { Usage } from '../running/usage.ts'
import type { Stage } from '../servers/subject.ts'

export interface Room {
  rooms: number
  /** People per room. */
  people: number
  /** How many of them write; all of them, unless said otherwise. */
  writers?: number
}

let series = 0

/** Client ids and people of one run differ from those of all others. */
export const nextSeries = () => series++

export async function placesIn(stage: Stage, { rooms, people, writers = people }: Room): Promise<Place[]> {
  const texts = await stage.texts(rooms)
  return texts.flatMap((text, room) =>
    Array.from({ length: people }, (_, seat) => ({
      ...stage.door(text, room * people + seat),
      writes: seat < writers,
    })),
  )
}

export interface Watched extends Typed {
  /** Of the server, per letter delivered, in microseconds. */
  cpuPerDelivery: number
  /** Of the server, as a share of one core. */
  cpuShare: number
  /** Of PostgreSQL, per letter delivered. */
  databasePerDelivery: number | undefined
  loadShare: number
}

export interface Watching {
  server: Child
  load: Child
  ground: Ground
  /** Where to write what the server did while it counted. */
  profile?: string | undefined
}

const cpuOf = (child: Child) => child.ask<Usage>('usage').then(({ cpu }) => cpu)

const cpuOfAll = ({ server, load, ground }: Watching) => Promise.all([cpuOf(server), cpuOf(load), ground.cpu()])

/** Lets people type and looks at what that costs. */
export async function watchTyping(watching: Watching, typing: Omit<Typing, 'series'>): Promise<Watched> {
  const { load, server, profile } = watching
  await load.ask('prepare', { ...typing, series: nextSeries() })
  await load.ask('warmUp')
  if (profile) await server.ask('profile')
  const before = await cpuOfAll(watching)
  const begun = performance.now()
  await load.ask('measure')
  const [serverCpu, loadCpu, databaseCpu] = await cpuOfAll(watching)
  const elapsed = (performance.now() - begun) * 1_000
  if (profile) await server.ask('profiled', profile)
  const typed = await load.ask<Typed>('finish')
  const [serverBefore, loadBefore, databaseBefore] = before
  return {
    ...typed,
    cpuPerDelivery: (serverCpu - serverBefore) / typed.deliveries,
    cpuShare: (serverCpu - serverBefore) / elapsed,
    loadShare: (loadCpu - loadBefore) / elapsed,
    databasePerDelivery:
      databaseCpu === undefined || databaseBefore === undefined
        ? undefined
        : (databaseCpu - databaseBefore) / typed.deliveries,
  }
}
