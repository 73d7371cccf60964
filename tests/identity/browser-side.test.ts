import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { people } from '#src/identity/schema.ts'
import { ownPath } from '#src/web/own-path.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'

let w: World
let swantje: Browse

beforeAll(async () => {
  w = await world()
  swantje = await w.as('swantje')
})

const nameNow = async () =>
  (await w.db.select({ name: people.name }).from(people).where(eq(people.id, w.people.swantje.id)))[0]?.name

const own = 'http://localhost:3000'
const urlencoded = 'application/x-www-form-urlencoded'

test.each([
  ['a page of ours', { 'Sec-Fetch-Site': 'same-origin' }, urlencoded, true],
  ['a page of ours, in an older browser', { Origin: own }, urlencoded, true],
  ['a foreign page', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, urlencoded, false],
  ['a neighbour on the same domain', { 'Sec-Fetch-Site': 'same-site', Origin: own }, urlencoded, false],
  ['the address bar', { 'Sec-Fetch-Site': 'none' }, urlencoded, false],
  ['a foreign page, in an older browser', { Origin: 'https://evil.example' }, urlencoded, false],
  ['our name with the other scheme', { Origin: 'https://localhost:3000' }, urlencoded, false],
  ['our name with another port', { Origin: 'http://localhost:4000' }, urlencoded, false],
  ['a sandboxed frame', { Origin: 'null' }, urlencoded, false],
  ['somebody who says nothing', {}, urlencoded, false],
  ['a foreign page with JSON', { Origin: 'https://evil.example' }, 'application/json', false],
  ['a foreign page with plain text', { Origin: 'https://evil.example' }, 'text/plain', false],
  ['a foreign page without a type', { Origin: 'https://evil.example' }, undefined, false],
  ['somebody who says nothing, without a type', {}, undefined, false],
] as [string, Record<string, string>, string | undefined, boolean][])(
  'a change sent by %s is refused or not (S-21)',
  async (_who, said, type, accepted) => {
    const before = await nameNow()
    const headers = { 'Sec-Fetch-Site': '', ...(type ? { 'Content-Type': type } : {}), ...said }
    const body = new TextEncoder().encode(`name=${before === 'Eins' ? 'Zwei' : 'Eins'}`)
    const answer = await swantje('/me/name', { method: 'POST', headers, body })
    expect(answer.status).toBe(accepted ? 303 : 403)
    expect((await nameNow()) !== before).toBe(accepted)
  },
)

const digest = async () => {
  const rows = await w.db.execute(sql`select relname, n_tup_ins + n_tup_upd + n_tup_del as changes
    from pg_stat_xact_user_tables order by relname`)
  const counts = await w.db.execute(sql`select (xpath('/row/hash/text()', query_to_xml(format(
    'select md5(coalesce(string_agg(t::text, '','' order by t::text), '''')) as hash from %I t', table_name),
    false, true, '')))[1]::text as hash, table_name from information_schema.tables
    where table_schema = 'public' order by table_name`)
  return JSON.stringify([rows.length, counts])
}

test('looking at every page twice changes nothing (S-22)', async () => {
  const pages = ['/sign-in', '/sign-in/sent', '/mailbox', '/me', '/groups', '/groups/en/people', '/tasks']
  const before = await digest()
  for (const page of [...pages, ...pages]) expect([page, (await swantje(page)).status < 400]).toEqual([page, true])
  expect(await digest()).toBe(before)
})

test.each([
  ['/groups/en', '/groups/en'],
  ['/groups/en/people?x=1&y=%2F', '/groups/en/people?x=1&y=%2F'],
  ['/groups/../me', '/me'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n//evil.example', '/'],
  ['/.//evil.example', '/'],
  ['https://evil.example', '/'],
  ['https:evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['data:text/html,x', '/'],
  ['\\\\evil.example', '/'],
  [' /groups', '/'],
  ['groups', '/'],
  ['/@evil.example', '/@evil.example'],
  ['', '/'],
  [undefined, '/'],
])('after signing in, %j leads to %s (S-29)', (wanted, target) => {
  expect(ownPath(wanted)).toBe(target)
})

test('no way of asking leads to another site after signing in (S-29)', async () => {
  const hostile = encodeURIComponent('//evil.example')
  expect((await swantje(`/sign-in?wanted=${hostile}`)).headers.get('Location')).toBe('/')
  expect(await (await w.anonymous(`/sign-in?wanted=${hostile}`)).text()).not.toContain('evil.example')
})

test.each([
  ['NUL', 'Swan\u0000tje', 'Swantje'],
  ['half a pair', 'Swantje \ud800', 'Swantje \ufffd'],
  ['direction controls', 'Swantje\u202e\u2066', 'Swantje'],
  ['control characters', 'Swan\u0007tje\u009b', 'Swantje'],
  ['line breaks', 'Swantje\r\nBcc: x@example.org', 'Swantje Bcc: x@example.org'],
])('%s in what is typed does no harm (S-53)', async (_what, typed, stored) => {
  const answer = await swantje('/me/name', { form: { name: typed } })
  expect(answer.status).toBe(303)
  expect(await nameNow()).toBe(stored)
})

test.each([
  '/groups/%00',
  '/groups/%00/people',
  '/groups/en%00',
  '/sign-in/%00',
  '/groups/%FF',
  '/me/sessions/%00/end',
])('%s is answered like anything that is not there (S-53)', async (path) => {
  expect((await swantje(path)).status).toBeLessThan(500)
  expect((await swantje(path, { method: 'POST' })).status).toBeLessThan(500)
})
