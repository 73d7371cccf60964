import { afterAll, beforeAll, expect, test } from 'vitest'
import { faulty } from './faulty.ts'
import { live, type Outcome } from './scenario.ts'

/** `SEED=49 npx vitest run tests/documents/simulation` tells one life step by step; `SEEDS=100000` lives more of them. */
const one = process.env.SEED === undefined ? undefined : Number(process.env.SEED)
const seeds = Number(process.env.SEEDS ?? 10_000)
const parts = 4

const uncaught: unknown[] = []
const note = (reason: unknown) => void uncaught.push(reason)
const { warn, log } = console

// Yjs remarks on ids that a hostile client has taken.
beforeAll(() => {
  process.on('unhandledRejection', note)
  console.warn = () => undefined
  console.log = () => undefined
})
afterAll(() => {
  process.off('unhandledRejection', note)
  Object.assign(console, { warn, log })
})

/** A failure says how to see it again, and what happened until then. */
async function told({ seed, faults }: Outcome): Promise<string> {
  const { trace } = await live(seed, { tracing: true })
  const again = `SEED=${seed} npx vitest run tests/documents/simulation`
  return [`${faults[0]}`, again, ...trace.slice(-60)].join('\n')
}

async function liveAll(from: number, to: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let seed = from; seed < to; seed++) {
    const outcome = await live(seed)
    outcomes.push(outcome)
    if (outcome.faults.length > 0 || uncaught.length > 0)
      throw new Error(`${await told(outcome)}\n${uncaught.map(String).join('\n')}`)
  }
  return outcomes
}

const each = Math.ceil(seeds / parts)

function all(): void {
  test.each(Array.from({ length: parts }, (_, part) => part * each))(
    'nothing that was seen or called saved is ever lost, and in the end all agree (seeds from %i)',
    { timeout: 600_000 },
    async (from) => {
      const outcomes = await liveAll(from, from + each)
      const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
      expect(sum(({ kills }) => kills)).toBeGreaterThan(each / 10)
      expect(sum(({ letters }) => letters)).toBeGreaterThan(each * 5)
    },
  )

  test.each(Object.entries(faulty))('an engine that %s is found out', { timeout: 120_000 }, async (_, broken) => {
    for (let seed = 0; seed < 2_000; seed++) if ((await live(seed, { faulty: broken })).faults.length > 0) return
    throw new Error('nothing was found')
  })

  test('the same seed is the same life', async () => {
    const [first, second] = [await live(11, { tracing: true }), await live(11, { tracing: true })]
    expect(second.trace).toEqual(first.trace)
  })
}

function single(seed: number): void {
  test(`life ${seed} of the engine`, async () => {
    const { faults, trace } = await live(seed, { tracing: true })
    process.stdout.write(`${trace.join('\n')}\n`)
    expect(faults).toEqual([])
  })
}

if (one === undefined) all()
else single(one)
