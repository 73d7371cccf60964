import { count, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { mailOf } from '#src/dev/cast.ts'
import { mandateInForce } from '#src/groups/mandate.ts'
import { findActor } from '#src/groups/membership.ts'
import { roleHolders } from '#src/groups/people.ts'
import { allGroups } from '#src/groups/register.ts'
import { currentRules } from '#src/groups/rule-sets.ts'
import { initialRules } from '#src/groups/rules.ts'
import { groups } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { linkIn, mailTo } from '../identity/link-in-mail.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const wanted = { name: 'AG Wasser', prefix: 'wa', aim: 'Bäche und Brunnen', firstLead: 'known' }

const groupNamed = async (prefix: string) =>
  (await allGroups(w.db)).find(({ group }) => group.prefix === prefix)?.group ?? null

test('everybody sees all groups, what they are for and who speaks for them, and enters only the own ones', async () => {
  const page = await (await (await w.as('gerd'))('/groups')).text()
  for (const words of ['AG\u00A0Landwirtschaft', 'Boden, Wasser, regionale Märkte', 'Leitung: Nele Auerswald-Pohl']) {
    expect(page).toContain(words)
  }
  expect(page).toContain('href="/groups/en"')
  expect(page).not.toContain('href="/groups/lw"')
  expect(page).not.toContain('Neue Gruppe gründen')
})

test('a coordinator founds a group with a lead who is known', async () => {
  const henrike = await w.as('henrike')
  expect(await (await henrike('/groups')).text()).toContain('Neue Gruppe gründen')
  expect((await henrike(paths.newGroup())).status).toBe(200)
  const form = { ...wanted, personId: w.people.vincent.id }
  expect((await henrike(paths.newGroup(), { form })).status).toBe(303)

  const group = await groupNamed('WA')
  expect(group).toMatchObject({ slug: 'wa', name: 'AG Wasser', kind: 'working_group' })
  const id = group?.id ?? ''
  expect(await roleHolders(w.db, id, ['lead'])).toEqual(['Vincent Ahrsiek'])
  expect((await mandateInForce(w.db, id))?.aim).toBe('Bäche und Brunnen')
  expect(await currentRules(w.db, id)).toMatchObject({ version: 1, rules: initialRules })
  expect((await (await w.as('vincent'))('/groups/wa/people')).status).toBe(200)
  expect((await henrike('/groups/wa/people')).status).toBe(404)
})

test('a group begins with somebody new, who becomes its lead by accepting', async () => {
  const henrike = await w.as('henrike')
  const form = { ...wanted, prefix: 'HO', name: 'AG Holz', firstLead: 'new', email: 'mila@example.org' }
  expect((await henrike(paths.newGroup(), { form })).status).toBe(303)
  const link = linkIn(w, await mailTo(w, 'mila@example.org'))
  expect((await w.anonymous(link, { form: { name: 'Mila' } })).headers.get('Location')).toBe('/groups/ho')
  expect(await roleHolders(w.db, (await groupNamed('HO'))?.id ?? '', ['lead'])).toEqual(['Mila'])
})

test.each(['swantje', 'ayla', 'piet', 'vera'] as const)('%s cannot found a group', async (person) => {
  const browser = await w.as(person)
  expect((await browser(paths.newGroup())).status).toBe(403)
  expect((await browser(paths.newGroup(), { form: { ...wanted, prefix: 'NO' } })).status).toBe(403)
  expect(await groupNamed('NO')).toBeNull()
})

test.each([
  [{ ...wanted, prefix: 'EN' }, 'Dieses Kürzel hat schon eine andere Gruppe.'],
  [{ ...wanted, prefix: 'new' }, 'Dieses Kürzel hat schon eine andere Gruppe.'],
  [{ ...wanted, prefix: 'Ä1' }, 'Ein Kürzel hat zwei bis vier Buchstaben'],
  [{ ...wanted, prefix: 'XA', name: '' }, 'Bitte gib der Gruppe einen Namen.'],
  [{ ...wanted, prefix: 'XA', aim: '' }, 'Bitte schreib hin, wozu es die Gruppe gibt.'],
  [{ ...wanted, prefix: 'XA', personId: '' }, 'Bitte wähle eine Person.'],
  [{ ...wanted, prefix: 'XA', personId: '3b241101-e2bb-4255-8caf-4136c566a962' }, 'Bitte wähle eine Person.'],
  [{ ...wanted, prefix: 'XA', firstLead: 'new' }, 'Bitte schreib die Mailadresse hin.'],
  [{ ...wanted, prefix: 'XA', firstLead: '' }, 'Bitte wähle, wer die Gruppe leitet.'],
])('%j founds nothing', async (form, words) => {
  const henrike = await w.as('henrike')
  const before = await w.db.select({ count: count() }).from(groups)
  const refused = await henrike(paths.newGroup(), { form: { personId: w.people.gerd.id, ...form } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(words)
  expect(await w.db.select({ count: count() }).from(groups)).toEqual(before)
})

test('of two groups with one short sign at the same moment one is founded', async () => {
  const browsers = await Promise.all([w.as('henrike'), w.as('henrike')])
  const form = { ...wanted, prefix: 'ZW', personId: w.people.gerd.id }
  const answers = await Promise.all(browsers.map((henrike) => henrike(paths.newGroup(), { form })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await w.db.select().from(groups).where(eq(groups.prefix, 'ZW'))).toHaveLength(1)
})

test('the coordinator of the sample alliance is Henrike, without a vote', async () => {
  expect(await findActor(w.db, w.people.henrike, 'kk')).toMatchObject({ votes: false, roles: ['coordinator'] })
  expect(mailOf('henrike')).toBe('henrike.talmann@example.org')
})
