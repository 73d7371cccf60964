import type { Opened } from '../load/opening.ts'
import type { Usage } from '../running/usage.ts'
import { calm } from './calm.ts'
import { type Around, ours, type Scenario } from './scenario.ts'

const cycles = 10_000
const rooms = 50
const perTurn = 500

/** People come and go, ten thousand times, and the server is as it was. */
async function run(around: Around) {
  const { stage, load, quick } = around
  const texts = await stage.texts(rooms)
  const places = Array.from({ length: perTurn }, (_, client) => ({
    ...stage.door(texts[client % rooms] ?? '', client),
    writes: false,
  }))
  const collected = () => stage.server.ask<Usage>('collect').then(({ rss }) => rss)
  await load.ask('open', { places, atOnce: 50 })
  await calm(around)
  const before = await collected()
  let failed = 0
  for (let done = 0; done < (quick ? perTurn : cycles); done += perTurn)
    failed += (await load.ask<Opened>('open', { places, atOnce: 50 })).failed
  await calm(around)
  return { growth: ((await collected()) - before) / 1_024 / 1_024, failed }
}

export const soak: Scenario = {
  name: 'soak',
  title: '10,000 sockets come and go, growth in MB',
  once: true,
  onlyIfAsked: true,
  concerns: ours,
  run,
}
