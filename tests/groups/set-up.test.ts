import { beforeEach, expect, test } from 'vitest'
import { findActor } from '#src/groups/membership.ts'
import { allGroups, allianceName } from '#src/groups/register.ts'
import { findPersonByAddress } from '#src/identity/people.ts'
import { people } from '#src/identity/schema.ts'
import { createSetUpLink } from '#src/identity/sign-in.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeEach(async () => {
  w = await world({ empty: true })
})

const form = { alliance: 'Allianz Neuland', circle: 'Koordinierungskreis', email: 'rosa.anfang@example.org' }

test('a few fields and one button make an alliance with its circle and its first coordinator', async () => {
  const link = paths.setUp(await createSetUpLink(w.db))
  const page = await (await w.anonymous(link)).text()
  expect(page.match(/<form[^>]*\/set-up\/[\s\S]*?<\/form>/)?.[0].match(/<input/g)).toHaveLength(3)

  const done = await w.anonymous(link, { form })
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/groups'])
  expect(await allianceName(w.db)).toBe('Allianz Neuland')
  expect((await allGroups(w.db)).map(({ group }) => [group.kind, group.slug, group.prefix])).toEqual([
    ['circle', 'kk', 'KK'],
  ])
  const rosa = await findPersonByAddress(w.db, form.email)
  expect(rosa?.name).toBe('Rosa Anfang')
  expect(rosa && (await findActor(w.db, rosa, 'kk'))).toMatchObject({ roles: ['coordinator'], votes: false })

  const headers = { Cookie: done.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
  for (const path of ['/groups', '/groups/new', '/groups/kk/people']) {
    expect([path, (await w.anonymous(path, { headers })).status]).toEqual([path, 200])
  }
})

test('the link is good once, also for ten at the same moment', async () => {
  const link = paths.setUp(await createSetUpLink(w.db))
  const answers = await Promise.all(Array.from({ length: 10 }, () => w.anonymous(link, { form })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(410)])
  expect(await w.db.select().from(people)).toHaveLength(1)
})

test('a missing fact uses nothing up', async () => {
  const link = paths.setUp(await createSetUpLink(w.db))
  const refused = await w.anonymous(link, { form: { ...form, alliance: '' } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Bitte schreib den Namen eures Bündnisses hin.')
  expect((await w.anonymous(link, { form })).status).toBe(303)
})

test('only the newest link works, and none that is made up', async () => {
  const older = paths.setUp(await createSetUpLink(w.db))
  await createSetUpLink(w.db)
  expect((await w.anonymous(older, { form })).status).toBe(410)
  expect((await w.anonymous(paths.setUp('a'.repeat(32)))).status).toBe(410)
})

test('where there is an alliance, no link makes a second one', async () => {
  const full = await world()
  const link = paths.setUp(await createSetUpLink(full.db))
  expect((await full.anonymous(link)).status).toBe(410)
  expect((await full.anonymous(link, { form })).status).toBe(410)
})
