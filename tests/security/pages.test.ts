import { eq } from 'drizzle-orm'
import { parseHTML } from 'linkedom'
import { beforeAll, expect, test } from 'vitest'
import { records } from '#src/decisions/records/schema.ts'
import { documentContents } from '#src/documents/versions/schema.ts'
import { documentVisits } from '#src/documents/visits/schema.ts'
import { createSetUpLink, createSignInLink } from '#src/identity/sign-in.ts'
import { minutesApprovals, minutesCirculations } from '#src/meetings/minutes/schema.ts'
import { paths } from '#src/paths.ts'
import { routeName } from '#src/route-rights.ts'
import { sampleWorld } from '../overview/sample-world.ts'
import type { Browse } from '../support/browse.ts'
import { crawl, type Visited, visit } from './crawl.ts'
import { dump } from './dump.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
let pages: Visited[]

const lost = ['/nowhere', '/groups/xx', '/groups/lw', '/groups/en/tasks/nothing', '/me?x=%00', '/groups/en/stream/x']

/** What no link leads to. */
async function outside(): Promise<Visited[]> {
  const { id } = await w.person('swantje')
  const entrances = [
    paths.signIn('/groups'),
    paths.signInSent(),
    paths.signInLink(await createSignInLink(w.db, id)),
    paths.setUp(await createSetUpLink(w.db)),
    paths.invitation('a'.repeat(32)),
    '/healthz',
    '/readyz',
  ]
  return Promise.all([...entrances, '/groups/en'].map((path) => visit(w.anonymous, path)))
}

/** Pages that only some of the sample's matters have, asked for all of them. */
async function beside(browse: Browse, group: string): Promise<Visited[]> {
  const known = (await crawl(browse, group)).map(({ path }) => path)
  const proposals = known.filter((path) => /\/proposals\/[0-9a-f-]+$/.test(path))
  const rounds = known.filter((path) => /\/rounds\/[0-9a-f-]+$/.test(path))
  const deciding = [
    `${group}/agenda`,
    ...proposals.flatMap((path) => [`${path}/text`, `${path}/rules`]),
    ...rounds.flatMap((path) => [`${path}/text`, `${path}/meeting`, `${path}/decision`]),
  ]
  const papers = known.filter((path) => /\/documents\/[0-9a-f-]+$/.test(path))
  const around = ['authors', 'comparison', 'comments', 'quotations', 'threads']
  const ofPapers = papers.flatMap((path) => around.map((thing) => `${path}/${thing}`))
  const files = papers.slice(0, 1).map((path) => `${path}/export/file?format=md`)
  const referrals = known.filter((path) => /\/referrals\/[0-9a-f-]+$/.test(path))
  const sent = referrals.flatMap((path) =>
    ['difference', 'comments', 'threads', 'changes', 'reasons'].map((thing) => `${path}/${thing}`),
  )
  return Promise.all([...deciding, ...ofPapers, ...files, ...sent].map((path) => visit(browse, path)))
}

/** A report leads on to its decision once it is confirmed. */
async function reports(browse: Browse): Promise<Visited[]> {
  const { id } = await w.group('en')
  const known = await w.db.select({ id: records.id }).from(records).where(eq(records.groupId, id))
  const addresses = known.map((record) => paths.record({ slug: 'en' }, record))
  return Promise.all(addresses.flatMap((path) => [path, `${path}/text`]).map((path) => visit(browse, path)))
}

/** Minutes as the whole alliance reads them: approved at last, when everything else was looked at. */
async function approved(browse: Browse): Promise<Visited[]> {
  const [circulation] = await w.db.select().from(minutesCirculations)
  if (!circulation) throw new Error('No minutes went round')
  const { meetingId, id: circulationId } = circulation
  await w.db.transaction(async (tx) => {
    await tx.execute('set local session_replication_role = replica')
    await tx.insert(minutesApprovals).values({ meetingId, circulationId, kind: 'expiry' })
  })
  const { slug } = await w.group('kk')
  const shown = [paths.approvedMinutes({ id: meetingId }), paths.minutes({ slug }, { id: meetingId })]
  return Promise.all(shown.map((path) => visit(browse, path)))
}

/** Lists that a number leads to only where there is something on them, and what coordination alone is led to. */
const lists = [
  ...['reviews', 'returned', 'exceptions', 'health/mandates', 'checks'].map((list) => `/groups/kk/${list}`),
  '/dissolutions/di',
]

async function everything(): Promise<Visited[]> {
  const [swantje, henrike, vera] = await Promise.all([w.as('swantje'), w.as('henrike'), w.as('vera')])
  return [
    ...(await crawl(swantje, '/', '/tasks', '/groups/en/records', '/mailbox', '/kit', '/documents/kept', ...lost)),
    ...(await beside(swantje, '/groups/en')),
    ...(await reports(swantje)),
    ...(await beside(henrike, '/groups/kk')),
    ...(await crawl(henrike, '/circle', '/groups/new', '/reports', ...lists)),
    ...(await crawl(vera, '/', '/decisions')),
    ...(await outside()),
    ...(await approved(henrike)),
  ]
}

beforeAll(async () => {
  w = await sampleWorld()
  pages = await everything()
}, 300_000)

const html = () => pages.filter(({ headers }) => headers.get('Content-Type')?.startsWith('text/html'))

const matches = (route: string, path: string) =>
  new RegExp(`^${route.replace(/\{[^/]*\}/g, '').replace(/:[a-z]+/g, '[^/]+')}$`).test(path.replace(/\?.*/, ''))

test('every page of the product was looked at', () => {
  const routes = w.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => routeName('', path).trim())
  const missed = [...new Set(routes)].filter(
    (route) => !/\/(stream|sync|attachments\/:id)$/.test(route) && !pages.some(({ path }) => matches(route, path)),
  )
  expect(missed).toEqual([])
  expect(pages.filter(({ status }) => status >= 500)).toEqual([])
})

/** What somebody last saw of a text is theirs, and moves when they look at it. */
const marks = () => w.db.select().from(documentVisits)

/** For those who are shown what changed since: what they saw. Kept once, whoever it is that saw it. */
const seenTexts = () => w.db.select({ checksum: documentContents.checksum }).from(documentContents)

const lookers = ['swantje', 'henrike', 'vera'] as const

const withoutMarks = ({ document_visits: _, document_contents: _texts, ...rest }: Record<string, string>) => rest

test('looking at every page again changes nothing but what the looker has seen (S-22)', {
  timeout: 300_000,
}, async () => {
  const before = await dump(w.db)
  const again = await Promise.all(lookers.map((person) => w.as(person)))
  const withSessions = await dump(w.db)
  const [marked, kept] = [await marks(), await seenTexts()]
  for (const browse of again) for (const path of new Set(pages.map(({ path }) => path))) await visit(browse, path)
  expect(withoutMarks(await dump(w.db))).toEqual(withoutMarks(withSessions))
  expect(withoutMarks({ ...withSessions, sessions: '' })).toEqual(withoutMarks({ ...before, sessions: '' }))

  const ids = await Promise.all(lookers.map(async (person) => (await w.person(person)).id))
  const ofOthers = (rows: typeof marked) => rows.filter(({ personId }) => !ids.includes(personId))
  const own = (rows: typeof marked) => rows.map(({ seenAt: _, ...mark }) => mark)
  const now = await marks()
  expect(ofOthers(now)).toEqual(ofOthers(marked))
  expect(own(now)).toEqual(expect.arrayContaining(own(marked)))
  const seen = new Set(now.flatMap(({ seenChecksum, beforeChecksum }) => [seenChecksum, beforeChecksum]))
  const fresh = (await seenTexts()).filter(({ checksum }) => !kept.some((one) => one.checksum === checksum))
  expect(fresh.filter(({ checksum }) => !seen.has(checksum))).toEqual([])
})

const isSaved = (headers: Headers) => (headers.get('Content-Disposition') ?? '').startsWith('attachment')

test('every answer denies by default what a page may load and who may frame it, failures too (S-23)', () => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ]
  /** What is saved and not opened loads nothing at all, and could do nothing (S-57). */
  const forFiles = ["default-src 'none'", 'sandbox', "frame-ancestors 'none'"]
  for (const { path, headers } of pages) {
    const said = (headers.get('Content-Security-Policy') ?? '').split('; ')
    const expected = said.includes('sandbox') && isSaved(headers) ? forFiles : policy
    expect([path, expected.filter((part) => !said.includes(part))]).toEqual([path, []])
    expect(said.join()).not.toMatch(/unsafe|nonce|\*|https?:/)
  }
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200, 303, 403, 404, 410]))
})

test('no answer may be kept, guessed at or shared (S-25, S-26)', () => {
  for (const { path, headers } of pages) {
    const said = Object.fromEntries(headers)
    expect([path, said]).toEqual([
      path,
      expect.objectContaining({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      }),
    ])
    expect(Object.keys(said).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(said).not.toHaveProperty('strict-transport-security')
  }
})

test('no page carries code, a foreign address or a place for one (S-24)', () => {
  const evil = /^(on|hx-on|hx-vars|hx-ext|hx-boost|style$|srcdoc$)/
  for (const page of html()) {
    const { document } = parseHTML(page.html)
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => ({ name, value, element: element.localName })),
    )
    expect([page.path, attributes.filter(({ name }) => evil.test(name))]).toEqual([page.path, []])
    expect(attributes.filter(({ value }) => /^\s*(javascript|js|data|vbscript):/i.test(value))).toEqual([])
    const asked = attributes.filter(({ name }) =>
      /^hx-(get|post|put|delete|patch|sse:connect)$|^action$|^src$/.test(name),
    )
    expect(asked.filter(({ value }) => !/^\/(?!\/)/.test(value))).toEqual([])
    expect([...document.querySelectorAll('script')].filter((script) => script.textContent !== '')).toEqual([])
  }
})

test('what no browser asks across origins is not answered across origins (S-25)', async () => {
  const headers = {
    Origin: 'https://evil.example',
    'Access-Control-Request-Method': 'POST',
    'Sec-Fetch-Site': 'cross-site',
  }
  for (const path of ['/', '/me/name', '/groups/en', '/groups/en/stream', '/decisions']) {
    const asked = await w.anonymous(path, { method: 'OPTIONS', headers })
    expect([...asked.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})
