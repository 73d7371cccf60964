import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { sendLateGuestsOff } from '#src/groups/guests.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { addText, openSyncedTab } from '../documents/editing/co-editing.ts'
import { entryOf } from '../groups/entry.ts'
import { servedWorld } from '../support/served-world.ts'

const set = servedWorld()

/** An open text and streams of this person. `gone` says how the text was closed, once all of them are. */
async function open(person: PersonKey, cookie: string, streams: string[]) {
  const { id, sync } = await addText(set.w)
  if (person === 'vera')
    await set.w.db.insert(documentGuests).values({ documentId: id, personId: set.w.people.vera.id })
  const tab = await openSyncedTab({ url: set.served.url, cookie: async () => cookie }, person, sync)
  onTestFinished(() => tab.close())
  const closed = new Promise<number>((resolve) => {
    tab.provider.on('connection-close', (event) => resolve(event?.code ?? 0))
  })
  const heard = await Promise.all(streams.map((path) => fetch(set.served.url + path, { headers: { Cookie: cookie } })))
  expect(heard.map(({ status }) => status)).toEqual(streams.map(() => 200))
  return { gone: Promise.all([closed, ...heard.map((stream) => stream.text())]).then(([code]) => code) }
}

const post = (cookie: string, path: string, form: Record<string, string> = {}) =>
  fetch(set.served.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: set.served.url },
    body: new URLSearchParams(form),
  })

const look = (cookie: string, path: string) =>
  fetch(set.served.url + path, { headers: { Cookie: cookie }, redirect: 'manual' })

const streams = [paths.stream(0), '/groups/en/stream?seen=0']

/** Three seconds for what is open, and two for getting there. */
const timeout = 5_000

test('signing out ends what is open in this browser, and nothing elsewhere (S-17)', { timeout }, async () => {
  const [phone, laptop] = await Promise.all([set.served.cookie('gerd'), set.served.cookie('gerd')])
  const [here, there] = await Promise.all([open('gerd', phone, streams), open('gerd', laptop, [])])
  const out = await post(phone, paths.signOut())
  expect([out.status, out.headers.get('Clear-Site-Data')]).toEqual([303, '"cache", "storage"'])
  expect(await here.gone).toBe(4401)
  expect((await look(phone, paths.me())).headers.get('Location')).toContain('/sign-in')
  expect((await look(laptop, paths.me())).status).toBe(200)
  expect(await Promise.race([there.gone, 'still open'])).toBe('still open')
})

test('ending all other sessions ends what is open there (S-17)', { timeout }, async () => {
  const [phone, laptop] = await Promise.all([set.served.cookie('bjarne'), set.served.cookie('bjarne')])
  const there = await open('bjarne', phone, streams)
  await post(laptop, paths.otherSessionsEnd())
  expect(await there.gone).toBe(4401)
  expect((await look(phone, paths.me())).status).toBe(303)
})

test('somebody whose role has changed is judged anew, wherever they are (S-18)', { timeout }, async () => {
  const [gerd, swantje] = await Promise.all([set.served.cookie('gerd'), set.served.cookie('swantje')])
  const { gone } = await open('gerd', gerd, streams)
  const { membership } = await entryOf(set.w, 'gerd', 'en')
  await post(swantje, paths.roles(set.w.groups.en, membership), { role: 'facilitator' })
  expect(await gone).toBe(4500)
  expect((await look(gerd, '/groups/en')).status).toBe(200)
})

test('somebody who was removed from a group hears and reads nothing of it any more (S-18)', { timeout }, async () => {
  const [fritjof, swantje] = await Promise.all([set.served.cookie('fritjof'), set.served.cookie('swantje')])
  const { gone } = await open('fritjof', fritjof, streams)
  const { membership } = await entryOf(set.w, 'fritjof', 'en')
  expect((await post(swantje, paths.departure(set.w.groups.en, membership))).status).toBe(303)
  expect(await gone).toBe(4403)
  expect((await look(fritjof, '/groups/en')).status).toBe(404)
  expect((await look(fritjof, '/groups/en/stream?seen=0')).status).toBe(404)
})

test('a guest whose last day is over does not go on reading on a page that was open', { timeout }, async () => {
  const today = dayOf(new Date())
  const vera = {
    groupId: set.w.groups.en.id,
    personId: set.w.people.vera.id,
    standing: 'guest',
    votes: false,
  } as const
  await set.w.db.insert(memberships).values({ ...vera, endsOn: today })
  const { gone } = await open('vera', await set.served.cookie('vera'), [paths.stream(0)])
  await sendLateGuestsOff(set.w.ports)
  expect(await Promise.race([gone, 'still open'])).toBe('still open')
  await sendLateGuestsOff(set.w.ports, new Date(`${addDays(today, 1)}T12:00:00Z`))
  expect(await gone).toBe(4403)
})

test('when a revocation may have been missed, everybody is judged anew', { timeout: 15_000 }, async () => {
  const { gone } = await open('swantje', await set.served.cookie('swantje'), streams)
  await set.w.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`)
  expect(await gone).toBe(4500)
})
