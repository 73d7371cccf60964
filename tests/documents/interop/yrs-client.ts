import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector, YDoc, YXmlElement, YXmlText } from 'ywasm'
import type { PersonKey } from '#src/dev/cast.ts'
import { field } from '#src/documents/markup.ts'
import { frames } from '../../security/sockets/raw.ts'
import type { Served } from '../../support/browser.ts'
import { until, wsUrl } from '../editing/co-editing.ts'

/** A client that shares no line of code with ours: the same kind of text, written anew in another language. */
export interface YrsClient {
  doc: YDoc
  /** `atOnce` happens before the server has said a word. */
  connect(atOnce?: () => void): Promise<void>
  disconnect(): void
  synced(): boolean
  code(): number | undefined
  /** Adds a paragraph at the end. */
  write(words: string): void
  /** The words of a paragraph. */
  words(paragraph: number): YXmlText
  removeParagraph(at: number): void
  push(name: string, inside?: string): void
  text(): string
  vector(): Uint8Array
  close(): void
}

type Inside = YXmlElement | YXmlText | undefined

export async function openYrsClient(
  served: Pick<Served, 'url' | 'cookie'>,
  person: PersonKey,
  sync: string,
): Promise<YrsClient> {
  const doc = new YDoc({})
  const body = doc.getXmlFragment(field)
  const headers = { Cookie: await served.cookie(person), Origin: served.url }
  let socket: WebSocket | undefined
  let listening = false
  let synced = false
  let code: number | undefined

  const send = (message: Uint8Array) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(message)
  }
  doc.onUpdate((update: Uint8Array) => {
    if (!listening) send(frames.update(update))
  })
  const apply = (update: Uint8Array) => {
    listening = true
    applyUpdate(doc, update, null)
    listening = false
  }
  const hear = (message: Uint8Array) => {
    const decoder = decoding.createDecoder(message)
    if (decoding.readVarUint(decoder) !== 0) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === 0) send(frames.missing(encodeStateAsUpdate(doc, bytes)))
    else apply(bytes)
    if (step === 1) synced = true
  }
  const connect = async (atOnce?: () => void) => {
    const opening = new WebSocket(`${wsUrl(served)}${sync}`, { headers })
    socket = opening
    code = undefined
    opening.on('message', (data: Buffer) => hear(new Uint8Array(data)))
    opening.on('close', (given) => {
      code = given
      synced = false
    })
    opening.on('error', () => undefined)
    opening.on('open', () => {
      send(frames.vector(encodeStateVector(doc)))
      atOnce?.()
    })
    await until(() => synced, 'the other client is in')
  }
  const push = (name: string, inside = '') => {
    body.push(new YXmlElement(name, {}, []), undefined)
    const added = at(body.length(undefined) - 1) as YXmlElement
    if (inside) added.push(new YXmlText(inside, {}), undefined)
  }
  const at = (index: number): Inside => {
    let child = body.firstChild(undefined) as Inside
    for (let i = 0; i < index; i++) child = child?.nextSibling(undefined) as Inside
    return child
  }
  const text = () =>
    Array.from({ length: body.length(undefined) }, (_, index) => wordsIn(at(index) as YXmlElement)).join('\n')

  await connect()
  return {
    doc,
    connect,
    disconnect: () => socket?.terminate(),
    synced: () => synced,
    code: () => code,
    write: (words) => push('paragraph', words),
    words: (paragraph) => (at(paragraph) as YXmlElement).firstChild(undefined) as YXmlText,
    removeParagraph: (index) => body.delete(index, 1, undefined),
    push,
    text,
    vector: () => encodeStateVector(doc),
    close: () => socket?.terminate(),
  }
}

const plain = (text: YXmlText) =>
  (text.toDelta(undefined, undefined, undefined, undefined) as { insert: string }[])
    .map(({ insert }) => insert)
    .join('')

function wordsIn(paragraph: YXmlElement): string {
  let words = ''
  for (let child = paragraph.firstChild(undefined) as Inside; child; child = child.nextSibling(undefined) as Inside)
    words += child instanceof YXmlText ? plain(child) : ''
  return words
}
