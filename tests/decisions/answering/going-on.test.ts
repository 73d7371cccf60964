import { afterAll, beforeAll, expect, test } from 'vitest'
import { type World, world } from '../../support/world.ts'
import { begin, pageOf, send, timePasses, wordsOf } from './setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

test('from a round that has decided nothing one way leads to the proposal, not two', async () => {
  const unheard = await begin(w, 'mo', 'majority')
  const vetoed = await begin(w, 'lw', 'consensus')
  await send(w, 'lw', vetoed, 'jost', { choice: 'block', block: 'Die Höfe sterben.' })
  for (const [group, round, by] of [
    ['mo', unheard, 'ole'],
    ['lw', vetoed, 'nele'],
  ] as const) {
    await timePasses(w, round)
    const person = await w.as(by)
    expect((await person(`${pageOf(w, group, round)}/count`, { form: {} })).status).toBe(303)
    const words = await wordsOf(await person(pageOf(w, group, round)))
    expect(words.split('Zum Vorschlag')).toHaveLength(2)
  }
})
