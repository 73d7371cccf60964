import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type WebSocket as Seat, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { countingSocket } from '#views/documents/editor-frames.ts'
import { Saving } from '#views/documents/editor-saving.ts'

const nobody = {
  ...{ changed: () => {}, begun: () => {}, lost: () => {}, arrives: () => {}, arrived: () => {} },
  ...{ sent: () => {}, heard: () => {}, ended: () => {} },
}

let server: WebSocketServer | undefined
afterEach(() => server?.close())

/** A line that says something at once, and ends it at once when it is asked to. */
async function lineWhile(loaded: Promise<void>, welcome: (seat: Seat) => void) {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const seated = new Promise<Seat>((resolve) => server?.on('connection', resolve))
  server.on('connection', welcome)
  const { port } = server.address() as AddressInfo
  const Socket = countingSocket(new Saving(new Y.Doc()), nobody, loaded)
  const socket = new Socket(`ws://127.0.0.1:${port}`)
  socket.binaryType = 'arraybuffer'
  const heard: unknown[] = []
  socket.onopen = () => heard.push('open')
  socket.onmessage = ({ data }) => heard.push(...new Uint8Array(data as ArrayBuffer))
  socket.onclose = ({ code, reason }) => heard.push(`${code} ${reason}`)
  return { socket, heard, seat: await seated }
}

test('a line is laid while the device still looks for what it has kept; what comes through it waits, in its order', async () => {
  let load = () => {}
  const loaded = new Promise<void>((resolve) => {
    load = resolve
  })
  const { socket, heard, seat } = await lineWhile(loaded, (seat) => {
    seat.send(Uint8Array.of(1))
    seat.send(Uint8Array.of(2, 3))
    seat.close(4_403, 'not any more')
  })
  await once(seat, 'close')
  await expect.poll(() => socket.readyState, { timeout: 20_000 }).toBe(WebSocket.CLOSED)
  expect(heard).toEqual([])
  load()
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['open', 1, 2, 3, '4403 not any more'])
})

test('what comes through a later line is heard once and at once', async () => {
  const { heard, seat } = await lineWhile(Promise.resolve(), (seat) => seat.send(Uint8Array.of(1)))
  seat.send(Uint8Array.of(2))
  seat.close(1_012, '30')
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['open', 1, 2, '1012 30'])
})
