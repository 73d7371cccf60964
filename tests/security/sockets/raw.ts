import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { until } from '../../documents/editing/co-editing.ts'
import type { Target } from './ground.ts'

const messageOf = (...parts: (number | Uint8Array | string)[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts)
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else if (typeof part === 'string') encoding.writeVarString(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
  })

/** Frames of the protocol, as anybody can write them. */
export const frames = {
  vector: (bytes: Uint8Array) => messageOf(0, 0, bytes),
  missing: (bytes: Uint8Array) => messageOf(0, 1, bytes),
  update: (bytes: Uint8Array) => messageOf(0, 2, bytes),
  presence: (clientId: number, clock: number, state: unknown) =>
    messageOf(1, messageOf(1, clientId, clock, JSON.stringify(state))),
  raw: messageOf,
}

/** A client that does whatever it likes. */
export interface Raw {
  socket: WebSocket
  /** What the server has told so far. */
  doc: Y.Doc
  /** What others say of themselves: client id and state. */
  presences: Map<number, { user?: Record<string, unknown>; cursor?: unknown } | null>
  /** How often the server has asked what is missing. */
  asked(): number
  send(...messages: (Uint8Array | string)[]): void
  update(...updates: Uint8Array[]): void
  /** With what code the server has ended it; undefined while it is open. */
  code(): number | undefined
  /** Resolves when everything sent so far has been looked at: the answer to a question is back, or the socket is gone. */
  answered(): Promise<void>
  end(): void
}

export interface Claims {
  origin?: string
  cookie?: string
  query?: string
}

export async function openRaw(
  target: Pick<Target, 'url' | 'cookie'>,
  person: PersonKey,
  sync: string,
  claims: Claims = {},
): Promise<Raw> {
  const headers = { Cookie: claims.cookie ?? (await target.cookie(person)), Origin: claims.origin ?? target.url }
  const socket = new WebSocket(`${target.url.replace('http', 'ws')}${sync}${claims.query ?? ''}`, { headers })
  socket.binaryType = 'nodebuffer'
  const doc = new Y.Doc()
  const presences: Raw['presences'] = new Map()
  const counts = { steps: 0, answers: 0 }
  let code: number | undefined
  socket.on('message', (data: Buffer) => hear(new Uint8Array(data), doc, presences, counts))
  socket.on('close', (given) => {
    code = given
  })
  socket.on('error', () => undefined)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('unexpected-response', (_, response) => reject(new Error(`answered ${response.statusCode}`)))
  })
  const send = (...messages: (Uint8Array | string)[]) => {
    for (const message of messages) if (socket.readyState === socket.OPEN) socket.send(message)
  }
  const answered = async () => {
    const before = counts.answers
    send(frames.vector(Y.encodeStateVector(doc)))
    await until(() => code !== undefined || counts.answers > before, 'the server has answered')
  }
  await answered()
  return {
    socket,
    doc,
    presences,
    asked: () => counts.steps,
    send,
    update: (...updates) => send(...updates.map(frames.update)),
    code: () => code,
    answered,
    end: () => socket.terminate(),
  }
}

/** Who only tries things finds words of its own in what it hears; the library would take that for a second client. */
export function learn(doc: Y.Doc, update: Uint8Array): void {
  const { clientID } = doc
  doc.clientID = 0
  Y.applyUpdate(doc, update)
  doc.clientID = clientID
}

function hear(
  message: Uint8Array,
  doc: Y.Doc,
  presences: Raw['presences'],
  counts: { steps: number; answers: number },
): void {
  const decoder = decoding.createDecoder(message)
  const kind = decoding.readVarUint(decoder)
  if (kind === 1) hearPresences(decoding.readVarUint8Array(decoder), presences)
  if (kind !== 0) return
  const step = decoding.readVarUint(decoder)
  if (step === 0) counts.steps += 1
  else learn(doc, decoding.readVarUint8Array(decoder))
  if (step === 1) counts.answers += 1
}

function hearPresences(bytes: Uint8Array, presences: Raw['presences']): void {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  for (let i = 0; i < count; i++) {
    const clientId = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    presences.set(clientId, JSON.parse(decoding.readVarString(decoder)))
  }
}
