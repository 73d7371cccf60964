import { beforeAll, expect, test } from 'vitest'
import { latestSeq, signalsSince } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { type World, world } from '../support/world.ts'

let w: World

const agoAt = (seconds: number) => new Date(Date.now() - seconds * 1000)

const happen = (seconds: number) =>
  w.db.insert(events).values({
    kind: 'task.created',
    groupId: w.groups.en.id,
    actorId: w.people.swantje.id,
    subjectId: crypto.randomUUID(),
    createdAt: agoAt(seconds),
  })

const heard = async (seen: number) =>
  (await signalsSince(w.db, [w.groups.en.id], seen)).filter(({ name }) => name === 'tasks').length

beforeAll(async () => {
  w = await world()
})

test('a page that has seen everything is told once more only of what is fresh', async () => {
  for (const seconds of [600, 60, 30, 2, 1]) await happen(seconds)
  expect(await heard(await latestSeq(w.db))).toBe(2)
})

test('whatever came after it is told, however long ago', async () => {
  const seen = await latestSeq(w.db)
  await happen(100_000)
  expect(await heard(seen)).toBe(3)
})

test('who has missed more than can be told one by one is told of everything once, the newest last', async () => {
  const seen = await latestSeq(w.db)
  const subjectId = crypto.randomUUID()
  const event = { groupId: w.groups.en.id, actorId: w.people.swantje.id, subjectId }
  await w.db.insert(events).values(Array.from({ length: 300 }, () => ({ ...event, kind: 'task.changed' as const })))
  await w.db.insert(events).values({ ...event, kind: 'round.counted' })
  const signals = await signalsSince(w.db, [w.groups.en.id], seen)
  expect(signals.filter(({ name }) => name === 'tasks')).toHaveLength(1)
  expect(signals.slice(-2).map(({ name }) => name)).toEqual([`round-${subjectId}`, 'rounds'])
  expect(signals.at(-1)?.id).toBe(await latestSeq(w.db))
})
