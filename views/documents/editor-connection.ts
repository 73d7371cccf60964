import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { comeBackInTime, heedNetwork } from './editor-coming-back.ts'
import { countingSocket, overhear } from './editor-frames.ts'
import { tellOnlyOwnPresence } from './editor-own-presence.ts'
import { readOnly, type Saving, savedMessage } from './editor-saving.ts'
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
  /** How often in a row the server has closed the line because of what came through it. */
  refusals: number
  closed: boolean
  /** What this device has kept is in the text; from here on it is people who change it. */
  loaded: boolean
  load(): void
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
  /** Whether the server takes changes of the text from here. */
  writes: boolean
  listener: Listener
}

/** Makes the line to a text through the ordinary provider, which `provider.connect()` then opens. */
export function lineTo({ doc, sync, schema, saving, writes, listener }: Given): Connection {
  // Before the provider listens: what it sends must already be counted as changed.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== connection.provider && connection.loaded) saving.changed()
    listener.changed()
  })
  let load = () => {}
  const loaded = new Promise<void>((resolve) => {
    load = resolve
  })
  const address = new URL(sync, location.href)
  const door = `${address.protocol.replace('http', 'ws')}//${address.host}${address.pathname.replace(/\/sync$/, '')}`
  const provider = new WebsocketProvider(door, 'sync', doc, {
    connect: false,
    disableBc: true,
    params: { saved: '1', schema },
    WebSocketPolyfill: countingSocket(saving, listener, loaded),
  })
  const connection: Connection = {
    provider,
    saving,
    opened: false,
    connected: false,
    lostAt: Date.now(),
    ended: undefined,
    refusals: 0,
    closed: false,
    loaded: false,
    load: () => {
      connection.loaded = true
      load()
    },
    // Not by closing the socket: a browser waits up to a minute for the other end of a dead line to agree.
    again: () => {
      provider.disconnect()
      provider.connect()
    },
    close: () => {
      connection.closed = true
      heedless()
      provider.destroy()
    },
  }
  const heedless = heedNetwork(connection)
  const end = (how: Ended | undefined) => {
    if (!how || connection.ended) return
    connection.ended = how
    provider.shouldConnect = false
    listener.ended(how)
    listener.changed()
  }
  /** Who only suggests is never told more than that they read: whether their page is too old they find out themselves. */
  const lookAtAge = async () => {
    if (!mayBeOld) return
    mayBeOld = false
    if ((await whyOnlyReading(location.href, schema)) !== 'outdated') return
    provider.disconnect()
    end('outdated')
  }
  /** While the line was away there may have come another version of the program. */
  let mayBeOld = false
  overhear(provider, saving, listener)
  provider.messageHandlers[savedMessage] = (_encoder, decoder) => {
    const count = decoding.readVarUint(decoder)
    saving.heard(count, decoding.readVarUint(decoder))
    if (saving.complete) connection.refusals = 0
    listener.heard(count)
    listener.changed()
    // Before anything of the text arrives: an older editor would delete what it does not know, here and in the copy.
    if (saving.serverState !== readOnly) return
    if (!writes) return void lookAtAge()
    provider.disconnect()
    void whyOnlyReading(location.href, schema).then((how) => (how ? end(how) : provider.connect()))
  }
  provider.on('status', ({ status }) => {
    const wasConnected = connection.connected
    connection.connected = status === 'connected'
    if (wasConnected && !connection.connected) {
      connection.lostAt = Date.now()
      mayBeOld = true
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
  comeBackInTime(provider, connection)
  tellOnlyOwnPresence(provider)
  return connection
}
