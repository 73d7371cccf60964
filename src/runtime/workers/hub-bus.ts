import type { Stub } from 'cloudflare:workers'
import type { Bus, Log, Revocation } from '../../ports.ts'
import { type Subscribers, subscribers } from '../signals/subscribers.ts'
import { type Hub, type Note, takeListener } from './hub.ts'

export interface PassingBus extends Bus {
  /** Resolves when nobody listens by way of this request any more. */
  streamsEnded(): Promise<void>
}

interface Ears {
  streams: Subscribers
  listeners: Set<(revocation: Revocation) => void>
}

function hear({ streams, listeners }: Ears, { signals = [], revocation }: Note) {
  for (const signal of signals) streams.push(signal)
  if (revocation) for (const listener of listeners) listener(revocation)
}

const aborted = (until: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (until.aborted) return resolve()
    until.addEventListener('abort', () => resolve(), { once: true })
  })

/** A line to the hub for as long as somebody listens. When it breaks, the stream ends and the page comes back. */
async function connect(hub: Stub<Hub>, groupIds: string[], ears: Ears, until: AbortSignal): Promise<void> {
  const { webSocket } = await hub.fetch(takeListener(groupIds))
  if (!webSocket) throw new Error('the hub takes no listener')
  webSocket.addEventListener('message', ({ data }) => hear(ears, JSON.parse(String(data)) as Note))
  webSocket.addEventListener('close', () => ears.streams.endAll())
  webSocket.accept()
  void aborted(until).then(() => webSocket.close(1000))
}

/** Between all parts of the program, by way of the one hub. Lives as long as the request. */
export function hubBus(hub: Stub<Hub>, log: Log): PassingBus {
  const ears: Ears = { streams: subscribers(), listeners: new Set() }
  const open: Promise<void>[] = []
  const failed = (event: string) => (error: unknown) => log.error(event, error)
  return {
    publish: async (signals) => {
      if (signals.length > 0) await hub.publish(signals).catch(failed('bus.publish'))
    },
    revoke: (revocation) => hub.revoke(revocation),
    subscribe: (groupIds, until) => {
      const fresh = ears.streams.add(groupIds, until)
      open.push(aborted(until))
      void connect(hub, groupIds, ears, until).catch((error) => {
        failed('bus.subscribe')(error)
        ears.streams.endAll()
      })
      return fresh
    },
    onRevocation: (listener) => {
      ears.listeners.add(listener)
      return () => ears.listeners.delete(listener)
    },
    onMissed: () => () => undefined,
    streamsEnded: async () => void (await Promise.all(open)),
  }
}
