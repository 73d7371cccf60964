import { beforeAll, describe, expect, test } from 'vitest'
import { ideasOf } from '#src/groups/ideas.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'

let w: World
let henrike: Browse

beforeAll(async () => {
  w = await world()
  henrike = await w.as('henrike')
})

const codes = async () => (await ideasOf(w.db)).map(({ code }) => code)
const idea = async (code: string) => {
  const found = (await ideasOf(w.db)).find((one) => one.code === code)
  if (!found) throw new Error(`There is no ${code}`)
  return found
}
const page = () => paths.ideas(w.groups.kk)

test('the guiding ideas stand in their order for everybody in the circle', async () => {
  const html = await (await (await w.as('kemal'))(page())).text()
  expect(html).toContain('Energie in Bürgerhand')
  expect(html).toContain('Leitideen ändert die Koordination des Kreises.')
  expect(await codes()).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7'])
})

describe('a coordinator', () => {
  test('enters one, and none twice', async () => {
    expect((await henrike(page(), { form: { code: 'L8', title: 'Kultur im Dorf' } })).status).toBe(303)
    const again = await henrike(page(), { form: { code: 'L8', title: 'Noch eine' } })
    expect([again.status, (await again.text()).includes('schon vergeben')]).toEqual([422, true])
    expect((await codes()).at(-1)).toBe('L8')
  })

  test.each(['l9', 'L', '9', 'LEIT1', ''])('is told that %j is no code', async (code) => {
    expect((await henrike(page(), { form: { code, title: 'Etwas' } })).status).toBe(422)
  })

  test('rewords one, whose code stays', async () => {
    await henrike(paths.idea(w.groups.kk, await idea('L4')), { form: { title: 'Mobil ohne eigenes Auto' } })
    expect((await idea('L4')).title).toBe('Mobil ohne eigenes Auto')
  })

  test('moves one up, the first one not', async () => {
    await henrike(paths.ideaRise(w.groups.kk, await idea('L3')), { form: {} })
    await henrike(paths.ideaRise(w.groups.kk, await idea('L1')), { form: {} })
    expect((await codes()).slice(0, 3)).toEqual(['L1', 'L3', 'L2'])
  })

  test('strikes one out', async () => {
    await henrike(paths.ideaRemoval(w.groups.kk, await idea('L7')), { form: {} })
    expect(await codes()).not.toContain('L7')
  })
})

test('nobody else changes them, and in a working group there is no such page', async () => {
  const kemal = await w.as('kemal')
  const swantje = await w.as('swantje')
  expect((await kemal(page(), { form: { code: 'L9', title: 'Etwas' } })).status).toBe(403)
  expect((await kemal(paths.ideaRemoval(w.groups.kk, await idea('L1')), { form: {} })).status).toBe(403)
  expect((await swantje(paths.ideas(w.groups.en))).status).toBe(404)
  expect((await swantje(paths.ideas(w.groups.en), { form: { code: 'L9', title: 'Etwas' } })).status).toBe(404)
})
