import { desc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { peopleIn, roleHolders, votersOf } from '#src/groups/people.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Revocation } from '#src/ports.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { type World, world } from '../support/world.ts'
import { belongs, entryOf } from './entry.ts'

let w: World
const today = dayOf(new Date())

beforeEach(async () => {
  w = await world()
})

const lastEvent = async () => (await w.db.select().from(events).orderBy(desc(events.seq)).limit(1))[0]

test('the page names people, roles and terms, organisations, mandate and rules', async () => {
  const page = await (await (await w.as('gerd'))('/groups/en/people')).text()
  for (const words of [
    'Swantje Kieselbach',
    'Leitung bis',
    'Bürgerenergie Larn eG',
    'Bürgerenergie, Wärme',
    'Konsent',
  ]) {
    expect(page).toContain(words)
  }
  expect(page).toContain('Einladen und Ämter eintragen kann die Leitung: Swantje Kieselbach.')
  expect(page).not.toContain('@example.org')
})

test('the same page in English', async () => {
  const gerd = await w.as('gerd')
  await gerd('/language', { form: { lang: 'en' } })
  const page = await (await gerd('/groups/en/people')).text()
  expect(page).toContain('How this group decides')
  expect(page).toContain('At least one half of those entitled to vote must answer.')
})

test('who does not belong to the group finds nothing there', async () => {
  const nele = await w.as('nele')
  const { membership } = await entryOf(w, 'gerd', 'en')
  for (const path of [paths.people(w.groups.en), paths.group(w.groups.en)]) {
    expect([path, (await nele(path)).status]).toEqual([path, 404])
  }
  for (const path of [paths.departure(w.groups.en, membership), paths.roles(w.groups.en, membership)]) {
    expect([path, (await nele(path, { method: 'POST' })).status]).toEqual([path, 404])
  }
})

test('a membership of another group cannot be reached through this one (S-44)', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'nele', 'lw')
  expect((await swantje(paths.departure(w.groups.en, membership), { method: 'POST' })).status).toBe(404)
  expect(await belongs(w, 'nele', 'lw')).toBe(true)
})

test('the lead enters a role with its term, and the role counts at once', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'gerd', 'en')
  const endsOn = addDays(today, 365)
  const revoked: Revocation[] = []
  w.ports.bus.onRevocation((one) => revoked.push(one))
  const form = { role: 'facilitator', endsOn, givenBy: 'EN-2026-004' }
  expect((await swantje(paths.roles(w.groups.en, membership), { form })).status).toBe(303)
  expect((await entryOf(w, 'gerd', 'en')).terms).toMatchObject([{ role: 'facilitator', endsOn, startsOn: today }])
  expect(await lastEvent()).toMatchObject({ kind: 'role.given', facts: { name: 'Gerd Moosbach', role: 'facilitator' } })
  await expect.poll(() => revoked).toMatchObject([{ personId: w.people.gerd.id, final: false }])
})

test.each([
  ['bjarne', { role: 'coordinator' }, 'Dieses Amt gibt es hier nicht.'],
  ['bjarne', { role: 'king' }, 'Bitte wähle ein Amt.'],
  ['bjarne', {}, 'Bitte wähle ein Amt.'],
  ['bjarne', { role: 'delegate', endsOn: '2020-01-01' }, 'Dieser Tag ist schon vorbei.'],
  ['tarek', { role: 'lead' }, 'Leitung und Delegation in den Kreis liegen bei zwei verschiedenen Menschen.'],
  ['swantje', { role: 'delegate' }, 'Leitung und Delegation in den Kreis liegen bei zwei verschiedenen Menschen.'],
] as const)('%s does not get %j (S-47)', async (person, form, words) => {
  const swantje = await w.as('swantje')
  const { membership, roles } = await entryOf(w, person, 'en')
  const refused = await swantje(paths.roles(w.groups.en, membership), { form })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(words)
  expect((await entryOf(w, person, 'en')).roles).toEqual(roles)
})

test('who does not look after the group changes nobody and learns nothing from the form', async () => {
  const bjarne = await w.as('bjarne')
  const { membership } = await entryOf(w, 'gerd', 'en')
  const tried = [
    paths.roles(w.groups.en, membership),
    paths.departure(w.groups.en, membership),
    paths.lastDay(w.groups.en, membership),
    paths.invitations(w.groups.en),
    paths.mandate(w.groups.en),
  ]
  for (const path of tried) expect([path, (await bjarne(path, { form: {} })).status]).toEqual([path, 403])
  expect(await lastEvent()).toBeUndefined()
})

test('a role ends, and a further one takes its place', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'tarek', 'en')
  expect((await swantje(paths.roleEnd(w.groups.en, membership, 'delegate'), { method: 'POST' })).status).toBe(303)
  expect(await roleHolders(w.db, w.groups.en.id, ['delegate'])).toEqual([])
  const { membership: bjarnes } = await entryOf(w, 'bjarne', 'en')
  await swantje(paths.roles(w.groups.en, bjarnes), { form: { role: 'delegate' } })
  expect(await roleHolders(w.db, w.groups.en.id, ['delegate', 'lead'])).toEqual([
    'Bjarne Tannrodt',
    'Swantje Kieselbach',
  ])
})

test('a role whose term is over is no role any more', async () => {
  const inThreeYears = new Date(Date.now() + 3 * 366 * 24 * 60 * 60_000)
  expect(await roleHolders(w.db, w.groups.en.id, ['lead'], inThreeYears)).toEqual([])
})

test('the last lead stays, and the page says what to do first (S-48)', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'swantje', 'en')
  for (const path of [paths.departure(w.groups.en, membership), paths.roleEnd(w.groups.en, membership, 'lead')]) {
    const refused = await swantje(path, { method: 'POST' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/[Gg]ib das Amt (vorher|zuerst) jemand anderem/)
  }
  expect((await entryOf(w, 'swantje', 'en')).roles).toEqual(['lead'])
  expect(await lastEvent()).toBeUndefined()
})

test('the last coordinator stays (S-48)', async () => {
  const henrike = await w.as('henrike')
  const { membership } = await entryOf(w, 'henrike', 'kk')
  expect((await henrike(paths.departure(w.groups.kk, membership), { method: 'POST' })).status).toBe(422)
  expect(await belongs(w, 'henrike', 'kk')).toBe(true)
})

test.each([
  ['henrike', 'kk', 'coordinator'],
  ['swantje', 'en', 'lead'],
] as const)('%s who alone looks after %s does not end by a date either (S-48)', async (person, group, role) => {
  const browser = await w.as(person)
  const { membership } = await entryOf(w, person, group)
  const path = paths.roles(w.groups[group], membership)
  const refused = await browser(path, { form: { role, endsOn: today } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Gib das Amt zuerst jemand anderem, mindestens so lange')
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000)
  expect(await roleHolders(w.db, w.groups[group].id, [role], tomorrow)).toHaveLength(1)
  expect((await browser(path, { form: { role } })).status).toBe(303)
  expect((await browser(path, { form: { role, endsOn: addDays(today, 5000) } })).status).toBe(422)
})

test('whoever has the role for a shorter time does not take the place of the last keeper (S-48)', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'swantje', 'en')
  const { membership: gerds } = await entryOf(w, 'gerd', 'en')
  const leave = () => swantje(paths.departure(w.groups.en, membership), { method: 'POST' })
  await swantje(paths.roles(w.groups.en, gerds), { form: { role: 'lead', endsOn: today } })
  const refused = await leave()
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('mindestens für dieselbe Zeit')
  await swantje(paths.roles(w.groups.en, gerds), { form: { role: 'lead' } })
  expect((await leave()).status).toBe(303)
})

test('lead and delegate stay two people when both are given at the same moment', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'bjarne', 'en')
  const give = (role: string) => swantje(paths.roles(w.groups.en, membership), { form: { role } })
  const answers = await Promise.all([give('lead'), give('delegate')])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect((await entryOf(w, 'bjarne', 'en')).roles).toHaveLength(1)
})

test('of two leads who leave at the same moment one stays (S-48)', async () => {
  const swantje = await w.as('swantje')
  const { membership: gerds } = await entryOf(w, 'gerd', 'en')
  await swantje(paths.roles(w.groups.en, gerds), { form: { role: 'lead' } })
  const gerd = await w.as('gerd')
  const { membership: swantjes } = await entryOf(w, 'swantje', 'en')
  const answers = await Promise.all([
    swantje(paths.departure(w.groups.en, swantjes), { method: 'POST' }),
    gerd(paths.departure(w.groups.en, gerds), { method: 'POST' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await roleHolders(w.db, w.groups.en.id, ['lead'])).toHaveLength(1)
})

test('whoever leaves is out at once: pages, roles and the open stream', async () => {
  const tarek = await w.as('tarek')
  const { membership } = await entryOf(w, 'tarek', 'en')
  const stream = await tarek('/groups/en/stream?seen=0', { headers: { Accept: 'text/event-stream' } })
  const ended = stream.text()
  const left = await tarek(paths.departure(w.groups.en, membership), { method: 'POST' })
  expect([left.status, left.headers.get('Location')]).toEqual([303, '/groups'])
  await ended
  for (const path of ['/groups/en', '/groups/en/people', '/groups/en/stream?seen=0']) {
    expect([path, (await tarek(path)).status]).toEqual([path, 404])
  }
  expect(await roleHolders(w.db, w.groups.en.id, ['delegate'])).toEqual([])
  expect(await lastEvent()).toMatchObject({ kind: 'member.left', facts: { name: 'Tarek Lindhövel' } })
  expect((await tarek('/groups/kk/people')).status).toBe(200)
})

test('the lead sees somebody off', async () => {
  const swantje = await w.as('swantje')
  const { membership } = await entryOf(w, 'fritjof', 'en')
  expect((await swantje(paths.departure(w.groups.en, membership), { method: 'POST' })).status).toBe(303)
  expect((await (await w.as('fritjof'))('/groups/en/people')).status).toBe(404)
  const [row] = await w.db.select().from(memberships).where(eq(memberships.id, membership.id))
  expect(row?.endedAt).toBeInstanceOf(Date)
})

test('a guest belongs to the group up to and including the last day, and never votes', async () => {
  const vera = await entryOf(w, 'vera', 'di')
  const lastDay = vera.membership.endsOn ?? ''
  const names = async (now: Date) => (await peopleIn(w.db, w.groups.di.id, now)).map(({ person }) => person.name)
  expect(await names(new Date(`${lastDay}T12:00:00Z`))).toContain('Vera Hollunder')
  expect(await names(new Date(`${addDays(lastDay, 1)}T12:00:00Z`))).not.toContain('Vera Hollunder')
  expect((await votersOf(w.db, w.groups.di.id, today)).map(({ name }) => name)).toEqual([
    'Fritjof Bellinghaus',
    'Gerd Moosbach',
    'Piet Sandkuhl',
  ])
})

test('the lead moves the last day of a guest, and a day that has passed ends nothing by mistake', async () => {
  const piet = await w.as('piet')
  const { membership } = await entryOf(w, 'vera', 'di')
  const form = { endsOn: addDays(today, 1) }
  expect((await piet(paths.lastDay(w.groups.di, membership), { form })).status).toBe(303)
  expect((await entryOf(w, 'vera', 'di')).membership.endsOn).toBe(form.endsOn)
  expect((await piet(paths.lastDay(w.groups.di, membership), { form: { endsOn: '2020-01-01' } })).status).toBe(422)
  expect(await belongs(w, 'vera', 'di')).toBe(true)
})

test('a member has no last day to be moved', async () => {
  const piet = await w.as('piet')
  const { membership } = await entryOf(w, 'gerd', 'di')
  await piet(paths.lastDay(w.groups.di, membership), { form: { endsOn: addDays(today, 1) } })
  expect((await entryOf(w, 'gerd', 'di')).membership.endsOn).toBeNull()
})

test('a guest sees whom to turn to, and not who else belongs to the group', async () => {
  const page = await (await (await w.as('vera'))('/groups/di/people')).text()
  for (const name of ['Vera Hollunder', 'Piet Sandkuhl', 'Fritjof Bellinghaus']) expect(page).toContain(name)
  expect(page).not.toContain('Gerd Moosbach')
})

test('who attends the circle without a vote is on no roll', async () => {
  const names = (await votersOf(w.db, w.groups.kk.id, today)).map(({ name }) => name)
  expect(names).toHaveLength(15)
  expect(names).not.toContain('Henrike Talmann')
})
