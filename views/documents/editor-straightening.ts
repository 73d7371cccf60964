import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Connection } from './editor-connection.ts'
import type { OrderWatch } from './editor-order.ts'

/** How long nobody may have written, and how soon it is not asked again (ms). */
const rest = 2_000
const pause = 30_000
const patience = 20_000
/** The text is not opened anew more often than this in one window. */
const maxTimes = 3
const counter = 'kreislauf-read-anew'

/** The one on this device. */
interface Copy {
  empty(): Promise<boolean>
}

/** The text as somebody gets it who opens it now; nothing when it does not come in time. */
async function asOthersGetIt({ provider: { serverUrl, roomname, params } }: Connection): Promise<Y.Doc | null> {
  const doc = new Y.Doc()
  const schema = params.schema ?? ''
  const other = new WebsocketProvider(serverUrl, roomname, doc, { disableBc: true, params: { schema } })
  other.awareness.setLocalState(null)
  await new Promise<void>((resolve) => {
    const tired = setTimeout(resolve, patience)
    other.on('sync', () => {
      clearTimeout(tired)
      resolve()
    })
  })
  const isThere = other.synced
  other.destroy()
  return isThere ? doc : null
}

/**
 * Looks now and then whether this window shows an order of its own, and if so opens the text anew. `isSettled`: nothing
 * that was written here, be it text or suggestion, is still on its way, and nobody is in the middle of a suggestion.
 */
export function straightening(
  order: OrderWatch,
  connection: Connection,
  copy: Copy,
  isSettled: () => boolean,
): () => Promise<void> {
  let asked = 0
  const mayGo = () => !connection.closed && !connection.ended && connection.connected && isSettled()
  return async () => {
    if (!mayGo() || Date.now() - asked < pause || !order.mayAsk(rest, asked)) return
    asked = Date.now()
    const theirs = await asOthersGetIt(connection)
    const times = Number(sessionStorage.getItem(counter))
    if (times >= maxTimes || !theirs || !order.isOtherwiseIn(theirs)) return
    // Whoever has left the page meanwhile is not fetched back.
    if (!mayGo() || !(await copy.empty()) || !mayGo()) return
    sessionStorage.setItem(counter, String(times + 1))
    location.reload()
  }
}
