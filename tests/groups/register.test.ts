import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { memberships } from '#src/groups/schema.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeEach(async () => {
  w = await world()
})

const placesOn = (page: string) =>
  ['/groups', '/circle', '/decisions'].filter((path) => page.includes(`href="${path}"`))

test('a member of one group sees what all groups are for', async () => {
  const page = await (await (await w.as('nele'))('/groups')).text()
  for (const words of ['Swantje Kieselbach', 'AG\u00A0Energie', 'AG\u00A0Landwirtschaft']) expect(page).toContain(words)
  expect(placesOn(page)).toEqual(['/groups', '/circle', '/decisions'])
})

test('a guest sees the own group alone, and no way to pages that are closed', async () => {
  const vera = await w.as('vera')
  const page = await (await vera('/groups')).text()
  expect(page).toContain(w.groups.di.name)
  for (const words of ['Swantje Kieselbach', w.groups.en.name]) expect(page).not.toContain(words)
  for (const path of ['/', '/groups', '/groups/di', '/tasks', '/me']) {
    expect([path, placesOn(await (await vera(path)).text())]).toEqual([path, ['/groups']])
  }
})

test('whoever has left sees no group any more', async () => {
  const nele = await w.as('nele')
  await w.db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, w.people.nele.id))
  const page = await (await nele('/groups')).text()
  expect(page).toContain('Du gehörst zu keiner Gruppe.')
  for (const group of Object.values(w.groups)) expect(page).not.toContain(group.name)
  expect(placesOn(page)).toEqual(['/groups'])
})
