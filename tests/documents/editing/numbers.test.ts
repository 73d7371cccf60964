import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { malformed, Refusal } from '#src/documents/editing/guard/refusal.ts'
import { guarded } from './guarded.ts'
import { openRoom, sit } from './opened.ts'

type Write = (encoder: encoding.Encoder) => void

const plain = (number: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, number)

const spelled =
  (...bytes: number[]): Write =>
  (encoder) =>
    encoding.writeUint8Array(encoder, new Uint8Array(bytes))

/** What a decoder makes of it is a power of two, or, when there are more of these than a number has room for, no number. */
const power = (sevens: number) => spelled(...new Array<number>(sevens).fill(128), 1)

/** Just below what a decoder refuses to read, and above it as soon as somebody has written it anew. */
const growing = spelled(...new Array<number>(7).fill(255), 143, 1)

/** One run that was deleted, and nothing else. */
const run = (client: Write, clock: Write, length: Write) =>
  encoding.encode((encoder) => {
    for (const write of [plain(1), plain(1), client, clock, spelled(0), length, plain(0)]) write(encoder)
  })

test.each([
  ['a client id that no database takes', run(power(9), plain(0), plain(1))],
  ['a client id that is no number', run(power(200), plain(0), plain(1))],
  ['a length that is no number', run(plain(5), plain(0), power(200))],
  ['a clock that is no number', run(plain(5), power(200), plain(1))],
])('%s is refused before anything is stored or bound', (_what, bytes) => {
  const { judge, owners } = guarded()
  expect(() => judge(bytes, 'gerd')).toThrow(Refusal)
  expect(owners.unconfirmedOf('gerd')).toEqual([])
})

const present = (client: Write, clock: Write) =>
  encoding.encode((encoder) => {
    const words = encoding.encode((inner) => {
      for (const write of [plain(1), client, clock]) write(inner)
      encoding.writeVarString(inner, '{}')
    })
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, words)
  })

test.each([
  ['a count', present(plain(7), growing)],
  ['a count that is no number', present(plain(7), power(200))],
  ['a client id', present(growing, plain(1))],
])('nobody is told %s in presence that they could not read', (_what, bytes) => {
  const { room } = openRoom()
  const { seat, line } = sit(room, 'gerd', 'read')
  room.receive(seat, bytes)
  expect(line.closed).toBe(malformed)
  expect(room.presenceHere()).toBeUndefined()
})
