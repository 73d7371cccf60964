import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createRooms } from '#src/runtime/co-editing/rooms.ts'
import { listen } from '#src/runtime/http/listening.ts'
import { world } from '../../support/world.ts'
import { addText } from './co-editing.ts'

test('a socket that gives no sign of life is cut off, and one that does stays', async () => {
  const w = await world()
  const { id } = await addText(w)
  const rooms = createRooms({ ...w.ports, limits: { heartbeat: 100 } })
  const { id: personId, name: personName } = w.people.swantje
  const seat = {
    documentId: id,
    groupId: w.groups.en.id,
    personId,
    personName,
    sessionId: 's',
    access: 'write',
  } as const
  const app = new Hono().get('/', (c) => rooms.join(c, seat))
  const { port, close } = await listen(app.fetch, 0, '127.0.0.1')
  const [dead, alive] = [false, true].map((autoPong) => new WebSocket(`ws://127.0.0.1:${port}/`, { autoPong }))
  const code = await new Promise((resolve) => dead?.on('close', resolve))
  expect([code, alive?.readyState]).toEqual([1006, WebSocket.OPEN])
  await rooms.close()
  await close(500)
  await w.ports.end()
})
