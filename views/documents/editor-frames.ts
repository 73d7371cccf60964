import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Listener } from './editor-connection.ts'
import { type Saving, steps } from './editor-saving.ts'
import { Sweeping } from './editor-swept.ts'

const syncMessage = 0

/** What a frame says about the text; nothing when it is about something else. */
function readFrame(frame: Uint8Array): { step: number; bytes: Uint8Array } | null {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== syncMessage) return null
  return { step: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) }
}

const kinds = ['open', 'message', 'error', 'close']

const once = (event: Event) => Reflect.construct(event.constructor, [event.type, event]) as Event

/** Whatever comes through waits, and is then told in the same order. */
function holdBack(socket: WebSocket, until: Promise<void>): void {
  const held: Event[] = []
  const hold = (event: Event) => {
    event.stopImmediatePropagation()
    held.push(event)
  }
  for (const kind of kinds) socket.addEventListener(kind, hold)
  void until.then(() => {
    for (const kind of kinds) socket.removeEventListener(kind, hold)
    for (const event of held) socket.dispatchEvent(once(event))
  })
}

/** A socket that tells what goes out through it. It is on its way while the device still looks for what it has kept. */
export const countingSocket = (saving: Saving, listener: Listener, loaded: Promise<void>) =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      holdBack(this, loaded)
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

/** Every frame of the server passes here before the provider takes it. */
export function overhear(provider: WebsocketProvider, saving: Saving, listener: Listener): void {
  const take = provider.messageHandlers[syncMessage]
  const sweeping = new Sweeping(provider.doc)
  provider.messageHandlers[syncMessage] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder)
    const step = decoding.readVarUint(ahead)
    const bytes = decoding.readVarUint8Array(ahead)
    if (step === steps.vector) saving.told(Y.decodeStateVector(bytes))
    if (step === steps.update) saving.learnt(bytes)
    listener.arrives(step, bytes)
    if (step !== steps.vector) sweeping.arrives(bytes)
    take?.(encoder, decoder, ...rest)
    sweeping.arrived()
    listener.arrived(step, bytes)
  }
}
