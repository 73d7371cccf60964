import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { Chance } from '../../security/sockets/chance.ts'
import { type World, world } from '../../support/world.ts'
import { addText, textOf, until } from './co-editing.ts'
import { type KillGround, killGround, type Victim } from './kill-ground.ts'
import { type KillWriter, openWriter } from './kill-writer.ts'
import { lengthOf, numbersOf } from './numbered.ts'
import { cookiesOfSix, six } from './six-of-circle.ts'

const seed = Number(process.env.SEED ?? 20_261_122)
const kills = Number(process.env.KILLS ?? 100)
const roundsPerText = 8

let w: World
let ground: KillGround
let cookies: Map<string, string>

beforeAll(async () => {
  w = await world({ quiet: true })
  ground = await killGround(w)
  cookies = await cookiesOfSix(w)
})
afterAll(async () => {
  await ground.end()
  await w.ports.end()
})

async function storedText(id: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, id))
  return textOf(doc.getXmlFragment(field))
}

const enter = (at: Victim, person: PersonKey, sync: string) => openWriter(at.url, sync, cookies.get(person) ?? '')

interface Promised {
  word: string
  /** How many letters somebody else had, or the writer was told are saved. */
  least: number
  seen: number
  acknowledged: number
  typed: number
}

function promisedOf(writers: KillWriter[], words: string[]): Promised[] {
  const texts = writers.map((writer) => writer.text())
  return writers.map((writer, index) => {
    const word = words[index] ?? ''
    const seen = Math.max(...texts.map((text, other) => (other === index ? 0 : numbersOf(text, word).length)))
    const acknowledged = writer.acknowledged()
    return { word, seen, acknowledged, least: Math.max(seen, acknowledged), typed: writer.typed() }
  })
}

async function untilHeard(writers: KillWriter[]): Promise<void> {
  const isHeard = (writer: KillWriter) => writer.acknowledged() > 0 || writer.isSentOff()
  await until(() => writers.every(isHeard), 'all are heard', 20_000).catch((error) => {
    throw new Error(`${seed}: ${writers.map((writer) => writer.state()).join()}`, { cause: error })
  })
}

/** Six type, three here and three there, until one server or both are killed; what had been promised by then. */
async function typeUntilKilled(chance: Chance, servers: Victim[], doomed: Victim[], sync: string, round: number) {
  const words = six.map((_, index) => `r${round}${'abcdef'[index]}`)
  const places = six.map((person, index) => enter(servers[index % 2] as Victim, person, sync))
  const writers = await Promise.all(places)
  for (const [index, writer] of writers.entries()) writer.type(words[index] ?? '', 4 + chance.below(8))
  // Mostly in the middle of it, now and then while the very first letters are on their way.
  if (!chance.happens(0.2)) await untilHeard(writers)
  await pause(chance.below(250))
  await Promise.all(doomed.map((server) => server.kill()))
  // What the system had taken over from it before may still arrive, and counts as seen.
  await pause(chance.below(20))
  for (const writer of writers) writer.discard()
  return promisedOf(writers, words)
}

/** How many promised letters are not there, and how many are there twice or in a wrong place. */
function faultsOf(text: string, promised: Promised[]) {
  const found = promised.map(({ word, least }) => ({ numbers: numbersOf(text, word), least }))
  const lost = found.map(({ numbers, least }) => Math.max(0, least - new Set(numbers).size))
  const doubled = found.map(({ numbers }) => numbers.length - lengthOf(numbers))
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
  return { lost: sum(lost), doubled: sum(doubled) }
}

/** */
test('a hundred kills while six people type lose nothing that was seen or said to be saved, and double nothing', {
  timeout: 300_000,
}, async () => {
  const chance = new Chance(seed)
  const totals = { kills: 0, both: 0, typed: 0, seen: 0, acknowledged: 0, silent: 0 }
  const texts: { id: string; sync: string; promised: Promised[] }[] = []
  let servers: Victim[] = await Promise.all([ground.take(), ground.take()])
  let known = new Set(servers)
  const began = Date.now()
  for (let round = 0; totals.kills < kills; round++) {
    if (round % roundsPerText === 0) texts.push({ ...(await addText(w, 'kk', `Text ${round}`)), promised: [] })
    const text = texts.at(-1)
    if (!text) throw new Error('no text')
    const both = chance.happens(0.2)
    const doomed = both ? servers : [chance.one(servers)]
    const promised = await typeUntilKilled(chance, servers, doomed, text.sync, round)
    text.promised.push(...promised)
    servers = await Promise.all(servers.map((server) => (doomed.includes(server) ? ground.take() : server)))
    const anew = servers.find((server) => !known.has(server)) as Victim
    known = new Set(servers)
    const reader = await enter(anew, 'swantje', text.sync)
    const faults = faultsOf(reader.text(), text.promised)
    reader.discard()
    expect({ ...faults, round, seed }).toEqual({ lost: 0, doubled: 0, round, seed })
    totals.kills += doomed.length
    totals.both += both ? 1 : 0
    for (const { typed, seen, acknowledged } of promised) {
      totals.typed += typed
      totals.seen += seen
      totals.acknowledged += acknowledged
      totals.silent += seen + acknowledged === 0 ? 1 : 0
    }
  }
  for (const { id, sync, promised } of texts) {
    const none = { lost: 0, doubled: 0 }
    expect({ ...faultsOf(await storedText(id), promised), seed }).toEqual({ ...none, seed })
    const reader = await enter(servers[0] as Victim, 'tarek', sync)
    // A process that has outlived the other one learns of its last rows a moment later.
    await until(() => isDeepStrictEqual(faultsOf(reader.text(), promised), none), `${seed}: all is shown`, 20_000)
    reader.discard()
  }
  const seconds = Math.round((Date.now() - began) / 1_000)
  process.stdout.write(`${JSON.stringify({ seed, ...totals, lost: 0, doubled: 0, seconds })}\n`)
  expect(Math.min(totals.seen, totals.acknowledged)).toBeGreaterThan(kills * 6)
})
