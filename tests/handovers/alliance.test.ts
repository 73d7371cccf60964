import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { mailOf, type PersonKey } from '#src/dev/cast.ts'
import { memberships } from '#src/groups/schema.ts'
import { handovers } from '#src/handovers/schema.ts'
import { isClosed } from '#src/identity/closing.ts'
import { accountClosings, sessions } from '#src/identity/schema.ts'
import { startSession } from '#src/identity/sessions.ts'
import { createSignInLink } from '#src/identity/sign-in.ts'
import { paths } from '#src/paths.ts'
import { deciding } from '../decisions/setting.ts'
import { belongs, entryOf } from '../groups/entry.ts'
import { mailTo } from '../identity/link-in-mail.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeEach(async () => {
  w = await world()
})

const away = (key: PersonKey) => paths.leavingAlliance(w.people[key])

const groupsOf = async (key: PersonKey) => {
  const rows = await w.db.select().from(memberships).where(eq(memberships.personId, w.people[key].id))
  return rows.filter(({ endedAt }) => endedAt === null).length
}

const mailsTo = (key: PersonKey) => w.mails().filter(({ to }) => to === mailOf(key)).length

test('the account is closed: no session, no link, no mail, until somebody invites again', async () => {
  const fritjof = await w.as('fritjof')
  const elsewhere = await w.as('fritjof')
  const link = paths.signInLink(await createSignInLink(w.db, w.people.fritjof.id))
  const left = await fritjof(away('fritjof'), { form: {} })
  expect([left.status, left.headers.get('Location')]).toEqual([303, paths.signIn()])
  expect([await groupsOf('fritjof'), await isClosed(w.db, w.people.fritjof.id)]).toEqual([0, true])

  for (const browse of [fritjof, elsewhere]) expect((await browse('/')).headers.get('Location')).toContain('/sign-in')
  expect(await w.db.$count(sessions, eq(sessions.userId, w.people.fritjof.id))).toBe(0)
  expect((await w.anonymous(link, { method: 'POST' })).status).toBe(410)
  await expect(startSession(w.db, w.settings, w.people.fritjof.id)).rejects.toThrow()
  const asked = await w.anonymous('/sign-in', { form: { email: mailOf('fritjof') } })
  expect(asked.headers.get('Location')).toBe(paths.signInSent())
  await w.anonymous('/sign-in', { form: { email: mailOf('gerd') } })
  await mailTo(w, mailOf('gerd'))
  expect(mailsTo('fritjof')).toBe(0)

  const swantje = await w.as('swantje')
  const invited = { email: mailOf('fritjof'), standing: 'member', name: 'Fritjof Bellinghaus' }
  expect((await swantje(paths.invitations(w.groups.en), { form: invited })).status).toBe(303)
  expect(await mailTo(w, mailOf('fritjof'))).toBeDefined()
})

test('a link that was made at the last moment opens nothing', async () => {
  const henrike = await w.as('henrike')
  expect((await henrike(away('gerd'), { form: {} })).headers.get('Location')).toBe(paths.groups())
  const late = paths.signInLink(await createSignInLink(w.db, w.people.gerd.id))
  const entered = await w.anonymous(late, { method: 'POST' })
  expect([entered.status, entered.headers.get('Set-Cookie')]).toEqual([410, null])
  expect(await w.db.$count(sessions, eq(sessions.userId, w.people.gerd.id))).toBe(0)
})

test('an account that is closed between the use of its link and the session is not entered', async () => {
  const person = w.people.gerd.id
  await w.db.execute(sql`create function close_at_once() returns trigger language plpgsql as $$
    begin insert into account_closings (person_id, closed_by_id) values (new.person_id, new.person_id); return new; end $$`)
  await w.db.execute(sql`create trigger close_at_once after update of used_at on one_time_links
    for each row execute function close_at_once()`)
  const link = paths.signInLink(await createSignInLink(w.db, person))
  const entered = await w.anonymous(link, { method: 'POST' })
  expect([entered.status, entered.headers.get('Set-Cookie')]).toEqual([410, null])
})

test('the last lead stays in every group until somebody takes over there', async () => {
  const swantje = await w.as('swantje')
  const before = await groupsOf('swantje')
  const refused = await swantje(away('swantje'), { form: {} })
  expect(refused.status).toBe(422)
  const said = await refused.text()
  expect(said).toMatch(/In AG.Energie könnte danach niemand mehr etwas ändern/)
  expect([await groupsOf('swantje'), await w.db.$count(handovers)]).toEqual([before, 0])
  expect(await isClosed(w.db, w.people.swantje.id)).toBe(false)

  const field = `successor-${w.groups.en.id}`
  const noReason = await swantje(away('swantje'), { form: { [field]: w.people.gerd.id } })
  expect(await noReason.text()).toContain('Ämter gehen nur mit einem Beschluss oder einem Grund weiter.')
  const twice = await swantje(away('swantje'), { form: { [field]: w.people.tarek.id, givenBy: 'EN-2026-010' } })
  expect(await twice.text()).toContain('bei zwei verschiedenen Menschen')
  const outside = await swantje(away('swantje'), { form: { [field]: w.people.luca.id, givenBy: 'EN-2026-010' } })
  expect(await outside.text()).toContain('gehört diese Person nicht mehr dazu')
  expect(await groupsOf('swantje')).toBe(before)

  const done = await swantje(away('swantje'), { form: { [field]: w.people.gerd.id, givenBy: 'EN-2026-010' } })
  expect(done.status).toBe(303)
  expect((await entryOf(w, 'gerd', 'en')).roles).toEqual(['lead'])
  expect(await groupsOf('swantje')).toBe(0)
})

test('whoever presses at the same moment as the coordination: it happens once', async () => {
  const [fritjof, henrike] = [await w.as('fritjof'), await w.as('henrike')]
  const all = await groupsOf('fritjof')
  const answers = await Promise.all([
    fritjof(away('fritjof'), { form: {} }),
    henrike(away('fritjof'), { form: {} }),
    henrike(away('fritjof'), { form: {} }),
  ])
  for (const { status } of answers) expect([303, 404]).toContain(status)
  expect(await w.db.$count(handovers)).toBe(all)
  expect(await w.db.$count(accountClosings)).toBe(1)
})

test('two who would hand over to each other at the same moment: one of them stays', async () => {
  const [swantje, gerd] = [await w.as('swantje'), await w.as('gerd')]
  const field = `successor-${w.groups.en.id}`
  await Promise.all([
    swantje(away('swantje'), { form: { [field]: w.people.gerd.id, givenBy: 'EN-2026-010' } }),
    gerd(away('gerd'), { form: { [field]: w.people.swantje.id } }),
  ])
  const here = [await belongs(w, 'swantje', 'en'), await belongs(w, 'gerd', 'en')]
  expect(here.filter(Boolean)).toHaveLength(1)
  const keeper = here[0] ? 'swantje' : 'gerd'
  expect((await entryOf(w, keeper, 'en')).roles).toEqual(['lead'])
  expect(await isClosed(w.db, w.people[keeper].id)).toBe(false)
})

test('only the person and the coordination come here, and the coordination reads no titles', async () => {
  await deciding(w).propose('fritjof', { title: 'Bürgschaft', wording: 'Wir bürgen.', rationale: '' })
  expect((await (await w.as('gerd'))(away('fritjof'))).status).toBe(404)
  expect((await (await w.as('swantje'))(away('fritjof'), { form: {} })).status).toBe(404)
  const mine = await (await (await w.as('fritjof'))(away('fritjof'))).text()
  for (const words of ['Die Allianz verlassen', 'Bürgschaft', 'Protokollführung']) expect(mine).toContain(words)
  const seen = await (await (await w.as('henrike'))(away('fritjof'))).text()
  expect(seen).toContain('Fritjof Bellinghaus verlässt die Allianz')
  expect(seen).not.toContain('Bürgschaft')
  const english = await (await w.as('fritjof'))(away('fritjof'), { headers: { 'Accept-Language': 'en' } })
  const read = await english.text()
  for (const words of ['Leave the alliance', 'One step for all groups.', 'Nobody, what is open becomes free']) {
    expect(read).toContain(words)
  }
})
