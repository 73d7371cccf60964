import { expect, test } from 'vitest'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import type { Change, Receipt } from '#src/documents/editing/log.ts'
import type { Log } from '#src/ports.ts'
import { until } from './co-editing.ts'

const silent: Log = { info: () => undefined, error: () => undefined }
const change = (n: number): Change => ({ documentId: 'd', personId: 'p', bytes: new Uint8Array([n]), binds: [] })
const receiptsFor = (changes: Change[]): Receipt[] => numbers(changes).map((seq) => ({ seq }))
const numbers = (changes: Change[]) => changes.map(({ bytes }) => bytes[0] ?? 0)

/** A store that takes its time, or refuses, as told. */
function slowStore() {
  const batches: number[][] = []
  let answer: ((stored: boolean) => void) | undefined
  const store = (changes: Change[]) =>
    new Promise<Receipt[]>((resolve, reject) => {
      batches.push(numbers(changes))
      answer = (stored) => (stored ? resolve(receiptsFor(changes)) : reject(new Error('no database')))
    })
  const say = async (stored: boolean) => {
    await until(() => answer !== undefined, 'something is being stored')
    answer?.(stored)
    answer = undefined
  }
  return { batches, store, say }
}

const writer = () => {
  const heard = { stored: 0, unstored: 0 }
  return {
    heard,
    stored: (receipts: Receipt[]) => {
      heard.stored += receipts.length
    },
    unstored: () => {
      heard.unstored += 1
    },
  }
}

test('the first change is stored at once, and what comes meanwhile goes together', async () => {
  const { batches, store, say } = slowStore()
  const committer = new Committer(store, silent, { clock: realClock })
  const [one, two] = [writer(), writer()]
  committer.submit(change(1), one)
  committer.submit(change(2), one)
  committer.submit(change(3), two)
  expect(batches).toEqual([[1]])
  expect(one.heard.stored).toBe(0)
  await say(true)
  await until(() => one.heard.stored === 1, 'the first is stored')
  await say(true)
  await committer.idle()
  expect([batches, one.heard.stored, two.heard.stored]).toEqual([[[1], [2, 3]], 2, 1])
})

test('a failed commit keeps everything in order and is tried again', async () => {
  const { batches, store, say } = slowStore()
  const committer = new Committer(store, silent, { clock: realClock })
  const room = writer()
  committer.submit(change(1), room)
  await say(false)
  await until(() => room.heard.unstored === 1, 'the room is told')
  committer.submit(change(2), room)
  expect([committer.healthy, room.heard.stored]).toEqual([false, 0])
  await say(false)
  await say(true)
  await say(true)
  await committer.idle()
  expect([batches, room.heard.stored, committer.healthy]).toEqual([[[1], [1], [1], [2]], 2, true])
})

test('a room that stumbles does not stop the others', async () => {
  const committer = new Committer(async (changes) => receiptsFor(changes), silent, { clock: realClock })
  const fine = writer()
  committer.submit(change(1), { ...writer(), stored: () => void JSON.parse('{') })
  committer.submit(change(2), fine)
  await committer.idle()
  expect(fine.heard.stored).toBe(1)
})

test('a database that never answers is asked again, and the writers know meanwhile', async () => {
  const late: (() => void)[] = []
  const later = (_: number, work: () => void) => {
    late.push(work)
    return () => undefined
  }
  let asked = 0
  const store = (changes: Change[]) =>
    ++asked === 1 ? new Promise<Receipt[]>(() => undefined) : Promise.resolve(receiptsFor(changes))
  const committer = new Committer(store, silent, { clock: { now: () => 0, later } })
  const room = writer()
  committer.submit(change(1), room)
  for (let i = 0; i < 2; i++) {
    await until(() => late.length > 0, 'something waits')
    late.shift()?.()
  }
  await committer.idle()
  expect([asked, room.heard, committer.healthy]).toEqual([2, { stored: 1, unstored: 1 }, true])
})

test('what the database never takes keeps nothing else from being stored', async () => {
  const store = async (changes: Change[]) => {
    const unfit = Object.assign(new Error('no such value'), { code: '22003' })
    if (numbers(changes).includes(3)) throw new Error('wrapped', { cause: unfit })
    return receiptsFor(changes)
  }
  const committer = new Committer(store, silent, { clock: realClock })
  const heard: Receipt[] = []
  const one = { stored: (receipts: Receipt[]) => void heard.push(...receipts), unstored: () => undefined }
  for (const n of [1, 2, 3, 4, 5]) committer.submit(change(n), one)
  await committer.idle()
  expect(heard).toEqual([{ seq: 1 }, { seq: 2 }, { refused: 'unfit' }, { seq: 4 }, { seq: 5 }])
  expect(committer.healthy).toBe(true)
})
