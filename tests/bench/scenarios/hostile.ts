import type { Attacking } from '../load/attacking.ts'
import { attackNames } from '../load/attacks.ts'
import { firstClientOf, type Typed } from '../load/typing.ts'
import type { Loss, Seen } from '../load/witness.ts'
import { calm } from './calm.ts'
import { type Around, type Measures, type Scenario, thoseThatKeep } from './scenario.ts'
import { keysPerSecond } from './typing.ts'
import { nextSeries, placesIn } from './typing-in.ts'

const hostileClient = 4_900

interface Harm {
  p99: number
  lost: number
  up: boolean
}

const down: Harm = { p99: Number.NaN, lost: Number.NaN, up: false }

/** Bystanders type in the same text and in nineteen others. */
async function bystanders({ stage, load, quick }: Around, name?: Attacking['name']): Promise<Harm> {
  const places = await placesIn(stage, quick ? { rooms: 2, people: 5 } : { rooms: 20, people: 5 })
  const series = nextSeries()
  const lengths = quick ? { warmUp: 200, measure: 500 } : { warmUp: 700, measure: 1_500 }
  await load.ask('prepare', { places, keysPerSecond, cursors: false, series, ...lengths })
  const text = places[0]?.name ?? ''
  const place = { ...stage.door(text, hostileClient), writes: true }
  if (name) await load.ask('attack', { name, place, victim: firstClientOf(series) })
  await load.ask('warmUp')
  await load.ask('measure')
  await load.ask('ceaseAttack')
  const { latency, lost } = await load.ask<Typed>('finish')
  if (!(await answers(stage.server))) return down
  const seen = (await load.ask<Seen[]>('seen')).filter(({ room }) => room === text)
  const witness = { ...stage.door(text, hostileClient + 1), writes: false }
  const kept = await load.ask<Loss>('compare', { places: [witness], seen })
  return { p99: latency.p99, lost: Math.max(lost, 0) + kept.lost, up: true }
}

/** A server that is gone does not answer any more, and one that is busy with itself not in time. */
const answers = (server: Around['stage']['server']) =>
  Promise.race([
    server.ask('usage').then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false)),
  ])

/** Whatever is left of it after an attack. */
async function afresh({ stage }: Around): Promise<void> {
  if (stage.server.isAlive) await stage.server.kill()
  await stage.again()
}

async function run(around: Around): Promise<Measures> {
  const found: Measures = {}
  for (const name of attackNames) {
    const { p99, lost, up } = await bystanders(around, name).catch(() => down)
    Object.assign(found, { [`${name}: p99`]: p99, [`${name}: lost`]: lost, [`${name}: up`]: up ? 1 : 0 })
    if (!up) await afresh(around)
    await calm(around)
    if (!around.stage.server.isAlive) await around.stage.again()
  }
  const peace = [await bystanders(around), await bystanders(around)].map(({ p99 }) => p99)
  return { peace: Math.max(...peace), ...found }
}

export const hostile: Scenario = {
  name: 'hostile',
  title: 'hostile frames: those who sit beside',
  once: true,
  concerns: thoseThatKeep,
  run,
}
