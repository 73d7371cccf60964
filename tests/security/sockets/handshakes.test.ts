import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { addText, until } from '../../documents/editing/co-editing.ts'
import { type Ground, ground } from './ground.ts'
import { bearable } from './pulse.ts'
import { frames, openRaw } from './raw.ts'
import { openScene, secretWord } from './siege.ts'

let there: Ground
let text: Awaited<ReturnType<typeof addText>>

beforeAll(async () => {
  there = await ground()
  text = await addText(there.w)
})
afterAll(() => there.end())

type Headers = Record<string, string | undefined>

/** What the door says before any socket exists. */
async function knock(path: string, headers: Headers = {}, person: PersonKey | null = 'swantje') {
  const { target } = there
  const all: Headers = { Cookie: person ? await target.cookie(person) : undefined, Origin: target.url, ...headers }
  const sent = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(`${target.url.replace('http', 'ws')}${path}`, { headers: sent })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    socket.on('error', reject)
  })
}

const portOf = (url: string) => new URL(url).port

test.each([
  ['no origin at all', () => undefined],
  ['an empty one', () => ''],
  ['null, as of a sandboxed page', () => 'null'],
  ['another site', () => 'https://example.org'],
  ['another site with our port', (port: string) => `http://example.org:${port}`],
  ['another scheme', (port: string) => `https://localhost:${port}`],
  ['the scheme of sockets', (port: string) => `ws://localhost:${port}`],
  ['another port', (port: string) => `http://localhost:${Number(port) + 1}`],
  ['no port', () => 'http://localhost'],
  ['something in front of our name', (port: string) => `http://evil-localhost:${port}`],
  ['something behind our name', (port: string) => `http://localhost.example.org:${port}`],
  ['a name below ours', (port: string) => `http://x.localhost:${port}`],
  ['our name as the user of another', (port: string) => `http://localhost:${port}@example.org`],
  ['our address instead of our name', (port: string) => `http://127.0.0.1:${port}`],
  ['our name with a dot', (port: string) => `http://localhost.:${port}`],
  ['our name with a path', (port: string) => `http://localhost:${port}/`],
  ['two of them', (port: string) => `http://localhost:${port}, https://example.org`],
  ['a file', () => 'file://'],
])('a page from elsewhere opens no socket (S-31): %s', async (_what, origin) => {
  expect(await knock(text.sync, { Origin: origin(portOf(there.target.url)) })).toBe(403)
})

test.each([
  ['nobody in particular', null, {}, 401],
  ['a made-up session', null, { Cookie: 'session=abcdefghijklmnopqrstuvwxyz0123456789' }, 401],
  ['somebody of another group', 'nele', {}, 404],
  ['a guest of another group', 'vera', {}, 404],
  ['somebody who is in', 'gerd', {}, 101],
] as [string, PersonKey | null, Headers, number][])('%s knocks: %s', async (_who, person, headers, expected) => {
  expect(await knock(text.sync, headers, person)).toBe(expected)
})

test.each([
  ['nobody', null, 401],
  ['somebody of another group', 'nele', 404],
  ['a guest who was not invited to this text', 'vera', 404],
  ['somebody who is in, whose line was cut', 'gerd', 204],
] as [string, PersonKey | null, number][])(
  '%s asks without a socket why none was opened',
  async (_who, person, said) => {
    const headers = { Accept: 'application/json', ...(person && { Cookie: await there.target.cookie(person) }) }
    expect((await fetch(`${there.target.url}${text.sync}`, { headers, redirect: 'manual' })).status).toBe(said)
  },
)

test('a text is found under its own group and its own name only (S-32)', async () => {
  const other = await addText(there.w, 'lw')
  const [own, foreign] = [text.id, other.id]
  const asked = [
    `/groups/en/documents/${foreign}/sync`,
    `/groups/lw/documents/${foreign}/sync`,
    `/groups/en/documents/${own}/../${foreign}/sync`,
    `/groups/en/documents/${own}%2F..%2F${foreign}/sync`,
    `/groups/en/documents/${own},${foreign}/sync`,
    `/groups/en/documents/*/sync`,
    `/groups/en/documents/${own}/sync/${foreign}`,
    `/groups/en//documents/${foreign}/sync`,
  ]
  const answers = await Promise.all(asked.map((path) => knock(path, {}, 'gerd')))
  expect(answers).toEqual(asked.map(() => 404))
})

test('a name in the question or in a message opens nothing (S-32)', async () => {
  const other = await addText(there.w, 'bt')
  const ayla = await openRaw(there.target, 'ayla', other.sync)
  const scene = await openScene(there)
  const query = `?document=${other.id}&documentId=${other.id}&room=${other.id}&name=${other.id}&id=${other.id}`
  const gerd = await scene.raw('gerd', { query })
  const heard: string[] = []
  ayla.socket.on('message', (data: Buffer) => heard.push(data.toString('latin1')))
  gerd.send(frames.raw(other.id, 0, 2, new Uint8Array([0, 0])))
  const again = await scene.raw('gerd', { query })
  again.send(frames.presence(again.doc.clientID, 1, { document: other.id, cursor: null }))
  await again.answered()
  await ayla.answered()
  expect(heard.join()).not.toContain('Gerd')
  expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(scene.swantje.doc))
  ayla.end()
})

const half = (path: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}`

const plug = () =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(Number(portOf(there.target.url)), '127.0.0.1', () => resolve(socket))
    socket.on('error', reject)
  })

/** How long somebody who means well stands before the door. */
async function timeToEnter(): Promise<number> {
  const start = performance.now()
  expect(await knock(text.sync)).toBe(101)
  return performance.now() - start
}

test('three hundred half-open upgrades keep nobody out (S-41)', async () => {
  const before = await timeToEnter()
  const sockets = await Promise.all(Array.from({ length: 300 }, plug))
  for (const socket of sockets) socket.write(half(text.sync))
  expect(await timeToEnter()).toBeLessThan(bearable([before]))
  for (const socket of sockets) socket.destroy()
})

test('two hundred handshakes that are broken off leave no seat behind (S-41)', async () => {
  const Cookie = await there.target.cookie('fritjof')
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n'
  const request = half(text.sync, `${key}Origin: ${there.target.url}\r\nCookie: ${Cookie}\r\n\r\n`)
  for (let round = 0; round < 4; round++) {
    const sockets = await Promise.all(Array.from({ length: 50 }, plug))
    for (const socket of sockets) socket.write(request, () => setTimeout(() => socket.destroy(), round * 4))
    await pause(100)
  }
  await until(async () => (await knock(text.sync, {}, 'fritjof')) === 101, 'he gets in')
})

test('one person has so many sockets and not one more, at once or one after the other (S-41)', async () => {
  const cookie = await there.target.cookie('tarek')
  const headers = { Cookie: cookie, Origin: there.target.url }
  const url = `${there.target.url.replace('http', 'ws')}${text.sync}`
  const results = await Promise.all(
    Array.from(
      { length: 90 },
      () =>
        new Promise<WebSocket | number>((resolve) => {
          const socket = new WebSocket(url, { headers })
          socket.on('open', () => resolve(socket))
          socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
          socket.on('error', () => resolve(0))
        }),
    ),
  )
  const open = results.filter((result) => typeof result !== 'number')
  await until(async () => (await knock(text.sync, {}, 'tarek')) === 429, 'the next one is refused')
  const stillOpen = open.filter((socket) => socket.readyState === socket.OPEN).length
  expect(stillOpen).toBeLessThanOrEqual(40)
  expect(await knock(text.sync, {}, 'swantje')).toBe(101)
  for (const socket of open) socket.terminate()
  await until(async () => (await knock(text.sync, {}, 'tarek')) === 101, 'there is room again')
})

test('sockets are not compressed, whatever is asked (S-42)', async () => {
  const headers = { Cookie: await there.target.cookie('swantje'), Origin: there.target.url }
  const socket = new WebSocket(`${there.target.url.replace('http', 'ws')}${text.sync}`, {
    headers,
    perMessageDeflate: true,
  })
  await new Promise((resolve) => socket.on('open', resolve))
  expect([socket.extensions, secretWord.length > 0]).toEqual(['', true])
  socket.terminate()
})
