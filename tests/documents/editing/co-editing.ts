import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { field } from '#src/documents/markup.ts'
import { documents, documentUpdates } from '#src/documents/schema.ts'
import type { Served } from '../../support/browser.ts'
import type { GroupKey, World } from '../../support/world.ts'

export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  patience = 20_000,
): Promise<void> {
  const end = Date.now() + patience
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`)
    await pause(10)
  }
}

/** A blank text of this group. */
export async function addText(w: World, group: GroupKey = 'en', title = 'Energie bleibt im Dorf') {
  const [added] = await w.db
    .insert(documents)
    .values({ groupId: w.groups[group].id, kind: 'position', title, createdById: w.people.swantje.id })
    .returning()
  if (!added) throw new Error('no text')
  return { ...added, sync: `/groups/${group}/documents/${added.id}/sync` }
}

export const loggedCount = async (w: World, documentId: string): Promise<number> =>
  w.db.$count(documentUpdates, eq(documentUpdates.documentId, documentId))

/** A browser's socket says where the page comes from and who is signed in; one of Node's has to be told. */
export const socketWith = (headers: Record<string, string>) =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers })
    }
  } as unknown as typeof globalThis.WebSocket

export const wsUrl = (served: { url: string }) => served.url.replace('http', 'ws')

export interface Tab {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Adds a paragraph and goes on writing in it. */
  write(words: string): void
  text(): string
  /** What the server has said about it, when asked with `saved=1`. */
  saved: { count: number; state: number }
  close(): void
}

/** A tab of this person, driven by the unmodified provider that everybody uses. */
export async function openTab(
  served: Pick<Served, 'url' | 'cookie'>,
  person: PersonKey,
  sync: string,
  params: Record<string, string> = {},
): Promise<Tab> {
  const doc = new Y.Doc()
  const headers = { Cookie: await served.cookie(person), Origin: served.url }
  const provider = new WebsocketProvider(`${wsUrl(served)}${sync.replace(/\/sync$/, '')}`, 'sync', doc, {
    WebSocketPolyfill: socketWith(headers),
    disableBc: true,
    params,
  })
  const saved = { count: 0, state: 0 }
  provider.messageHandlers[4] = (_encoder, decoder) => {
    saved.count = decoding.readVarUint(decoder)
    saved.state = decoding.readVarUint(decoder)
  }
  const body = doc.getXmlFragment(field)
  const close = () => provider.destroy()
  return { doc, provider, saved, write: (words) => append(body, words), text: () => textOf(body), close }
}

export async function openSyncedTab(...given: Parameters<typeof openTab>): Promise<Tab> {
  const tab = await openTab(...given)
  await until(() => tab.provider.synced, `${given[1]} is in`)
  return tab
}

function append(body: Y.XmlFragment, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  body.push([paragraph])
}

export const textOf = (body: Y.XmlFragment): string =>
  body
    .toArray()
    .map((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.toArray().join('') : ''))
    .join('\n')
