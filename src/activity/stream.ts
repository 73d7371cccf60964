import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Database } from '../db/database.ts'
import type { SignedInEnv } from '../identity/signed-in.ts'
import type { Signal } from '../ports.ts'
import { signalsSince } from './model.ts'
import { keepOpen } from './open-streams.ts'

const heartbeat = 20_000

/** What has changed in these groups since this event without being recorded as one. */
export type Unrecorded = (db: Database, groupIds: string[], seen: number) => Promise<Signal[]>

export interface Heard {
  groupIds: string[]
  /** Of what these groups say; without it everything. */
  lets?: (signal: Signal) => boolean
}

const everything = () => true

const seenOf = (c: Context) => {
  const seen = Number(c.req.header('Last-Event-ID') ?? c.req.query('seen') ?? 0)
  return Number.isSafeInteger(seen) && seen >= 0 ? seen : 0
}

/** Asking what is here opens nothing: no listener, no timer. */
const headOnly = (c: Context) => c.body(null, 200, { 'Content-Type': 'text/event-stream' })

/** Whoever has not taken one sign of life when the next is due is gone, or too slow: they come back and catch up. */
function beatOn(stream: SSEStreamingApi, left: AbortController) {
  let isTaken = true
  return setInterval(() => {
    if (!isTaken) return left.abort()
    isTaken = false
    void stream.write(': still here\n\n').then(() => {
      isTaken = true
    })
  }, heartbeat)
}

/**
 * Says "look again" about these groups, starting where the page ended: listen first, then catch up, then go live.
 * Ends when the person leaves, signs out, or when their rights change; the page then comes back and is judged anew.
 */
export function streamSignals(
  c: Context,
  { ports, person, sessionId }: Pick<SignedInEnv['Variables'], 'ports' | 'person' | 'sessionId'>,
  { groupIds, lets = everything }: Heard,
  unrecorded: Unrecorded,
): Response {
  if (c.req.method === 'HEAD') return headOnly(c)
  const seen = seenOf(c)
  return streamSSE(c, async (stream) => {
    const left = new AbortController()
    const forget = ports.bus.onRevocation((revoked) => {
      if (revoked.personId === person.id && (!revoked.sessionId || revoked.sessionId === sessionId)) left.abort()
    })
    const close = keepOpen(person.id, left)
    stream.onAbort(() => left.abort())
    // What a reader does not take holds up the loop below: the end has to come from outside of it.
    left.signal.addEventListener('abort', () => stream.abort())
    const beat = beatOn(stream, left)
    // What has no number leaves the reader where they are.
    const send = async (signal: Signal) => {
      const { id, name } = signal
      if (lets(signal)) await stream.writeSSE({ ...(id !== null && { id: String(id) }), event: name, data: '' })
    }

    try {
      const fresh = ports.bus.subscribe(groupIds, left.signal)
      for (const missed of await signalsSince(ports.db, groupIds, seen)) await send(missed)
      for (const missed of await unrecorded(ports.db, groupIds, seen)) await send(missed)
      for await (const signal of fresh) await send(signal)
    } finally {
      left.abort()
      clearInterval(beat)
      forget()
      close()
    }
  })
}
