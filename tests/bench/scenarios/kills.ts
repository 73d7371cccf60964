import type { Loss, Seen } from '../load/witness.ts'
import { pause, seeded } from '../numbers.ts'
import { type Around, type Scenario, thoseThatKeep } from './scenario.ts'
import { nextSeries, placesIn, type Room } from './typing-in.ts'

const keysPerSecond = 10

/** Everybody types, the server is killed without warning, and nobody who knew anything comes back. */
async function killOnce({ stage, load, quick }: Around, room: Room, moment: number): Promise<Loss> {
  const places = await placesIn(stage, room)
  const [warmUp, measure] = [0, 60_000]
  await load.ask('prepare', { places, keysPerSecond, cursors: false, series: nextSeries(), warmUp, measure })
  await load.ask('warmUp')
  await pause(quick ? 500 : 1_500 + moment * 1_500)
  await stage.server.kill()
  await pause(100)
  const seen = await load.ask<Seen[]>('seen')
  await load.ask('abandon')
  await stage.again()
  const rooms = [...new Set(places.map(({ name }) => name))]
  const witnesses = rooms.map((name, client) => ({ ...stage.door(name, client), writes: false }))
  return load.ask<Loss>('compare', { places: witnesses, seen })
}

const kills = (name: string, title: string, count: number, room: Room, onlyIfAsked = false): Scenario => ({
  name,
  title,
  once: true,
  onlyIfAsked,
  concerns: thoseThatKeep,
  run: async (around) => {
    const random = seeded(9)
    const sum: Loss = { seen: 0, lost: 0, damaged: 0 }
    for (let kill = 0; kill < (around.quick ? 1 : count); kill++) {
      const { seen, lost, damaged } = await killOnce(around, room, random())
      sum.seen += seen
      sum.lost += lost
      sum.damaged += damaged
    }
    return { ...sum }
  },
})

export const kill = kills(
  'kill',
  'lost of what others had seen, 5 kills, 20 writers, each 1.5 to 3 s after the first key',
  5,
  { rooms: 4, people: 5 },
)

export const killCrowd = kills(
  'kill-crowd',
  'lost of what others had seen, 3 kills, 400 writers',
  3,
  { rooms: 40, people: 10 },
  true,
)
