import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Speech } from './dialect.ts'

/** Frames that no honest client sends; `victim` is the client id of somebody who is typing. */
type Attack = (speech: Speech, victim: number) => Buffer[]

const attacker = 7_000_000

const written = (...numbers: number[]) =>
  encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  })

const stateOf = (write: (body: Y.XmlFragment) => void) => {
  const doc = new Y.Doc()
  doc.clientID = attacker
  doc.transact(() => write(doc.getXmlFragment('body')))
  return doc
}

function nested(body: Y.XmlFragment): void {
  let inner: Y.XmlFragment = body
  for (let depth = 0; depth < 3_000; depth++) {
    const element = new Y.XmlElement('blockquote')
    inner.insert(0, [element])
    inner = element
  }
}

function marked(body: Y.XmlFragment): void {
  const text = new Y.XmlText()
  body.insert(0, [text])
  for (let mark = 0; mark < 2_000; mark++) text.insert(0, 'x', { [`mark${mark}`]: true })
}

const plain = (body: Y.XmlFragment) => body.insert(0, [new Y.XmlText('words')])

const many = (count: number, frame: (index: number) => Buffer) => Array.from({ length: count }, (_, i) => frame(i))

/** One that is present as somebody else, and as two thousand more. */
function crowd(speech: Speech, victim: number): Buffer[] {
  const state = JSON.stringify({ user: { name: 'Somebody else' }, cursor: null })
  const message = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2_000)
    for (let client = 0; client < 2_000; client++) {
      encoding.writeVarUint(encoder, victim + client)
      encoding.writeVarUint(encoder, 1_000_000)
      encoding.writeVarString(encoder, state)
    }
  })
  return [speech.presence(message)]
}

const gone = 0

export const attacks = {
  'claims 33 million parts in a few bytes': (speech) => [speech.update(written(1, 33_000_000, attacker, 0))],
  'floods with parts whose beginning is missing': (speech) =>
    many(2_000, (i) => speech.update(written(1, 1, attacker + i, 1_000 + i, gone, 1, 0))),
  'writes under the client of somebody else': (speech, victim) => [
    speech.update(written(1, 1, victim, 0, gone, 1_000_000, 0)),
  ],
  'nests 3,000 elements': (speech) => [speech.update(Y.encodeStateAsUpdate(stateOf(nested)))],
  'gives one word 2,000 marks': (speech) => [speech.update(Y.encodeStateAsUpdate(stateOf(marked)))],
  'uses the other encoding': (speech) => [speech.update(Y.encodeStateAsUpdateV2(stateOf(plain)))],
  'sends 2 MB at once': (speech) => [speech.update(new Uint8Array(2 * 1024 * 1024).fill(1))],
  'is present as 2,000 people': crowd,
} satisfies Record<string, Attack>

export type AttackName = keyof typeof attacks

export const attackNames = Object.keys(attacks) as AttackName[]
