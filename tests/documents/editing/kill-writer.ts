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
  /** The line has ended: by a kill, or since everybody is judged anew after one. */
  isSentOff(): boolean
  /** For whoever has to find out why it is stuck. */
  state(): string
  /** Stops typing and listening at once; what it has is thrown away with it. */
  discard(): void
}

/** A client of the protocol without any provider: it types, listens, and never comes back. */
export async function openWriter(url: string, sync: string, cookie: string): Promise<KillWriter> {
  const headers = { Cookie: cookie, Origin: url }
  const socket = new WebSocket(`${url.replace('http', 'ws')}${sync}?saved=1`, { headers })
  const doc = new Y.Doc()
  const heard = { isSynced: false, isOver: false, saved: 0, typed: 0, code: 0, asked: 0 }
  /** How many letters had been typed when each numbered message was sent. */
  const told: number[] = []
  let timer: NodeJS.Timeout | undefined
  socket.on('error', () => undefined)
  socket.on('close', (code) => {
    heard.code = code
    clearInterval(timer)
  })
  const tell = (step: typeof steps.missing | typeof steps.update, bytes: Uint8Array) => {
    if (socket.readyState !== socket.OPEN) return
    told.push(heard.typed)
    socket.send(syncMessage(step, bytes))
  }
  const answer = (vector: Uint8Array) => {
    heard.asked += 1
    tell(steps.missing, Y.encodeStateAsUpdate(doc, vector))
  }
  socket.on('message', (data: Buffer) => {
    if (!heard.isOver) hear(new Uint8Array(data), doc, heard, answer)
  })
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== socketOrigin) tell(steps.update, bytes)
  })
  await once(socket, 'open')
  socket.send(syncMessage(steps.vector, Y.encodeStateVector(doc)))
  await until(() => heard.isSynced || heard.code > 0, 'a writer is in', 20_000)
  // After a crash the others judge everybody anew, whoever has just come included.
  if (!heard.isSynced) return openWriter(url, sync, cookie)

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
    timer = setInterval(() => {
      heard.typed += 1
      text.insert(text.length, `${word}-${heard.typed - 1};`)
    }, every)
  }
  const acknowledged = () => told[heard.saved - 1] ?? 0
  const state = () => JSON.stringify({ ...heard, told: told.length })
  const text = () => textOf(doc.getXmlFragment(field))
  return { typed: () => heard.typed, isSentOff: () => heard.code > 0, acknowledged, text, type, discard, state }
}

const socketOrigin = 'socket'

function hear(
  message: Uint8Array,
  doc: Y.Doc,
  heard: { isSynced: boolean; saved: number },
  answer: (vector: Uint8Array) => void,
): void {
  const decoder = decoding.createDecoder(message)
  const kind = decoding.readVarUint(decoder)
  if (kind === kinds.saved) heard.saved = decoding.readVarUint(decoder)
  if (kind !== kinds.sync) return
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === steps.vector) answer(bytes)
  else Y.applyUpdate(doc, bytes, socketOrigin)
  heard.isSynced ||= step === steps.missing
}
