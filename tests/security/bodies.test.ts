import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { servedWorld } from '../support/served-world.ts'

const set = servedWorld()

const megabyte = 1024 * 1024

interface Sent {
  status: number
  taken: number
}

/** Sends the head as it stands, and then letters without end until somebody stops it. */
const pour = (path: string, cookie: string, length: string, framed: boolean, atMost: number) =>
  new Promise<Sent>((resolve) => {
    const socket = connect(Number(new URL(set.served.url).port), '127.0.0.1')
    let answer = ''
    let taken = 0
    const piece = 'a'.repeat(64 * 1024)
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${new URL(set.served.url).host}`,
      `Origin: ${set.served.url}`,
      `Cookie: ${cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      length,
    ]
    const send = (): void => {
      if (socket.destroyed || taken >= atMost || answer) return
      taken += piece.length
      const bytes = framed ? `${piece.length.toString(16)}\r\n${piece}\r\n` : piece
      if (socket.write(bytes)) setImmediate(send)
      else socket.once('drain', send)
    }
    socket.on('connect', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      send()
    })
    socket.on('data', (bytes) => {
      answer += bytes
      if (answer.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ status: Number(answer.match(/^HTTP\/1.1 (\d+)/)?.[1] ?? 0), taken }))
  })

test.each([
  ['says how long it is', `Content-Length: ${100 * megabyte}`, false],
  ['comes in pieces', 'Transfer-Encoding: chunked', true],
] as const)(
  'a form that is too long and %s is refused before it is taken (S-64)',
  { timeout: 20_000 },
  async (_how, length, framed) => {
    for (const cookie of ['', await set.served.cookie('swantje')]) {
      for (const path of ['/sign-in', '/me/name', '/groups/en/tasks', '/nowhere']) {
        const { status, taken } = await pour(path, cookie, length, framed, 100 * megabyte)
        expect([path, status]).toEqual([path, 413])
        expect(taken).toBeLessThan(10 * megabyte)
      }
    }
  },
)

/** These bytes and no others; all that comes back until the server hangs up. */
const say = (bytes: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(set.served.url).port), '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (piece) => {
      answer += piece
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })

const statusesIn = (answer: string) => [...answer.matchAll(/^HTTP\/1.1 (\d+)/gm)].map(([, status]) => Number(status))

const head = (cookie: string, length: string) =>
  `POST /me/name HTTP/1.1\r\nHost: localhost\r\nOrigin: ${set.served.url}\r\nCookie: ${cookie}\r\n${length}\r\n` +
  'Content-Type: application/x-www-form-urlencoded\r\n\r\n'

test('a form that is longer than it says ends where it says, and the rest is no request', async () => {
  const cookie = await set.served.cookie('swantje')
  const answer = await say(`${head(cookie, 'Content-Length: 5')}name=Eva and more`)
  expect(statusesIn(answer).at(-1)).toBe(400)
  const me = await fetch(`${set.served.url}/me`, { headers: { Cookie: cookie } })
  expect(await me.text()).toContain('Swantje')
})

test('a form that gives two lengths is none', async () => {
  const cookie = await set.served.cookie('swantje')
  const both = 'Content-Length: 8\r\nTransfer-Encoding: chunked'
  expect(statusesIn(await say(`${head(cookie, both)}name=Eva`))).toEqual([400])
})
