import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { sessions } from '#src/identity/schema.ts'
import { absoluteLimit, forgetEndedSessions, idleLimit, personBehind, startSession } from '#src/identity/sessions.ts'
import { createSignInLink } from '#src/identity/sign-in.ts'
import { paths } from '#src/paths.ts'
import type { Revocation } from '#src/ports.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const hour = 60 * 60_000
const later = (milliseconds: number) => new Date(Date.now() + milliseconds)

const start = async (person: keyof World['people'], settings = w.settings) => {
  const { cookie } = await startSession(w.db, settings, w.people[person].id, 'Firefox, Linux')
  return { whole: cookie, shown: cookie.split(';')[0] ?? '' }
}

/** Every value of every table, as one text. */
async function dump(): Promise<string> {
  const tables = await w.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const parts = await Promise.all(
    tables.map(({ name }) => w.db.execute(sql`select * from ${sql.join([sql.identifier(name)])}`)),
  )
  return JSON.stringify(parts)
}

test('no secret of a session or a link can be found in the database (S-14)', async () => {
  const { shown } = await start('gerd')
  const secret = shown.split('=')[1] ?? ''
  const token = await createSignInLink(w.db, w.people.gerd.id)
  expect([secret.length >= 40, token.length >= 22]).toEqual([true, true])
  const everything = await dump()
  expect([everything.includes(secret), everything.includes(token)]).toEqual([false, false])
  for (const { id } of await w.db.select({ id: sessions.id }).from(sessions)) {
    expect(await personBehind(w.db, w.settings, `session=${id}`)).toBeNull()
  }
})

test('signing in gives a new secret and ends the session that was shown (S-15)', async () => {
  const { shown } = await start('ayla')
  const link = paths.signInLink(await createSignInLink(w.db, w.people.ayla.id))
  const revoked: Revocation[] = []
  const forget = w.ports.bus.onRevocation((one) => revoked.push(one))
  const entered = await w.anonymous(link, { method: 'POST', headers: { Cookie: shown } })
  const fresh = entered.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  expect(fresh).not.toBe(shown)
  expect(await personBehind(w.db, w.settings, shown)).toBeNull()
  expect((await personBehind(w.db, w.settings, fresh))?.person.name).toBe('Ayla Brenscheid')
  await expect.poll(() => revoked.map(({ final }) => final)).toEqual([false])
  forget()
})

test('two weeks without use end a session (S-16)', async () => {
  const { shown } = await start('jost')
  expect(await personBehind(w.db, w.settings, shown, later(idleLimit.milliseconds() - 1000))).not.toBeNull()
  const other = await start('jost')
  expect(await personBehind(w.db, w.settings, other.shown, later(idleLimit.milliseconds() + 1000))).toBeNull()
  await forgetEndedSessions(w.ports, later(idleLimit.milliseconds() + 1000))
  expect(await personBehind(w.db, w.settings, other.shown)).toBeNull()
})

test('use prolongs a session, but never beyond ninety days (S-16)', async () => {
  const { shown } = await start('mirjam')
  const days = absoluteLimit.milliseconds() / (24 * hour)
  for (let day = 1; day < days; day += 3) {
    expect(await personBehind(w.db, w.settings, shown, later(day * 24 * hour))).not.toBeNull()
  }
  const [row] = await w.db.select().from(sessions).where(eq(sessions.userId, w.people.mirjam.id))
  expect(row?.expiresAt).toEqual(row?.endsAt)
  expect(await personBehind(w.db, w.settings, shown, later(absoluteLimit.milliseconds() + 1000))).toBeNull()
})

test('a session is prolonged once an hour, not on every page', async () => {
  const { shown } = await start('ilse')
  expect((await personBehind(w.db, w.settings, shown, later(hour / 2)))?.renewed).toBeNull()
  expect((await personBehind(w.db, w.settings, shown, later(hour + 1)))?.renewed).toContain(shown)
  expect((await personBehind(w.db, w.settings, shown, later(hour * 1.5)))?.renewed).toBeNull()
})

test('the cookie is as closed as the address allows (S-19)', async () => {
  const http = await start('ole')
  expect(http.whole).toMatch(/^session=[a-z0-9]{40}; /)
  const settings = { ...w.settings, publicUrl: 'https://kreislauf.example', origins: ['https://kreislauf.example'] }
  const https = await start('ole', settings)
  expect(https.whole).toMatch(/^__Host-session=/)
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=1209600']) {
    expect([http.whole.includes(part), https.whole.includes(part)]).toEqual([true, true])
  }
  expect([http.whole.includes('Secure'), https.whole.includes('Secure')]).toEqual([false, true])
  expect(`${http.whole}${https.whole}`).not.toContain('Domain')
  expect(await personBehind(w.db, settings, https.shown)).not.toBeNull()
  expect(await personBehind(w.db, settings, https.shown.replace('__Host-', ''))).toBeNull()
})

test('signing out ends the session on the server and empties the browser (S-17)', async () => {
  const { shown } = await start('dunja')
  const revoked: Revocation[] = []
  const forget = w.ports.bus.onRevocation((one) => revoked.push(one))
  const out = await w.anonymous('/sign-out', { method: 'POST', headers: { Cookie: shown } })
  expect([out.status, out.headers.get('Location')]).toEqual([303, '/sign-in'])
  expect(out.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
  expect(out.headers.get('Set-Cookie')).toMatch(/^session=; .*Max-Age=0/)
  const replayed = await w.anonymous('/me', { headers: { Cookie: shown } })
  expect(replayed.headers.get('Location')).toContain('/sign-in')
  await expect.poll(() => revoked).toMatchObject([{ personId: w.people.dunja.id, final: true }])
  expect(revoked[0]?.sessionId).toMatch(/^[0-9a-f]{64}$/)
  forget()
})

test('an open stream ends when its session is signed out elsewhere', async () => {
  const phone = await start('vincent')
  const laptop = await w.as('vincent')
  const stream = await w.anonymous('/stream?seen=0', { headers: { Cookie: phone.shown, Accept: 'text/event-stream' } })
  const ended = stream.text()
  await laptop('/me/sessions/end', { method: 'POST' })
  await expect(ended).resolves.toBeTypeOf('string')
})

test('I see where I am signed in and can sign out there (S-20)', async () => {
  const phone = await start('marlies')
  const laptop = await w.as('marlies')
  const page = await (await laptop('/me')).text()
  expect(page).toContain('Firefox, Linux')
  expect(page).toContain('dieses Gerät')
  expect(page).not.toContain(phone.shown.split('=')[1])
  const path = page.match(/\/me\/sessions\/[0-9a-f]{64}\/end/)?.[0] ?? ''
  expect((await laptop(path, { method: 'POST' })).status).toBe(303)
  expect(await personBehind(w.db, w.settings, phone.shown)).toBeNull()
  expect((await laptop('/me')).status).toBe(200)
})

test('nobody ends the sessions of somebody else', async () => {
  const { shown } = await start('hedwig')
  const mine = await personBehind(w.db, w.settings, shown)
  const luca = await w.as('luca')
  expect((await luca(paths.sessionEnd({ id: mine?.sessionId ?? '' }), { method: 'POST' })).status).toBe(404)
  expect(await personBehind(w.db, w.settings, shown)).not.toBeNull()
})

test('ended sessions are forgotten, and what is open in them ends', async () => {
  await start('bjarne')
  const revoked: Revocation[] = []
  const stop = w.ports.bus.onRevocation((revocation) => revoked.push(revocation))
  await forgetEndedSessions(w.ports, later(absoluteLimit.milliseconds() + hour))
  stop()
  expect(await w.db.select().from(sessions)).toEqual([])
  const bjarnes = revoked.filter(({ personId }) => personId === w.people.bjarne.id)
  expect(bjarnes).toContainEqual({ personId: w.people.bjarne.id, sessionId: expect.any(String), final: true })
})
