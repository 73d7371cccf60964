import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { serve } from '@hono/node-server'
import { WebSocketServer } from 'ws'

type Fetch = Parameters<typeof serve>[0]['fetch']

export interface Listening {
  port: number
  /** No new connections; resolves when running requests have ended, or when patience has. */
  close(patience?: number): Promise<void>
}

/** Slow or silent senders are cut off: the checks must come round often enough to find them. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  /** Anything but a WebSocket is answered as an ordinary request instead of being left hanging. */
  shouldUpgradeCallback: (request: { headers: { upgrade?: string } }) =>
    request.headers.upgrade?.toLowerCase() === 'websocket',
}

const farewell = 2_000

/** Sockets of co-editing, streams and requests together. */
const maxConnections = 6_000
const maxMessage = 1024 * 1024

/** An address with a backslash is no address. Written as what it is, it finds nothing and gets the usual page for that. */
const withPlainAddresses = (options: ServerOptions, listener: RequestListener) =>
  createServer(options, (request, response) => {
    request.url = request.url?.replaceAll('\\', '%5C')
    listener(request, response)
  })

/** Node's own limits begin with the first byte; whoever never sends one would stay for ever. */
const endSilent = (socket: Socket) => {
  setTimeout(() => {
    if (socket.bytesRead === 0) socket.destroy()
  }, limits.headersTimeout).unref()
}

/** Once we have said our last word nobody keeps the connection by not hanging up, as after a refused upgrade. */
const endLingering = (socket: Socket) => {
  socket.once('finish', () => setTimeout(() => socket.destroy(), farewell).unref())
}

function closing(server: Server, sockets: WebSocketServer) {
  return async (patience = 3_000) => {
    if (!server.listening) return
    const ended = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets.clients) socket.close(1012)
    server.closeIdleConnections()
    const hurry = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
    }, patience)
    await ended
    clearTimeout(hurry)
    sockets.close()
  }
}

/** Listens for requests and for the sockets of co-editing; refuses with the system's error when the port is taken. */
export function listen(fetch: Fetch, port: number, hostname?: string): Promise<Listening> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessage, perMessageDeflate: false })
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port,
        hostname,
        createServer: withPlainAddresses as typeof createServer,
        serverOptions: limits,
        websocket: { server: sockets },
      },
      (address) => resolve({ port: address.port, close: closing(server, sockets) }),
    ) as Server
    server.maxConnections = maxConnections
    server.on('connection', endSilent)
    server.on('connection', endLingering)
    server.once('error', reject)
  })
}
