import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { mailOf } from '#src/dev/cast.ts'
import { oneTimeLinks, sessions, signInTries } from '#src/identity/schema.ts'
import { createSignInLink } from '#src/identity/sign-in.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../support/world.ts'
import { linkIn, mailTo } from './link-in-mail.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

beforeEach(async () => {
  await w.db.delete(signInTries)
})

const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? ''

const sessionsOf = async (person: keyof World['people']) =>
  (await w.db.select().from(sessions).where(eq(sessions.userId, w.people[person].id))).length

test('the link in the mail opens a page with one button, and the button lets the person in', async () => {
  const asked = await w.anonymous('/sign-in', { form: { email: ' Gerd.Moosbach@Example.org ', wanted: '/groups' } })
  expect([asked.status, asked.headers.get('Location')]).toEqual([303, paths.signInSent()])

  const mail = await mailTo(w, mailOf('gerd'))
  expect(mail.subject).toMatch(/^Bis \d{1,2}(:\d\d)?\u00A0Uhr: dein Anmeldelink$/)
  const link = linkIn(w, mail)
  const page = await (await w.anonymous(link)).text()
  expect(page.match(/<form[^>]*action="\/sign-in\/[\s\S]*?<\/form>/)?.[0].match(/<(button|input)/g)).toEqual([
    '<button',
  ])
  expect(page).toContain('Als Gerd Moosbach anmelden')

  const entered = await w.anonymous(link, { method: 'POST' })
  expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/groups'])
  const me = await w.anonymous('/me', { headers: { Cookie: cookieOf(entered) } })
  expect(await me.text()).toContain('Gerd Moosbach')
})

test('a scanner that opens every link uses nothing up (S-07)', async () => {
  const link = paths.signInLink(await createSignInLink(w.db, w.people.ilse.id))
  for (const method of ['HEAD', 'GET', 'GET']) {
    const seen = await w.anonymous(link, { method })
    expect([seen.status, seen.headers.get('Set-Cookie')]).toEqual([200, null])
  }
  expect(await sessionsOf('ilse')).toBe(0)
  expect((await w.anonymous(link, { method: 'POST' })).status).toBe(303)
  expect(await sessionsOf('ilse')).toBe(1)
})

test('ten who press the button at once get one session (S-08)', async () => {
  const link = paths.signInLink(await createSignInLink(w.db, w.people.kemal.id))
  const answers = await Promise.all(Array.from({ length: 10 }, () => w.anonymous(link, { method: 'POST' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(410)])
  expect(await sessionsOf('kemal')).toBe(1)
})

test('only the newest link works, for ten minutes, and once (S-06)', async () => {
  const older = paths.signInLink(await createSignInLink(w.db, w.people.luca.id))
  const newer = paths.signInLink(await createSignInLink(w.db, w.people.luca.id))
  expect((await w.anonymous(older, { method: 'POST' })).status).toBe(410)
  expect((await w.anonymous(newer, { method: 'POST' })).status).toBe(303)
  const again = await w.anonymous(newer)
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('Wir schicken dir gern einen neuen')

  const late = await createSignInLink(w.db, w.people.luca.id)
  await w.db.update(oneTimeLinks).set({ expiresAt: new Date(Date.now() - 1) })
  expect((await w.anonymous(paths.signInLink(late), { method: 'POST' })).status).toBe(410)
})

test('of links made at the same time one lives', async () => {
  const tokens = await Promise.all(Array.from({ length: 5 }, () => createSignInLink(w.db, w.people.jost.id)))
  const answers = await Promise.all(tokens.map((token) => w.anonymous(paths.signInLink(token), { method: 'POST' })))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('a known and an unknown address are answered with the same words (S-05)', async () => {
  const [known, unknown] = await Promise.all(
    [mailOf('nele'), 'nobody@example.org'].map((email) => w.anonymous('/sign-in', { form: { email } })),
  )
  expect([known?.status, known?.headers.get('Location')]).toEqual([unknown?.status, unknown?.headers.get('Location')])
  const page = await (await w.anonymous(paths.signInSent())).text()
  expect(page).toContain('Wenn wir deine Adresse kennen')
  await mailTo(w, mailOf('nele'))
  expect(w.mails().some(({ to }) => to === 'nobody@example.org')).toBe(false)
})

test('asking again and again is slowed down, for known and unknown addresses alike (S-03)', async () => {
  for (const email of [mailOf('ole'), 'stranger@example.org']) {
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await w.anonymous('/sign-in', { form: { email } })).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  }
  const refused = await w.anonymous('/sign-in', { form: { email: mailOf('ole') } })
  expect(refused.headers.get('Retry-After')).toBe('600')
  expect(await refused.text()).toContain('Warte ein paar Minuten')
})

test('who asks twenty times at once gets five links, and hammering locks nobody out', async () => {
  const ask = () => w.anonymous('/sign-in', { form: { email: mailOf('roswitha') } })
  const answers = await Promise.all(Array.from({ length: 20 }, ask))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
  expect(await w.db.select().from(signInTries)).toHaveLength(5)
  await w.db.update(signInTries).set({ createdAt: new Date(Date.now() - 11 * 60_000) })
  expect((await ask()).status).toBe(303)
  expect(await w.db.select().from(signInTries)).toHaveLength(1)
})

test('one network cannot ask for everybody, whatever addresses it claims to have (S-04)', async () => {
  const statuses = []
  for (let i = 0; i < 20; i++) {
    const headers = {
      'X-Forwarded-For': `10.0.0.${i}`,
      'CF-Connecting-IP': `10.0.1.${i}`,
      Forwarded: `for=10.0.2.${i}`,
    }
    statuses.push((await w.anonymous('/sign-in', { form: { email: `p${i}@example.org` }, headers })).status)
  }
  expect(statuses.indexOf(429)).toBe(15)
})

test('addresses in mails start with the configured one, whatever the request says (S-30)', async () => {
  const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' }
  await w.anonymous('/sign-in', { form: { email: mailOf('dunja') }, headers })
  const mail = await mailTo(w, mailOf('dunja'))
  expect(`${mail.text}${mail.html}`).not.toContain('evil.example')
  expect(mail.html).toContain('href="http://localhost:3000/sign-in/')
})

test.each([
  ['nothing', ''],
  ['a word', 'nobody'],
  ['a short name', 'a@b'],
  ['two addresses', 'gerd.moosbach@example.org, evil@example.com'],
  ['a further header', 'gerd.moosbach@example.org\r\nBcc: evil@example.com'],
  ['an address inside an address', '"gerd"@example.org <evil@example.com>'],
  ['a name of 300 letters', `${'a'.repeat(300)}@example.org`],
  ['10,000 brackets', `${'('.repeat(10_000)}@example.org`],
])('%s is no address, and the page says so (S-56)', async (_what, email) => {
  const answer = await w.anonymous('/sign-in', { form: { email } })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toMatch(/Das ist keine Mailadresse|Bitte schreib deine Mailadresse/)
})

test('signed out, a page leads to the sign-in and from there to the page', async () => {
  const away = await w.anonymous('/groups/en/tasks?open=1')
  expect(away.headers.get('Location')).toBe('/sign-in?wanted=%2Fgroups%2Fen%2Ftasks%3Fopen%3D1')
  const page = await (await w.anonymous(away.headers.get('Location') ?? '')).text()
  expect(page).toContain('name="wanted" value="/groups/en/tasks?open=1"')

  await w.anonymous('/sign-in', { form: { email: mailOf('tarek'), wanted: '/groups/en/tasks?open=1' } })
  const entered = await w.anonymous(linkIn(w, await mailTo(w, mailOf('tarek'))), { method: 'POST' })
  expect(entered.headers.get('Location')).toBe('/groups/en/tasks?open=1')
})

test('who is signed in already is led on', async () => {
  const hedwig = await w.as('hedwig')
  expect((await hedwig('/sign-in?wanted=/groups')).headers.get('Location')).toBe('/groups')
})

test('mail and pages speak English with whoever reads English', async () => {
  const headers = { 'Accept-Language': 'en' }
  expect(await (await w.anonymous('/sign-in', { headers })).text()).toContain('You do not need a password')
  await w.anonymous('/sign-in', { form: { email: mailOf('vincent') }, headers })
  expect((await mailTo(w, mailOf('vincent'))).subject).toMatch(/^Until .*: your sign-in link$/)
})

test('the demo shows its mails on a page, newest first', async () => {
  await w.anonymous('/sign-in', { form: { email: mailOf('marlies') } })
  const link = linkIn(w, await mailTo(w, mailOf('marlies')))
  const page = await (await w.anonymous('/mailbox')).text()
  expect(page).toContain(`href="http://localhost:3000${link}"`)
})
