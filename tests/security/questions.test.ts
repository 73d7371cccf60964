import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { documents } from '#src/documents/schema.ts'
import { sampleWorld } from '../overview/sample-world.ts'
import type { Browse } from '../support/browse.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
let swantje: Browse
let henrike: Browse
let comparison: string

beforeAll(async () => {
  w = await sampleWorld({ quiet: true })
  ;[swantje, henrike] = await Promise.all([w.as('swantje'), w.as('henrike')])
  const { id } = await w.group('en')
  const ofGroup = and(eq(documents.kind, 'comparison'), eq(documents.groupId, id))
  const [found] = await w.db.select({ id: documents.id }).from(documents).where(ofGroup)
  comparison = found?.id ?? ''
})

const hostile: [what: string, value: string][] = [
  "'",
  '"',
  "' or '1'='1",
  "'; select pg_sleep(30); --",
  "1'; waitfor delay '0:0:30'--",
  '1 union select email from people',
  "en' and 1=(select count(*) from sessions) --",
  '-- ',
  '/* */',
  '\\',
  '%00',
  '%ED%A0%80',
  '%FF',
  '%E2%80%AE',
  '..%2f..%2f',
  '-1',
  '1e309',
  '9223372036854775808',
  'NaN',
  '0x7fffffff',
  '__proto__',
  'x'.repeat(4000),
].map((value) => [value.slice(0, 30), value])

const raw = (value: string) => (/^%|%2f/.test(value) ? value : encodeURIComponent(value))

const questions: [who: () => Browse, path: string, names: string[]][] = [
  [() => swantje, '/decisions', ['group', 'year', 'outcome', 'group[]', 'constructor']],
  [() => swantje, '/groups/en/proposals/new', ['snapshot']],
  [() => swantje, '/groups/en/referrals/new', ['decision', 'follows', 'title']],
  [() => swantje, '/groups/en/documents', ['kind', 'sort', 'page', 'images']],
  [() => henrike, '/circle', ['group', 'sort']],
  [() => swantje, '/sign-in', ['wanted']],
  [() => swantje, '/documents/kept', ['id']],
  [() => henrike, '/groups/kk/publications/new', ['decision']],
]

/** What can be asked about a text, below its address. */
const ofText: [path: string, names: string[]][] = [
  ['', ['text', 'since', 'authors', 'imported']],
  ['/edit', ['mode']],
  ['/comments', ['state', 'by', 'calls', 'words']],
  ['/suggestions', ['state']],
  ['/versions', ['before']],
  ['/versions/difference', ['older', 'newer']],
  ['/quoting', ['version']],
  ['/rows', ['assessment', 'state', 'idea', 'responsible', 'words', 'sort', 'sorted', 'version']],
  ['/rows.csv', ['sort', 'version']],
  ['/export', ['of', 'format']],
]

test.each(hostile)(
  '%j in the question of a page is answered at once, without a failure (S-52)',
  { timeout: 20_000 },
  async (_what, value) => {
    for (const [who, path, names] of questions) {
      for (const name of names) {
        const { status } = await who()(`${path}?${encodeURIComponent(name)}=${raw(value)}`)
        expect([path, name, [200, 303, 404, 422].includes(status)]).toEqual([path, name, true])
        const twice = await who()(`${path}?${name}=${raw(value)}&${name}=${raw(value)}`)
        expect(twice.status).toBeLessThan(500)
      }
    }
  },
)

test.each(hostile)('%j in the questions about a text is answered without a failure (S-52)', async (_what, value) => {
  for (const [path, names] of ofText) {
    const asked = names.map((name) => `${name}=${raw(value)}`).join('&')
    const { status } = await swantje(`/groups/en/documents/${comparison}${path}?${asked}`)
    expect([path, [200, 422].includes(status)]).toEqual([path, true])
  }
})

test('a filter can only make the register smaller (S-45, S-52)', async () => {
  const numbers = async (question: string) =>
    new Set((await (await swantje(`/decisions${question}`)).text()).match(/\b[A-Z]{2}-20\d\d-\d{3}\b/g))
  const all = await numbers('')
  for (const question of ['?group=en', '?year=2026', '?outcome=rejected', '?group=en&group=kk', '?group=nobody']) {
    const fewer = await numbers(question)
    expect([question, [...fewer].filter((number) => !all.has(number))]).toEqual([question, []])
  }
})

test.each(hostile)('%j as the last thing a stream has heard does no harm', async (_what, value) => {
  const stream = await swantje(`/groups/en/stream?seen=${raw(value)}`)
  expect(stream.status).toBe(200)
  await stream.body?.cancel()
})
