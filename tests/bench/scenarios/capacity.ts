import type { Typed } from '../load/typing.ts'
import { calm } from './calm.ts'
import { type Around, everybody, type Scenario } from './scenario.ts'
import { keysPerSecond } from './typing.ts'
import { nextSeries, placesIn } from './typing-in.ts'

const people = 10
const bearable = 200
/** Rooms of ten, each step about a quarter more than the one before. */
const steps = [10, 20, 30, 40, 50, 63, 80, 100, 125, 140, 160, 180, 200, 225, 250, 285, 320, 360, 400]

async function isBearable({ stage, load, quick }: Around, rooms: number): Promise<boolean> {
  const places = await placesIn(stage, { rooms, people })
  const lengths = quick ? { warmUp: 200, measure: 300 } : { warmUp: 1_000, measure: 2_000 }
  const typing = { places, keysPerSecond, cursors: false, series: nextSeries(), ...lengths }
  const came = await load.ask('prepare', typing).then(
    () => true,
    () => false,
  )
  if (came) {
    await load.ask('warmUp')
    await load.ask('measure')
  }
  const { latency, lost, closed } = await load.ask<Typed>('finish')
  return came && latency.p99 < bearable && lost === 0 && closed === 0
}

/** Halves the steps until the highest bearable one is found. */
async function run(around: Around) {
  let [best, worst] = [-1, around.quick ? 2 : steps.length]
  while (worst - best > 1) {
    const middle = Math.floor((best + worst) / 2)
    if (await isBearable(around, steps[middle] ?? 0)) best = middle
    else worst = middle
    await calm(around)
  }
  return { writers: (steps[best] ?? 0) * people }
}

export const capacity: Scenario = {
  name: 'capacity',
  title: 'most active writers with p99 under 200 ms',
  once: true,
  concerns: everybody,
  run,
}
