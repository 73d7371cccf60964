import * as encoding from 'lib0/encoding'
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'

const presenceMessage = 1

type Changed = Record<'added' | 'updated' | 'removed', number[]>

const messageFor = (awareness: Awareness) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, presenceMessage)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
  })

/** The provider would send back whatever it hears of others; with many in a text that is most of what travels. */
export function tellOnlyOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider
  awareness.off('update', provider._awarenessUpdateHandler)
  const tell = ({ added, updated, removed }: Changed, origin: unknown) => {
    if (origin === provider || ![...added, ...updated, ...removed].includes(awareness.clientID)) return
    if (provider.ws?.readyState === WebSocket.OPEN) provider.ws.send(messageFor(awareness))
  }
  awareness.on('update', tell)
}
