import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { until } from '../../documents/editing/co-editing.ts'
import { besieged } from './besieged.ts'
import { bearable } from './pulse.ts'
import { frames, type Raw } from './raw.ts'
import { endure, openScene, type Scene, type Siege } from './siege.ts'
import { copyOf, paragraphOf } from './updates.ts'

const set = besieged()

const slowDown = 1013
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

/** Honest keystrokes, one message each, made beforehand. */
function keystrokes(raw: Raw, count: number, size = 1): Uint8Array[] {
  const doc = copyOf(raw.doc, raw.doc.clientID)
  const updates: Uint8Array[] = []
  const paragraph = paragraphOf('')
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  doc.getXmlFragment(field).push([paragraph])
  const text = paragraph.get(0) as Y.XmlText
  for (let n = 1; n < count; n++) text.insert(0, 'x'.repeat(size))
  return updates
}

/** As fast as the line takes it, without keeping everything in memory here. */
async function pour(raw: Raw, messages: Iterable<Uint8Array>): Promise<void> {
  let sent = 0
  for (const message of messages) {
    if (raw.code() !== undefined) return
    raw.send(message)
    if (++sent % 500 === 0) await pause(0)
  }
  await raw.answered()
}

const repeated = function* (message: Uint8Array, count: number) {
  for (let n = 0; n < count; n++) yield message
}

const pouring = (make: (scene: Scene) => Iterable<Uint8Array>): Siege => ({
  prepare: (scene) => [...make(scene)],
  attack: ({ gerd }, messages) => pour(gerd, messages),
})

const everything = frames.vector(Y.encodeStateVector(new Y.Doc()))

const sieges: Record<string, Siege> = {
  '20,000 keystrokes at once': {
    ...pouring(({ gerd }) => keystrokes(gerd, 20_000).map(frames.update)),
    closes: [slowDown],
    adds: true,
  },
  'thirty updates of half a megabyte': {
    ...pouring(({ gerd }) => keystrokes(gerd, 30, 500_000).map(frames.update)),
    closes: [slowDown],
    adds: true,
  },
  '50,000 times the question for everything': { ...pouring(() => repeated(everything, 50_000)), closes: [slowDown] },
  '50,000 questions for presence': { ...pouring(() => repeated(frames.raw(3), 50_000)), closes: [slowDown] },
  '50,000 presences': {
    ...pouring(({ gerd }) => repeated(frames.presence(gerd.doc.clientID, 1, { cursor: null }), 50_000)),
    closes: [slowDown],
  },
  '50,000 empty updates': {
    ...pouring(() => repeated(frames.update(new Uint8Array([0, 0])), 50_000)),
    closes: [slowDown],
  },
  '50,000 messages of a kind that nobody knows': {
    ...pouring(() => repeated(frames.raw(77), 50_000)),
    closes: [slowDown],
  },
  'the same 20 kB answer again and again': {
    ...pouring(({ gerd }) => {
      const [first, second] = keystrokes(gerd, 2, 20_000)
      return repeated(frames.missing(Y.mergeUpdates([first, second] as Uint8Array[])), 2_000)
    }),
    closes: [slowDown],
    adds: true,
  },
}

test.each(Object.entries(sieges))('%s (S-41): everybody else goes on', async (title, siege) => {
  await endure(set.there, set.door.pulse, title, siege)
})

test('whoever asks and does not listen is sent off before the memory is full (S-41)', async () => {
  const scene = await openScene(set.there)
  scene.swantje.write('W'.repeat(400_000))
  await until(() => scene.tarek.text().length > 400_000, 'a long text')
  await scene.target.figures()
  const { rss } = await scene.target.figures()
  const before = await set.door.pulse.take(5)
  scene.gerd.socket.pause()
  for (let n = 0; n < 300; n++) scene.gerd.socket.send(everything)
  const [beats] = await Promise.all([set.door.pulse.take(15), pause(500)])
  const { peak } = await scene.target.figures()
  expect([peak - rss < 200e6, Math.max(...beats) < bearable(before)]).toEqual([true, true])
  scene.gerd.socket.resume()
  await until(() => scene.gerd.code() !== undefined, 'he is sent off')
  expect([slowDown, 1006]).toContain(scene.gerd.code())
})

/** Comes back as a browser does: whoever is still too early is sent off again and tries once more. */
async function comeBack(scene: Scene, doc: Y.Doc): Promise<Raw> {
  for (let attempt = 0; attempt < 20; attempt++) {
    await pause(250)
    const again = await scene.raw('gerd')
    again.send(frames.missing(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(again.doc))))
    await again.answered()
    if (again.code() === undefined) return again
  }
  throw new Error('who waits is let in again')
}

test('who was too fast comes back and has lost nothing', async () => {
  const scene = await openScene(set.there)
  const doc = copyOf(scene.gerd.doc, scene.gerd.doc.clientID)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (let n = 0; n < 8_000; n++) {
    if (n % 500 === 0) doc.getXmlFragment(field).push([paragraphOf('')])
    ;(
      (doc.getXmlFragment(field).get(-1 + doc.getXmlFragment(field).length) as Y.XmlElement).get(0) as Y.XmlText
    ).insert(0, 'w')
  }
  await pour(scene.gerd, updates.map(frames.update))
  expect(scene.gerd.code()).toBe(slowDown)
  const again = await comeBack(scene, doc)
  await until(() => scene.tarek.text().split('w').length === 8_001, 'every letter is there')
  expect(again.code()).toBeUndefined()
})

test('many seats of one person that flood at once are no more than one', async () => {
  const scene = await openScene(set.there)
  const seats = await Promise.all(times(20, () => scene.raw('gerd')))
  const before = await set.door.pulse.take(5)
  const floods = seats.map((seat) => pour(seat, repeated(everything, 5_000)))
  const beats = await set.door.pulse.takeDuring(Promise.all(floods), 10)
  expect(Math.max(...beats)).toBeLessThan(bearable(before))
  expect(scene.target.isUp()).toBe(true)
})
