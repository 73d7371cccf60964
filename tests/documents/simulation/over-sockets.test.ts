import { afterAll, beforeAll, expect, test } from 'vitest'
import { type World, world } from '../../support/world.ts'
import { cookiesOfSix } from '../editing/six-of-circle.ts'
import { Servers } from './sockets/servers.ts'
import { isDeadly, liveOverSockets, type SocketOutcome } from './sockets/socket-life.ts'
import type { Town } from './sockets/socket-world.ts'

/** `SEED=49 npx vitest run tests/documents/simulation/over-sockets.test.ts` tells one life; `SEEDS=1000` lives more. */
const one = process.env.SEED === undefined ? undefined : Number(process.env.SEED)
const seeds = one === undefined ? Array.from({ length: Number(process.env.SEEDS ?? 100) }, (_, seed) => seed) : [one]
/** So many lives are lived at the same time, on the same processes. */
const atOnce = 8

let w: World
let town: Town

beforeAll(async () => {
  w = await world({ quiet: true })
  town = { w, cookies: await cookiesOfSix(w), servers: await Servers.start(w) }
})
afterAll(async () => {
  await town.servers.end()
  await w.ports.end()
})

const told = ({ seed, faults, trace }: SocketOutcome) =>
  [
    `${faults[0]}`,
    `SEED=${seed} npx vitest run tests/documents/simulation/over-sockets.test.ts`,
    ...trace.slice(-80),
  ].join('\n')

/** One after the other, until none is left or one has gone wrong. */
async function liveInTurn(left: number[], outcomes: SocketOutcome[]): Promise<void> {
  for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
    const outcome = await liveOverSockets(seed, town)
    outcomes.push(outcome)
    if (outcome.faults.length > 0) left.length = 0
  }
}

async function liveAll(these: number[]): Promise<void> {
  const outcomes: SocketOutcome[] = []
  const left = [...these]
  await Promise.all(Array.from({ length: atOnce }, () => liveInTurn(left, outcomes)))
  const wrong = outcomes.find(({ faults }) => faults.length > 0)
  if (wrong) throw new Error(told(wrong))
  if (one !== undefined) process.stdout.write(outcomes.map(({ trace }) => `${trace.join('\n')}\n`).join(''))
  expect(outcomes).toHaveLength(these.length)
  const letters = outcomes.reduce((sum, outcome) => sum + outcome.letters, 0)
  expect(letters).toBeGreaterThanOrEqual(these.length * (one === undefined ? 10 : 0))
}

test(
  'nothing that was seen or called saved is lost over real sockets, whatever is cut or held back, and in the end all agree',
  {
    timeout: 300_000,
  },
  () => liveAll(seeds.filter((seed) => !isDeadly(seed))),
)

test('nothing of it is lost either when processes are killed in the middle of everything', {
  timeout: 300_000,
}, async () => {
  const deadly = seeds.filter(isDeadly)
  await liveAll(deadly)
  expect(town.servers.kills).toBeGreaterThanOrEqual(deadly.length)
})
