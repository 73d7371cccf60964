import { afterAll, beforeAll, expect, test } from 'vitest'
import { type World, world } from '../../support/world.ts'
import { begin, pageOf, ratingsFor, send, wordsOf } from '../answering/setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

const members = ['ayla', 'luca', 'hedwig', 'vincent', 'fritjof'] as const

test('the page of a proposal leads to its round from the top, and offers nothing once changing nothing was decided', async () => {
  const round = await begin(w, 'bt', 'systemic_consensing')
  const [ayla, hedwig] = [await w.as('ayla'), await w.as('hedwig')]
  const proposal = `/groups/bt/proposals/${round.proposalId}`
  const open = await wordsOf(await ayla(proposal))
  expect(open.indexOf('Zur Runde')).toBeLessThan(open.indexOf('Der Vorschlag Der Dialogabend'))
  expect(open.indexOf('Zur Runde')).toBeGreaterThan(-1)

  for (const person of members) await send(w, 'bt', round, person, await ratingsFor(w, round, '9 9 0'))
  expect((await ayla(`${pageOf(w, 'bt', round)}/count`, { form: {} })).status).toBe(303)
  const summary = 'Es gibt vorerst keinen Dialogabend.'
  expect((await hedwig(`${pageOf(w, 'bt', round)}/decision`, { form: { summary } })).status).toBe(303)

  const decided = await wordsOf(await ayla(proposal))
  expect(decided).toContain('Darüber ist entschieden: Es bleibt, wie es ist.')
  expect(decided).not.toMatch(/eröffne|Zuerst ein anderer Wortlaut|Der Gruppe vorstellen/)
})
