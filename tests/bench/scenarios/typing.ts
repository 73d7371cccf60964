import { join } from 'node:path'
import { calm } from './calm.ts'
import type { Around, Measures, Scenario } from './scenario.ts'
import { everybody } from './scenario.ts'
import { placesIn, type Room, type Watched, watchTyping } from './typing-in.ts'

export const keysPerSecond = 5

export const lengths = (quick: boolean) => (quick ? { warmUp: 300, measure: 700 } : { warmUp: 800, measure: 2_500 })

export const measuresOf = ({
  latency,
  lost,
  cpuPerDelivery,
  databasePerDelivery,
  cpuShare,
  loadShare,
}: Watched): Measures => ({
  p50: latency.p50,
  p95: latency.p95,
  p99: latency.p99,
  cpu: cpuPerDelivery,
  database: databasePerDelivery ?? Number.NaN,
  lost,
  cpuShare,
  loadShare,
})

const smaller = ({ rooms, people, writers }: Room): Room => ({
  rooms: Math.min(rooms, 4),
  people,
  writers: writers ?? people,
})

async function run(name: string, room: Room, cursors: boolean, around: Around): Promise<Measures> {
  const { stage, quick, profiles, subject } = around
  const places = await placesIn(stage, quick ? smaller(room) : room)
  const profile = profiles && join(profiles, `${subject.name}-${name}.cpuprofile`)
  const watching = { ...around, server: stage.server, profile }
  const watched = await watchTyping(watching, { places, keysPerSecond, cursors, ...lengths(quick) })
  await calm(around)
  return measuresOf(watched)
}

const typing = (name: string, title: string, room: Room, cursors = false): Scenario => ({
  name,
  title,
  concerns: everybody,
  run: (around) => run(name, room, cursors, around),
})

/** The first one also warms the servers up. */
export const typingScenarios: Scenario[] = [
  typing('50x10', '50 texts, 10 writers each', { rooms: 50, people: 10 }),
  typing('50x10-cursors', '50 texts, 10 writers each, with cursors', { rooms: 50, people: 10 }, true),
  typing('20x5', '20 texts, 5 writers each', { rooms: 20, people: 5 }),
  typing('1x100', '1 text, 100 writers', { rooms: 1, people: 100 }),
  typing('1x300', '1 text, 300 people, 30 of them write', { rooms: 1, people: 300, writers: 30 }),
]
