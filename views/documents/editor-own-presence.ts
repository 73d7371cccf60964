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

/** Others forget after half a minute who says nothing; the editor renews what it says twice in that time. */
const renewal = 10_000

/**
 * The provider would send back whatever it hears of others, and the editor says again where its caret is with every
 * letter that somebody else writes; with many in a text that is most of what travels.
 */
export function tellOnlyOwnPresence(provider: WebsocketProvider): void {
  const { awareness } = provider
  let told = { state: '', at: 0, to: null as WebSocket | null }
  const tell = ({ added, updated, removed }: Changed, origin: unknown) => {
    const { ws } = provider
    if (origin === provider || ![...added, ...updated, ...removed].includes(awareness.clientID)) return
    if (ws?.readyState !== WebSocket.OPEN) return
    const state = JSON.stringify(awareness.getLocalState())
    if (state === told.state && ws === told.to && Date.now() - told.at < renewal) return
    told = { state, at: Date.now(), to: ws }
    ws.send(messageFor(awareness))
  }
  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', tell)
}
