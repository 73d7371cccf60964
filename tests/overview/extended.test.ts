import { afterAll, beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { extendRound } from '#src/decisions/rounds/extending.ts'
import { wordsOf } from '../decisions/answering/setting.ts'
import { ask } from '../decisions/rounds/setting.ts'
import { inDays } from '../decisions/setting.ts'
import { type World, world } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

test('wherever a round is listed it ends when it was extended to', async () => {
  const round = await ask(w)
  const extension = { closesAt: inDays(20), reason: 'Ferien', actorId: w.people.swantje.id }
  expect(await change(w.ports, (tx, record) => extendRound(tx, record, round, extension))).toBe('extended')
  const gerd = await w.as('gerd')
  for (const path of ['/', '/groups/en', '/groups/en/proposals', `/groups/en/proposals/${round.proposalId}`]) {
    const words = await wordsOf(await gerd(path))
    expect([path, words.match(/noch 20.Tage/)?.length]).toEqual([path, 1])
    expect(words).not.toMatch(/14.Tage/)
  }
})
