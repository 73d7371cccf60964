import { afterAll, beforeAll, expect, test } from 'vitest'
import { type World, world } from '../../support/world.ts'
import { begin, pageOf, wordsOf } from './setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

test('after raised hands nobody is said not to have answered, neither with the round nor with the decision', async () => {
  const round = await begin(w, 'en', 'majority', { channel: 'meeting' })
  const page = pageOf(w, 'en', round)
  const [swantje, fritjof] = [await w.as('swantje'), await w.as('fritjof')]
  const raised = { present: '4', yes: '3', no: '1', abstain: '0' }
  expect((await swantje(`${page}/hands`, { form: raised })).status).toBe(303)
  expect((await swantje(`${page}/count`, { form: {} })).status).toBe(303)

  const counted = await wordsOf(await swantje(page))
  expect(counted).toContain('4 von 5 haben geantwortet')
  expect(counted).toContain('Gezählt wurden gehobene Hände, ohne Namen.')
  expect(counted).toContain('da wurde in der Sitzung ausgezählt')
  expect(counted).not.toMatch(/nicht abgegeben|da hatten alle geantwortet/)

  await fritjof(`${page}/decision`, { form: { summary: 'Der Abend findet statt.' } })
  const [, number] = (await wordsOf(await swantje(page))).match(/(EN-\d{4}-\d{3})/) ?? []
  const decided = await wordsOf(await swantje(`/decisions/${number}`))
  expect(decided).toContain('Gezählt wurden gehobene Hände, ohne Namen.')
  expect(decided).not.toMatch(/nicht abgegeben|ohne Antwort/)
})
