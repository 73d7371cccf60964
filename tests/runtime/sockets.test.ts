import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { createRooms, type NodeRooms } from '#src/runtime/co-editing/rooms.ts'
import { type Listening, listen } from '#src/runtime/http/listening.ts'
import { addText, until } from '../documents/editing/co-editing.ts'
import { type World, world } from '../support/world.ts'

let w: World
let rooms: NodeRooms
let http: Listening

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

/** One proxy in front is believed, as on a real server. */
beforeEach(async () => {
  const { id: documentId } = await addText(w)
  rooms = createRooms({ ...w.ports, limits: { linger: 100, places: { perPerson: 3, perNetwork: 4, all: 6 } } })
  const app = new Hono<{ Variables: { settings: object } }>()
    .get('/closed', (c) => c.text('no', 401))
    .get('/:person', (c) => {
      c.set('settings', { trustedProxies: 1 })
      const seat = {
        documentId,
        groupId: w.groups.en.id,
        personId: c.req.param('person'),
        personName: '',
        sessionId: '',
      }
      return rooms.join(c, { ...seat, access: 'write' })
    })
  http = await listen(app.fetch, 0, '127.0.0.1')
})
afterEach(async () => {
  await rooms.close()
  await http.close(500)
})

/** 101 with an open socket, or the number of the refusal. */
function knock(person: string, address: string): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${http.port}/${person}`, { headers: { 'X-Forwarded-For': address } })
  onTestFinished(() => socket.terminate())
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode))
    socket.on('error', reject)
  })
}

const isOpen = (answer: WebSocket | number) => typeof answer !== 'number'

/** S-41 */
test('a person who knocks many times at once gets as many sockets as a person may have', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => knock('swantje', `192.0.2.${n}`)))
  expect(answers.filter(isOpen)).toHaveLength(3)
  expect(answers.filter((answer) => answer === 429)).toHaveLength(5)
})

test('an address has a limit of its own, whoever asks from there, and what the client says of itself is not it', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => knock(`p${n}`, `10.0.0.${n}, 192.0.2.1`)))
  expect(answers.filter(isOpen)).toHaveLength(4)
  expect(isOpen(await knock('other', '192.0.2.2'))).toBe(true)
})

test('all together have a limit, and a socket that closes makes room', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => knock(`p${n}`, `192.0.2.${n}`)))
  expect(answers.filter(isOpen)).toHaveLength(6)
  const [first] = answers.filter(isOpen) as WebSocket[]
  first?.close()
  await until(async () => isOpen(await knock('late', '192.0.2.50')), 'there is room')
})

test('who is refused and does not hang up is hung up on', async () => {
  const socket = connect({ port: http.port, host: '127.0.0.1', allowHalfOpen: true })
  socket.write(
    'GET /closed HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('401')
  const ended = new Promise((resolve) => socket.once('error', resolve).once('close', resolve))
  const speaking = setInterval(() => socket.write('still here'), 200)
  await ended
  clearInterval(speaking)
})

test('whoever goes away before the socket is open leaves nothing behind', async () => {
  for (let n = 0; n < 10; n++) {
    const socket = new WebSocket(`ws://127.0.0.1:${http.port}/swantje`, { headers: { 'X-Forwarded-For': '192.0.2.1' } })
    socket.on('error', () => undefined)
    await new Promise((resolve) => setTimeout(resolve, 2))
    socket.terminate()
  }
  await until(async () => {
    const answers = await Promise.all([1, 2, 3].map(() => knock('swantje', '192.0.2.1')))
    for (const answer of answers) if (typeof answer !== 'number') answer.terminate()
    return answers.every(isOpen)
  }, 'all three places are free again')
})
