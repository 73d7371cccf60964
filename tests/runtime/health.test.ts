import { expect, test } from 'vitest'
import { createApp } from '#src/app.tsx'
import { Gate } from '#src/runtime/http/gate.ts'
import { openDatabase, socketPlace } from '#src/runtime/postgres/database.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { testSettings, world } from '../support/world.ts'

test('the server is alive and ready, for anybody who asks', async () => {
  const w = await world()
  for (const [path, words] of [
    ['/healthz', 'ok'],
    ['/readyz', 'ready'],
  ] as const) {
    const answer = await w.anonymous(path)
    expect([answer.status, await answer.text(), answer.headers.get('Cache-Control')]).toEqual([200, words, 'no-store'])
  }
})

test('without its database it is alive, but not ready, and does not say why', async () => {
  const w = await world({ quiet: true })
  const { db, end } = openDatabase(socketPlace('/nowhere'), 1)
  const app = createApp(() => ({ ...w.ports, db }), testSettings, readProvided())
  expect((await app.request('/healthz')).status).toBe(200)
  const answer = await app.request('/readyz')
  expect([answer.status, await answer.text()]).toEqual([503, 'not ready'])
  await end()
})

test('while what was typed cannot be stored, the server is not ready', async () => {
  const w = await world({ quiet: true })
  const rooms = { ...w.ports.rooms, healthy: () => false }
  const app = createApp(() => ({ ...w.ports, rooms }), testSettings, readProvided())
  expect((await app.request('/readyz')).status).toBe(503)
})

test('nobody is let in before everything is ready, nor while the server goes down', async () => {
  const gate = new Gate()
  const ask = async (path: string) => (await gate.fetch(new Request(`http://localhost${path}`))).status
  expect(await ask('/')).toBe(503)
  gate.open(() => new Response('app'))
  expect(await ask('/')).toBe(200)
  gate.close()
  expect([await ask('/readyz'), await ask('/'), await ask('/healthz')]).toEqual([503, 503, 200])
})
