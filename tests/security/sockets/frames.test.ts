import type { Socket } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addText, openSyncedTab, type Tab } from '../../documents/editing/co-editing.ts'
import { type Ground, ground } from './ground.ts'
import { bearable, median, Pulse, p99 } from './pulse.ts'
import { frames, openRaw, type Raw } from './raw.ts'
import { secretWord } from './siege.ts'

let there: Ground
let sync: string
let tabs: Tab[]
let pulse: Pulse
const during: number[] = []
let before: number[]

beforeAll(async () => {
  there = await ground()
  sync = (await addText(there.w)).sync
  tabs = await Promise.all([openSyncedTab(there.target, 'swantje', sync), openSyncedTab(there.target, 'tarek', sync)])
  pulse = new Pulse(tabs[0] as Tab, tabs[1] as Tab)
  before = await pulse.take(20)
})
afterAll(async () => {
  const told = [median(before), median(during), p99(before), p99(during)].map((ms) => ms.toFixed(1))
  process.stderr.write(`broken frames: median ${told[0]} -> ${told[1]} ms, p99 ${told[2]} -> ${told[3]} ms\n`)
  for (const tab of tabs) tab.close()
  await there.end()
})

const bytes = (...values: number[]) => new Uint8Array(values)
const random = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 7919 + 13) % 256)
const uints = (...values: number[]) =>
  encoding.encode((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value)
  })
const tcp = (raw: Raw) => (raw.socket as unknown as { _socket: Socket })._socket
const said = (json: string) => frames.raw(1, frames.raw(1, 7, 1, json))
const megabyte = 1024 * 1024

/** What is wrong, how it is sent, and the codes with which a server may answer; `open` where the seat may stay. */
type Case = [what: string, send: Uint8Array | string | ((raw: Raw) => void), codes: (number | 'open')[]]

const broken = 1007
const misused = 1002
const cut = 1006

const cases: Case[] = [
  ['a frame with nothing in it', bytes(), [broken]],
  ['a number that does not end', bytes(...Array(12).fill(0xff)), [broken]],
  ['a sync message without a step', bytes(0), [broken]],
  ['a sync step that does not exist', frames.raw(0, 3, random(4)), [broken, 'open']],
  ['a sync step of 2^40', frames.raw(0, 2 ** 40, random(4)), [broken, 'open']],
  ['step 1 without a vector', bytes(0, 0), [broken]],
  ['step 1 that is cut off', bytes(0, 0, 200, 1), [broken]],
  ['step 1 that claims 2 GB', uints(0, 0, 2 ** 31), [broken]],
  ['step 1 with random bytes', frames.vector(random(50)), [broken, 'open']],
  ['step 1 that claims 33 million clients', frames.vector(uints(33_000_000)), [broken, 'open']],
  ['step 1 with a client beyond all numbers', frames.vector(bytes(1, ...Array(9).fill(0xff), 1, 1)), [broken]],
  ['step 1 with a clock of 2^53', frames.vector(uints(1, 7, Number.MAX_SAFE_INTEGER)), [broken, 'open']],
  ['step 1 with something behind it', new Uint8Array([...frames.vector(bytes(0)), 1, 2, 3]), [broken, 'open']],
  ['step 2 without an update', bytes(0, 1), [broken]],
  ['step 2 that is cut off', bytes(0, 1, 100, 1, 1), [broken]],
  ['step 2 with random bytes', frames.missing(random(300)), [broken]],
  ['step 2 that is a vector', frames.missing(uints(1, 7, 12)), [broken]],
  ['an update without bytes', frames.update(bytes()), [broken]],
  ['an update that is cut off', bytes(0, 2, 100, 1, 1), [broken]],
  ['an update with random bytes', frames.update(random(1_000)), [broken]],
  ['an update in which words are cut off', frames.update(bytes(1, 1, 7, 0, 4, 1, 4, 98, 111)), [broken]],
  ['an update with something behind it', frames.update(bytes(0, 0, 9, 9, 9)), [broken]],
  ['an update that is only zeros', frames.update(new Uint8Array(50)), [broken]],
  ['presence without words', bytes(1), [broken]],
  ['presence that is cut off', bytes(1, 50, 1, 7), [broken]],
  ['presence that claims 33 million clients', frames.raw(1, uints(33_000_000)), [broken]],
  ['presence that is not JSON', said(`{${secretWord}`), [broken]],
  ['presence that is half JSON', said('{"cursor":'), [broken]],
  ['presence of a client beyond all numbers', frames.raw(1, bytes(1, ...Array(9).fill(0xff), 1, 1, 0)), [broken]],
  ['presence nested 5,000 deep', said(`{"cursor":${'['.repeat(2_000)}${']'.repeat(2_000)}}`), [broken, 'open']],
  ['a question for presence with something behind it', bytes(3, 9, 9, 9), [broken, 'open']],
  ['an answer about rights', frames.raw(2, 0, secretWord), [broken, 'open']],
  ['a counter of what is saved', uints(4, 1_000_000, 0), [broken, 'open']],
  ['a message that is not known', frames.raw(5, random(100)), [broken, 'open']],
  ['a message of kind 2^50', uints(2 ** 50), [broken, 'open']],
  ['words', secretWord, [1003]],
  ['no words', '', [1003]],
  ['words that are an update of another protocol', JSON.stringify({ type: 'update', data: [0] }), [1003]],
  ['one byte more than fits', frames.update(new Uint8Array(megabyte)), [1009]],
  ['five megabytes', new Uint8Array(5 * megabyte), [1009]],
  ['a compressed frame that nobody agreed to', (raw) => tcp(raw).write(bytes(0xc2, 0x81, 0, 0, 0, 0, 0)), [misused]],
  ['a frame that is not masked', (raw) => tcp(raw).write(bytes(0x82, 0x02, 0, 0)), [misused]],
  ['a frame of a kind that does not exist', (raw) => tcp(raw).write(bytes(0x8b, 0x80, 0, 0, 0, 0)), [misused]],
  ['a continuation of nothing', (raw) => tcp(raw).write(bytes(0x80, 0x80, 0, 0, 0, 0)), [misused]],
  ['a ping that is too long', (raw) => tcp(raw).write(bytes(0x89, 0xfe, 1, 0, 0, 0, 0, 0)), [misused]],
  ['a farewell with an impossible code', (raw) => tcp(raw).write(bytes(0x88, 0x82, 0, 0, 0, 0, 0, 1)), [misused]],
  [
    'a frame that claims 2^60 bytes',
    (raw) => tcp(raw).write(bytes(0x82, 0xff, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    [1009],
  ],
  ['words that are no characters', (raw) => tcp(raw).write(bytes(0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe)), [broken]],
  ['HTTP', (raw) => tcp(raw).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), [misused]],
  ['half a frame, and gone', (raw) => tcp(raw).write(bytes(0x82, 0xfe, 1), () => tcp(raw).destroy()), [cut]],
  ['random bytes', (raw) => tcp(raw).write(random(4_000)), [misused, broken, 1009]],
]

async function send(raw: Raw, what: Case[1]): Promise<void> {
  if (typeof what === 'function') what(raw)
  else raw.send(what)
  await Promise.race([raw.answered(), new Promise((resolve) => raw.socket.once('close', resolve))])
}

test.each(cases)('%s (S-41): ends that seat alone', async (_what, what, codes) => {
  const gerd = await openRaw(there.target, 'gerd', sync)
  const lines = there.target.log().length
  const text = tabs[1]?.text()
  const [, times] = await Promise.all([send(gerd, what), pulse.take(2)])
  during.push(...times)
  expect(codes).toContain(gerd.code() ?? 'open')
  gerd.end()
  const news = there.target.log().slice(lines)
  expect(news.length, news.map(({ line }) => line).join('\n')).toBeLessThanOrEqual(1)
  expect(news.filter(({ line }) => line.includes(secretWord))).toEqual([])
  expect(tabs[1]?.text().startsWith(text ?? '?')).toBe(true)
  expect(Math.max(...times)).toBeLessThan(bearable(before))
})

test('a message in many frames is one message', async () => {
  const gerd = await openRaw(there.target, 'gerd', sync)
  const message = frames.vector(Y.encodeStateVector(new Y.Doc()))
  const held = gerd.doc.store.clients.size
  for (const [index, byte] of message.entries()) gerd.socket.send(bytes(byte), { fin: index === message.length - 1 })
  await gerd.answered()
  expect([gerd.code(), gerd.doc.store.clients.size]).toEqual([undefined, held])
  gerd.end()
})

test('what is broken comes again and again, and the server stays as it was', async () => {
  const { rss } = await there.target.figures()
  const work = async () => {
    for (let n = 0; n < 60; n++) {
      const gerd = await openRaw(there.target, 'gerd', sync)
      await send(gerd, frames.update(random(1_000)))
      gerd.end()
    }
  }
  during.push(...(await pulse.takeDuring(work(), 5)))
  expect((await there.target.figures()).rss - rss).toBeLessThan(100e6)
  expect(Math.max(...during)).toBeLessThan(bearable(before))
})
