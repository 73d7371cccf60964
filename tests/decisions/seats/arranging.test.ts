import { beforeAll, expect, test } from 'vitest'
import { proxiesIn } from '#src/decisions/seats/proxies.ts'
import { standingSeatsOf } from '#src/decisions/seats/standing.ts'
import { peopleIn } from '#src/groups/people.ts'
import { type World, world } from '../../support/world.ts'
import { bySeats, decided, inCircle, ruled, standing } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

test('the coordination gives seats in the circle and says who sits there, everybody else reads it', async () => {
  await ruled(w, 'kk', bySeats)
  const henrike = await w.as('henrike')
  const kemal = await w.as('kemal')
  const page = await (await kemal('/groups/kk/seats')).text()
  expect(page).toContain('Wer hier eine Stimme hat')
  expect(page).toContain('Jede Organisation, jede Gruppe und jede Einzelperson hat eine Stimme.')
  expect(page).toContain('Stellvertretung, gehört noch nicht zu dieser Gruppe')
  expect(page).toContain('Sitze im Kreis gibt und besetzt die Koordination.')
  expect(page).not.toContain('Neuen Sitz geben')

  const givenBy = await inCircle(w)
  const form = { who: 'new', organisation: 'Chor Larnau', givenBy }
  expect((await kemal('/groups/kk/seats', { form })).status).toBe(403)
  expect((await henrike('/groups/kk/seats', { form })).status).toBe(303)
  const again = await henrike('/groups/kk/seats', { form: { ...form, givenBy: await inCircle(w) } })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Dafür gibt es schon einen Sitz.')
  for (const who of [`group:${'-'.repeat(36)}`, `group:${crypto.randomUUID()}`]) {
    const nowhere = await henrike('/groups/kk/seats', { form: { who, givenBy: await inCircle(w) } })
    expect(await nowhere.text()).toContain('Das gibt es hier nicht.')
  }
  const choir = (await standingSeatsOf(w.db, w.groups.kk.id)).find(({ name }) => name === 'Chor Larnau')
  expect(choir).toMatchObject({ weight: 1, givenBy, holders: [] })
  const given = `gegeben durch <a href="/decisions/${givenBy}">${givenBy}</a>`
  expect(await (await kemal('/groups/kk/seats')).text()).toContain(given)

  const holder = { personId: w.people.kemal.id, rank: 'principal' }
  expect((await henrike(`/groups/kk/seats/${choir?.id}/holders`, { form: holder })).status).toBe(303)
  const stranger = { personId: w.people.vera.id, rank: 'principal' }
  expect((await henrike(`/groups/kk/seats/${choir?.id}/holders`, { form: stranger })).status).toBe(422)
  expect((await henrike(`/groups/kk/seats/${choir?.id}/end`, { form: { endedBy: givenBy } })).status).toBe(303)
  expect(await (await henrike('/groups/kk/seats')).text()).not.toContain(given)
  expect((await henrike('/groups/kk/seats', { form: { ...form, givenBy: await inCircle(w) } })).status).toBe(303)
})

test('whoever looks after the seats gives and ends none without a decision of the group, and weighs none', async () => {
  const henrike = await w.as('henrike')
  const elsewhere = await decided(w, 'en', ['gerd', 'swantje'])
  const expired = await decided(w, 'kk', ['mirjam', 'swantje'], { inForceUntil: '2026-10-02' })
  const form = { who: 'new', organisation: 'Turnverein Larnau', weight: 9 }
  const before = await standingSeatsOf(w.db, w.groups.kk.id)
  for (const givenBy of ['', 'beim Kaffee', 'KK-2026-999', elsewhere, expired]) {
    const refused = await henrike('/groups/kk/seats', { form: { ...form, givenBy } })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/Nummer des Beschlusses|keinen Beschluss mit dieser Nummer, der heute gilt/)
    const end = await henrike(`/groups/kk/seats/${before[0]?.id}/end`, { form: { endedBy: givenBy } })
    expect(end.status).toBe(422)
  }
  expect(await standingSeatsOf(w.db, w.groups.kk.id)).toHaveLength(before.length)
  expect((await henrike('/groups/kk/seats', { form: { ...form, givenBy: await inCircle(w) } })).status).toBe(303)
  const gymnasts = (await standingSeatsOf(w.db, w.groups.kk.id)).find(({ name }) => name === 'Turnverein Larnau')
  expect(gymnasts?.weight).toBe(1)
})

test('a deputy who is put on a seat joins the group without a vote of their own', async () => {
  const henrike = await w.as('henrike')
  const { id } = await standing(w, 'o1')
  const form = { personId: w.people.bjarne.id, rank: 'deputy' }
  await henrike(`/groups/kk/seats/${id}/holders`, { form })
  const bjarne = (await peopleIn(w.db, w.groups.kk.id)).find(({ person }) => person.id === w.people.bjarne.id)
  expect(bjarne?.membership).toMatchObject({ standing: 'member', votes: false })
  const [roswitha, deputy] = (await standing(w, 'o1')).holders
  expect([roswitha?.rank, deputy?.rank, deputy?.isHere]).toEqual(['principal', 'deputy', true])
  expect((await henrike(`/groups/kk/holders/${deputy?.holderId}/end`, { form: {} })).status).toBe(303)
  expect((await standing(w, 'o1')).holders).toHaveLength(1)
})

test('an own vote is handed over and taken back only where the rules allow it', async () => {
  const gerd = await w.as('gerd')
  const bjarne = await w.as('bjarne')
  const form = { holderId: w.people.tarek.id }
  expect(await (await gerd('/groups/en/seats')).text()).toContain('In dieser Gruppe stimmt jede Person selbst ab.')
  expect((await gerd('/groups/en/proxies', { form })).status).toBe(403)

  await ruled(w, 'en', { proxiesPerHolder: 1 })
  expect((await gerd('/groups/en/proxies', { form })).status).toBe(303)
  const full = await bjarne('/groups/en/proxies', { form })
  expect(full.status).toBe(422)
  expect(await full.text()).toContain('Diese Person stimmt schon für so viele andere mit ab, wie die Regeln erlauben.')
  expect((await gerd('/groups/en/proxies', { form: { holderId: w.people.gerd.id } })).status).toBe(422)
  const [proxy] = await proxiesIn(w.db, w.groups.en.id)
  expect(proxy?.principal.name).toBe('Gerd Moosbach')
  expect((await bjarne(`/groups/en/proxies/${proxy?.id}/end`, { form: {} })).status).toBe(403)
  expect((await gerd(`/groups/en/proxies/${proxy?.id}/end`, { form: {} })).status).toBe(303)
  expect(await proxiesIn(w.db, w.groups.en.id)).toEqual([])
})
