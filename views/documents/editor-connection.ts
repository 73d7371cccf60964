import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { Saving, savedMessage } from './editor-saving.ts'

/** Codes after which there is no coming back by itself. */
const signedOut = 4401
const removed = 4403

export type Ended = 'signedOut' | 'removed'

export interface Connection {
  provider: WebsocketProvider
  saving: Saving
  /** Whether everything was there once. */
  opened: boolean
  connected: boolean
  /** When the line was last lost, or when the first try began. */
  lostAt: number
  ended: Ended | undefined
  /** Starts over, for a line on which nothing moves any more. */
  again(): void
  close(): void
}

/** A socket that tells what goes out through it. */
const countingSocket = (saving: Saving) =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      saving.opened()
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      if (frame instanceof Uint8Array) saving.sent(frame)
      super.send(frame)
    }
  }

const endOf = (code: number): Ended | undefined =>
  code === signedOut || code === 401 ? 'signedOut' : code === removed || code === 404 ? 'removed' : undefined

/** A refused handshake does not say why, so the same door is asked in a way that does. */
async function askWhy(address: string): Promise<Ended | undefined> {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
  return answer ? endOf(answer.status) : undefined
}

/** Joins a text through the ordinary provider; `changed` is called whenever something of this may have changed. */
export function connect(doc: Y.Doc, sync: string, schema: string, changed: () => void): Connection {
  const saving = new Saving(doc)
  // Before the provider listens: what it sends must already be counted as changed.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== connection.provider) saving.changed()
    changed()
  })
  const address = new URL(sync, location.href)
  const door = `${address.protocol.replace('http', 'ws')}//${address.host}${address.pathname.replace(/\/sync$/, '')}`
  const provider = new WebsocketProvider(door, 'sync', doc, {
    connect: false,
    disableBc: true,
    params: { saved: '1', schema },
    WebSocketPolyfill: countingSocket(saving),
  })
  const connection: Connection = {
    provider,
    saving,
    opened: false,
    connected: false,
    lostAt: Date.now(),
    ended: undefined,
    again: () => provider.ws?.close(),
    close: () => provider.destroy(),
  }
  const end = (how: Ended | undefined) => {
    if (!how) return
    connection.ended = how
    provider.shouldConnect = false
    changed()
  }
  provider.messageHandlers[savedMessage] = (_encoder, decoder) => {
    saving.heard(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
    changed()
  }
  provider.on('status', ({ status }) => {
    if (connection.connected && status !== 'connected') connection.lostAt = Date.now()
    connection.connected = status === 'connected'
    changed()
  })
  provider.on('sync', (synced) => {
    connection.opened ||= synced
    changed()
  })
  provider.on('closed', ({ code }) => end(endOf(code)))
  provider.on('connection-error', async () => end(await askWhy(address.href)))
  provider.connect()
  return connection
}
