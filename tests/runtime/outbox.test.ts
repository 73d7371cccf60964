import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { lineTo } from '#src/runtime/co-editing/lines.ts'

/** A line to a client, and what has arrived there. */
async function open() {
  const http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  const server = new WebSocketServer({ server: http, perMessageDeflate: false })
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  onTestFinished(() => {
    client.terminate()
    http.close()
  })
  const arrived: string[] = []
  client.on('message', (bytes: Buffer) => arrived.push(`${bytes.length} times ${bytes.at(-1)}`))
  const closed = once(client, 'close').then(([code, reason]) => arrived.push(`${code} ${reason}`))
  const [socket, request] = (await once(server, 'connection')) as [WebSocket, IncomingMessage]
  return { line: lineTo(socket, request.socket), arrived, closed }
}

test('what leaves together arrives in order, whatever is not urgent among it, and the farewell at last', async () => {
  const { line, arrived, closed } = await open()
  line.send(new Uint8Array([1]))
  line.send(new Uint8Array([2]), false)
  line.send(new Uint8Array(200).fill(3))
  line.send(new Uint8Array(70_000).fill(4), false)
  expect(line.waiting()).toBeGreaterThan(0)
  line.close(1012, '700')
  line.send(new Uint8Array([5]))
  await closed
  expect(arrived).toEqual(['1 times 1', '1 times 2', '200 times 3', '70000 times 4', '1012 700'])
})

test('what is not urgent leaves by itself when nothing else does', async () => {
  const { line, arrived } = await open()
  line.send(new Uint8Array([1]), false)
  line.send(new Uint8Array([2]), false)
  await expect.poll(() => arrived).toEqual(['1 times 1', '1 times 2'])
  line.send(new Uint8Array([3]), false)
  await expect.poll(() => arrived.at(-1)).toBe('1 times 3')
})
