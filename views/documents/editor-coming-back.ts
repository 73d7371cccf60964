import type { WebsocketProvider } from 'y-websocket'
import type { Connection } from './editor-connection.ts'
import { failing } from './editor-saving.ts'

const restarting = 1012
const longestTold = 10_000

/** What the server closes a line with when it cannot take what came through it. */
const refusing = [1007, 1008, 1009, 1013]
/** After so many in a row it is not the line, and not that somebody wrote too fast for a moment. */
export const hopelessRefusals = 3
const longestWait = 300_000

const waitAfter = (refusals: number) =>
  refusals < hopelessRefusals ? 0 : Math.min(10_000 * 2 ** (refusals - hopelessRefusals), longestWait)

function waitFor({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>, connection: Connection): number {
  if (code === restarting) return Math.min(Number(reason) || 0, longestTold)
  if (refusing.includes(code)) connection.refusals += 1
  return refusing.includes(code) ? waitAfter(connection.refusals) : 0
}

/**
 * A server that goes down says when to come back, to each client another time. What it does not take it would not take
 * the next moment either, though the line itself stands each time.
 */
export function comeBackInTime(provider: WebsocketProvider, connection: Connection): void {
  provider.on('connection-close', (event) => {
    const wait = event ? waitFor(event, connection) : 0
    if (!(wait > 0)) return
    provider.shouldConnect = false
    const comeBack = () => connection.ended || connection.closed || provider.connect()
    setTimeout(comeBack, wait)
  })
}

/** The device itself knows first: a line may seem to stand for long after the network has gone. Returns what ends it. */
export function heedNetwork(connection: Connection): () => void {
  const { provider } = connection
  const gone = () => connection.connected && connection.again()
  const back = () => !connection.ended && provider.shouldConnect && provider.connect()
  window.addEventListener('offline', gone)
  window.addEventListener('online', back)
  return () => {
    window.removeEventListener('offline', gone)
    window.removeEventListener('online', back)
  }
}

/** When nothing has moved for so long, the line is taken down and built anew, and again after as long. */
const hopeless = 8_000

export function restartingWhenStuck(): (connection: Connection) => void {
  let hopeSince = 0
  return ({ saving: { waitingSince, serverState }, connected, again }) => {
    const since = Math.max(waitingSince ?? Date.now(), hopeSince)
    if (!connected || serverState === failing || Date.now() - since < hopeless) return
    hopeSince = Date.now()
    again()
  }
}
