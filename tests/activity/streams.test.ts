import { beforeEach, expect, test } from 'vitest'
import { type World, world } from '../support/world.ts'

let w: World
let listening: AbortSignal[]

beforeEach(async () => {
  w = await world()
  listening = []
  const { subscribe } = w.ports.bus
  w.ports.bus.subscribe = (groupIds, until) => {
    listening.push(until)
    return subscribe(groupIds, until)
  }
})

const isOver = ({ aborted }: AbortSignal) => aborted

test('asking for the head of a stream leaves nobody listening', async () => {
  const swantje = await w.as('swantje')
  for (const path of ['/stream', '/groups/en/stream']) {
    const answer = await swantje(path, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/event-stream'])
  }
  expect(listening).toEqual([])
})

test('of more streams than anybody has pages the oldest ends', async () => {
  const swantje = await w.as('swantje')
  const first = await swantje('/groups/en/stream')
  for (let more = 0; more < 20; more++) await swantje('/groups/en/stream')
  await first.text()
  await expect.poll(() => listening.map(isOver)).toEqual([true, ...Array(20).fill(false)])
})

test('a reader who takes nothing any more does not hold up the end of the stream', async () => {
  const swantje = await w.as('swantje')
  const stream = await swantje('/groups/en/stream')
  await expect.poll(() => listening).toHaveLength(1)
  const { id: groupId } = w.groups.en
  await w.ports.bus.publish(Array.from({ length: 50 }, (_, id) => ({ id, groupId, name: 'tasks' })))
  await w.ports.bus.revoke({ personId: w.people.swantje.id, groupId, final: true })
  expect(listening.map(isOver)).toEqual([true])
  await stream.text()
})
