import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { kinds, steps, syncMessage } from '#src/documents/editing/messages.ts'
import { field } from '#src/documents/markup.ts'
import { textOf, until } from './co-editing.ts'

export interface KillWriter {
  /** How many of its numbered letters it has typed. */
  typed(): number
  /** Of how many the server has said that they are saved. */
  acknowledged(): number
  text(): string
  /** Begins to type numbered letters, one every so many milliseconds. */
  type(word: string, every: number): void
  /** Stops typing and listening at once; what it has is thrown away with it. */
  discard(): void
}

/** A client of the protocol without any provider: it types, listens, and never comes back. */
export async function openWriter(url: string, sync: string, cookie: string): Promise<KillWriter> {
  const headers = { Cookie: cookie, Origin: url }
  const socket = new WebSocket(`${url.replace('http', 'ws')}${sync}?saved=1`, { headers })
  const doc = new Y.Doc()
  const heard = { isSynced: false, isOver: false, saved: 0, typed: 0 }
  let timer: NodeJS.Timeout | undefined
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer) => {
    if (!heard.isOver) hear(new Uint8Array(data), doc, heard)
  })
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== socketOrigin && socket.readyState === socket.OPEN) socket.send(syncMessage(steps.update, bytes))
  })
  await once(socket, 'open')
  socket.send(syncMessage(steps.vector, Y.encodeStateVector(doc)))
  await until(() => heard.isSynced, 'a writer is in', 20_000)

  const discard = () => {
    heard.isOver = true
    clearInterval(timer)
    socket.terminate()
  }
  const type = (word: string, every: number) => {
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment(field).push([paragraph])
    timer = setInterval(() => text.insert(text.length, `${word}-${heard.typed++};`), every)
  }
  // The first change is the paragraph itself.
  const acknowledged = () => Math.max(0, heard.saved - 1)
  return { typed: () => heard.typed, acknowledged, text: () => textOf(doc.getXmlFragment(field)), type, discard }
}

const socketOrigin = 'socket'

/** The server's question what else there is stays unanswered: every change is sent as soon as it is made. */
function hear(message: Uint8Array, doc: Y.Doc, heard: { isSynced: boolean; saved: number }): void {
  const decoder = decoding.createDecoder(message)
  const kind = decoding.readVarUint(decoder)
  if (kind === kinds.saved) heard.saved = decoding.readVarUint(decoder)
  if (kind !== kinds.sync) return
  const step = decoding.readVarUint(decoder)
  if (step === steps.vector) return
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), socketOrigin)
  heard.isSynced ||= step === steps.missing
}
