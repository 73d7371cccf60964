import { expect, test } from 'vitest'
import type { Log, Revocation, Signal } from '#src/ports.ts'
import { openBus } from '#src/runtime/signals/bus.ts'
import { emptyTemplate, freshDatabase } from '../support/databases.ts'

const log: Log = { info: () => undefined, error: () => undefined }

/** Two processes of the same server. */
async function twoBuses() {
  const place = await freshDatabase(emptyTemplate)
  return Promise.all([openBus(place, log), openBus(place, log)])
}

async function take(signals: AsyncIterable<Signal>, count: number) {
  const taken: Signal[] = []
  for await (const signal of signals) {
    taken.push(signal)
    if (taken.length === count) break
  }
  return taken
}

test('a signal reaches the streams of its group in every process, once and in order', async () => {
  const [here, there] = await twoBuses()
  const until = new AbortController()
  const both = [here, there].map((bus) => bus.subscribe(['en', 'kk'], until.signal))
  const signals = Array.from({ length: 95 }, (_, id) => ({ id, groupId: id % 2 ? 'en' : 'kk', name: `round-${id}` }))
  await here.publish([{ id: 0, groupId: 'lw', name: 'not-for-you' }, ...signals])
  for (const stream of both) expect(await take(stream, 95)).toEqual(signals)
  await Promise.all([here.end(), there.end()])
})

test('a stream collects from the moment it is opened, not only from its first reading', async () => {
  const [here, there] = await twoBuses()
  const stream = here.subscribe(['en'], new AbortController().signal)
  await here.publish([{ id: 1, groupId: 'en', name: 'rounds' }])
  expect(await take(stream, 1)).toHaveLength(1)
  await Promise.all([here.end(), there.end()])
})

test('a stream ends when its reader leaves and when the server goes down', async () => {
  const [here, there] = await twoBuses()
  const until = new AbortController()
  const left = take(here.subscribe(['en'], until.signal), 1)
  const open = take(here.subscribe(['en'], new AbortController().signal), 1)
  until.abort()
  expect(await left).toEqual([])
  here.endStreams()
  expect(await open).toEqual([])
  await Promise.all([here.end(), there.end()])
})

test('a revoked right is heard at once here and soon in the other process', async () => {
  const [here, there] = await twoBuses()
  const heardHere: Revocation[] = []
  here.onRevocation((revocation) => heardHere.push(revocation))
  const heardThere = new Promise<Revocation>((resolve) => there.onRevocation(resolve))
  const revocation = { personId: 'fritjof', groupId: 'en', final: true }
  const told = here.revoke(revocation)
  expect(heardHere).toEqual([revocation])
  await told
  expect(await heardThere).toEqual(revocation)
  await Promise.all([here.end(), there.end()])
})
