import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '#src/app.tsx'
import { startSession } from '#src/identity/sessions.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { nodePorts } from '#src/runtime/node.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { furnish, type Ids } from '../access/corner.ts'
import { type Browse, browse, type Sending } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'

let w: World
let ids: Ids
let swantje: Browse

beforeAll(async () => {
  w = await world({ quiet: true })
  ids = await furnish(w)
})
beforeEach(async () => {
  swantje = await w.as('swantje')
})

const tables = [
  'tasks',
  'proposals',
  'rounds',
  'records',
  'referrals',
  'documents',
  'snapshots',
  'invitations',
  'ballots',
]

async function rows(): Promise<number> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.identifier(table)})`)
  const [row] = await w.db.execute<{ rows: number }>(sql`select (${sql.join(counts, sql` + `)})::int as rows`)
  return row?.rows ?? 0
}

const soon = addDays(dayOf(new Date()), 14)
const words = { title: 'Wärme', wording: 'Wir wollen Wärme.' }

const forms = (): [what: string, path: string, form: NonNullable<Sending['form']>][] => [
  ['a task', '/groups/en/tasks', { title: 'Zahlen holen' }],
  ['a proposal', '/groups/en/proposals', { ...words, method: 'later' }],
  ['a proposal with its round', '/groups/en/proposals', { ...words, method: 'consent', closesOn: soon }],
  ['a round', `/groups/en/proposals/${ids.proposals}/rounds`, { method: 'consent', closesOn: soon, version: 1 }],
  ['a report', '/groups/en/records', { ...words, decidedOn: '2026-10-01', place: 'Larn', manner: 'einstimmig' }],
  [
    'a question to the circle',
    '/groups/en/referrals',
    { title: 'Wärme', reason: 'Fehlt.', request: 'mediate', wish: 'Rat' },
  ],
  ['a text', '/groups/en/documents', { kind: 'position', title: 'Wärme', start: 'blank' }],
  [
    'a text from a file',
    '/groups/en/documents',
    { kind: 'position', start: 'file', file: new File(['# Wärme'], 'w.md') },
  ],
  ['an invitation', '/groups/en/invitations', { email: 'neu@example.org', standing: 'member' }],
]

test('a form that is sent twice has one effect, at once or shortly after (R-33)', { timeout: 30_000 }, async () => {
  for (const [what, path, form] of forms()) {
    const before = await rows()
    const once = await swantje(path, { form })
    const added = (await rows()) - before
    expect([what, once.status]).toEqual([what, 303])
    const again = await Promise.all([swantje(path, { form }), swantje(path, { form })])
    expect([what, ...again.map(({ headers }) => headers.get('Location'))]).toEqual([
      what,
      ...Array(2).fill(once.headers.get('Location')),
    ])
    expect([what, (await rows()) - before]).toEqual([what, added])
  }
})

test('a double click has one effect (R-33)', async () => {
  const before = await rows()
  const form = { title: 'Saal mieten' }
  const sent = await Promise.all(Array.from({ length: 5 }, () => swantje('/groups/en/tasks', { form })))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]))
  expect((await rows()) - before).toBe(1)
})

test('a double click of which two servers get one half each has one effect', async () => {
  const elsewhere = await nodePorts({ place: w.place, mail: keptMail() })
  const { cookie } = await startSession(w.db, w.settings, w.people.swantje.id)
  const at = (app: World['app']) =>
    browse(
      (request) => app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } }),
      w.settings.publicUrl,
      cookie.split(';')[0],
    )
  const [here, there] = [at(w.app), at(createApp(() => elsewhere, w.settings, readProvided()))]
  const before = await rows()
  const form = { title: 'Stühle zählen' }
  const sent = await Promise.all([here, there, here, there].map((server) => server('/groups/en/tasks', { form })))
  expect(new Set(sent.map(({ status, headers }) => `${status} ${headers.get('Location')}`)).size).toBe(1)
  expect((await rows()) - before).toBe(1)
  await elsewhere.end()
})

test('two people who want the same, or one who wants something else in between, are two', async () => {
  const before = await rows()
  const form = { title: 'Plakate holen' }
  const tarek = await w.as('tarek')
  await Promise.all([swantje('/groups/en/tasks', { form }), tarek('/groups/en/tasks', { form })])
  await swantje('/groups/en/tasks', { form: { title: 'Plakate hängen' } })
  await swantje('/groups/en/tasks', { form })
  expect((await rows()) - before).toBe(4)
})

test('a form that was refused is judged again', async () => {
  const form = { title: '' }
  expect((await swantje('/groups/en/tasks', { form })).status).toBe(422)
  expect((await swantje('/groups/en/tasks', { form })).status).toBe(422)
})
