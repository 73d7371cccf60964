import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Chance } from './chance.ts'
import { type Ground, ground } from './ground.ts'
import { bearable, Pulse } from './pulse.ts'
import { frames } from './raw.ts'
import { expectSound, openScene, storedDoc } from './siege.ts'
import { spoilt } from './stage.ts'
import { editOf, paragraphOf } from './updates.ts'

let there: Ground

beforeAll(async () => {
  there = await ground()
})
afterAll(() => there.end())

const seed = Number(process.env.SEED ?? 4_711)
const count = 400

test(`${count} spoilt frames over sockets leave text, server and bystanders whole (seed ${seed})`, {
  timeout: 60_000,
}, async () => {
  const chance = new Chance(seed)
  const scene = await openScene(there)
  const pulse = new Pulse(scene.swantje, scene.tarek)
  const before = await pulse.take(5)
  let { gerd } = scene
  await gerd.answered()
  const throwAll = async () => {
    for (let n = 0; n < count; n++) {
      if (gerd.code() !== undefined) gerd = await scene.raw('gerd')
      const own = editOf(gerd.doc, gerd.doc.clientID, (body) => body.push([paragraphOf('Hof')]))
      const updates = [own, Y.encodeStateAsUpdate(gerd.doc)]
      const corpus = [...updates.map(frames.update), ...updates.map(frames.missing), frames.raw(3)]
      gerd.send(spoilt({ gerd, swantje: scene.swantje, tarek: scene.tarek, corpus, updates }, chance))
      if (n % 4 === 0) await gerd.answered()
    }
    await gerd.answered()
  }
  const beats = await pulse.takeDuring(throwAll(), 10)
  expect(Math.max(...beats)).toBeLessThan(bearable(before))
  expect(there.target.isUp()).toBe(true)
  await expectSound(scene, true)
  const { swantje } = scene
  expect(Y.getState((await storedDoc(scene)).store, swantje.doc.clientID)).toBe(
    Y.getState(swantje.doc.store, swantje.doc.clientID),
  )
})
