import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { lineTo } from '#src/runtime/co-editing/lines.ts'

test('what leaves together arrives in order, with signs of life and the farewell in their places', async () => {
  const http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  onTestFinished(() => {
    client.terminate()
    http.close()
  })
  const arrived: unknown[] = []
  client.on('message', (bytes: Buffer) => arrived.push(bytes[0]))
  client.on('ping', () => arrived.push('ping'))
  const closed = new Promise<void>((resolve) =>
    client.on('close', (code, reason) => {
      arrived.push(code, String(reason))
      resolve()
    }),
  )
  const [socket, request] = (await once(server, 'connection')) as [WebSocket, IncomingMessage]
  const line = lineTo(socket, request.socket)
  line.send(new Uint8Array([1]))
  line.send(new Uint8Array([2]))
  socket.ping()
  line.send(new Uint8Array([3]))
  expect(line.waiting()).toBeGreaterThan(0)
  line.close(1012, '700')
  line.send(new Uint8Array([4]))
  await closed
  expect(arrived).toEqual([1, 2, 'ping', 3, 1012, '700'])
})
