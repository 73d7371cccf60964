import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readOnly, type Saving, savedMessage, steps } from './editor-saving.ts'
import { type Ended, endOf, whyOnlyReading, whyRefused } from './editor-why.ts'

export type { Ended } from './editor-why.ts'

export interface Connection {
  provider: WebsocketProvider
  saving: Saving
  /** Whether everything was there once. */
  opened: boolean
  connected: boolean
  /** When the line was last lost, or when the first try began. */
  lostAt: number
  ended: Ended | undefined
  closed: boolean
  /** What this device has kept is in the text; from here on it is people who change it. */
  loaded: boolean
  /** Starts over, for a line on which nothing moves any more. */
  again(): void
  close(): void
}

/** What somebody else wants to know of a line while it lives. */
export interface Listener {
  changed(): void
  /** A new line is tried; what is sent on it is counted anew. */
  begun(): void
  /** The line broke off. */
  lost(): void
  /** A frame of the server, before and after it has become part of the text. */
  arrives(step: number, bytes: Uint8Array): void
  arrived(step: number, bytes: Uint8Array): void
  sent(bytes: Uint8Array): void
  /** So many of what was sent on this line are stored. */
  heard(count: number): void
  ended(how: Ended): void
}

interface Given {
  doc: Y.Doc
  sync: string
  schema: string
  saving: Saving
  listener: Listener
}

const syncMessage = 0

/** What a frame says about the text; nothing when it is about something else. */
function readFrame(frame: Uint8Array): { step: number; bytes: Uint8Array } | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== syncMessage) return null
  return { step: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) }
}

/** A socket that tells what goes out through it. */
const countingSocket = (saving: Saving, listener: Listener) =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      saving.opened()
      listener.begun()
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frame = data instanceof Uint8Array ? readFrame(data) : null
      if (frame && frame.step !== steps.vector) {
        saving.sent(frame.step)
        listener.sent(frame.bytes)
      }
      super.send(data)
    }
  }

const restarting = 1012
const longestWait = 10_000

/** A server that goes down says when to come back, to each client another time. */
function comeBackAsTold(provider: WebsocketProvider, connection: Connection): void {
  provider.on('connection-close', (event) => {
    const wait = event?.code === restarting ? Number(event.reason) : 0
    if (!(wait > 0)) return
    provider.shouldConnect = false
    const comeBack = () => connection.ended || connection.closed || provider.connect()
    setTimeout(comeBack, Math.min(wait, longestWait))
  })
}

/** Every frame of the server passes here before the provider takes it. */
function overhear(provider: WebsocketProvider, saving: Saving, listener: Listener): void {
  const take = provider.messageHandlers[syncMessage]
  provider.messageHandlers[syncMessage] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    const step = decoding.readVarUint(ahead)
    const bytes = decoding.readVarUint8Array(ahead)
    if (step === steps.vector) saving.told(Y.decodeStateVector(bytes))
    if (step === steps.update) saving.learnt(bytes)
    listener.arrives(step, bytes)
    take?.(encoder, decoder, ...rest)
    listener.arrived(step, bytes)
  }
}

/** Makes the line to a text through the ordinary provider, which `provider.connect()` then opens. */
export function lineTo({ doc, sync, schema, saving, listener }: Given): Connection {
  // Before the provider listens: what it sends must already be counted as changed.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== connection.provider && connection.loaded) saving.changed()
    listener.changed()
  })
  const address = new URL(sync, location.href)
  const door = `${address.protocol.replace('http', 'ws')}//${address.host}${address.pathname.replace(/\/sync$/, '')}`
  const provider = new WebsocketProvider(door, 'sync', doc, {
    connect: false,
    disableBc: true,
    params: { saved: '1', schema },
    WebSocketPolyfill: countingSocket(saving, listener),
  })
  const connection: Connection = {
    provider,
    saving,
    opened: false,
    connected: false,
    lostAt: Date.now(),
    ended: undefined,
    closed: false,
    loaded: false,
    again: () => provider.ws?.close(),
    close: () => {
      connection.closed = true
      provider.destroy()
    },
  }
  const end = (how: Ended | undefined) => {
    if (!how || connection.ended) return
    connection.ended = how
    provider.shouldConnect = false
    listener.ended(how)
    listener.changed()
  }
  overhear(provider, saving, listener)
  provider.messageHandlers[savedMessage] = (_encoder, decoder) => {
    const count = decoding.readVarUint(decoder)
    saving.heard(count, decoding.readVarUint(decoder))
    listener.heard(count)
    listener.changed()
    // Before anything of the text arrives: an older editor would delete what it does not know, here and in the copy.
    if (saving.serverState !== readOnly) return
    provider.disconnect()
    void whyOnlyReading(location.href, schema).then((how) => (how ? end(how) : provider.connect()))
  }
  provider.on('status', ({ status }) => {
    const wasConnected = connection.connected
    connection.connected = status === 'connected'
    if (wasConnected && !connection.connected) {
      connection.lostAt = Date.now()
      listener.lost()
    }
    listener.changed()
  })
  provider.on('sync', (synced) => {
    connection.opened ||= synced
    listener.changed()
  })
  provider.on('closed', ({ code }) => end(endOf(code)))
  provider.on('connection-error', async () => end(await whyRefused(address.href)))
  comeBackAsTold(provider, connection)
  return connection
}
