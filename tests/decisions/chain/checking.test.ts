import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { change } from '#src/activity/model.ts'
import { checkSheet } from '#src/decisions/chain/checking.ts'
import { forget } from '#src/decisions/chain/forgetting.ts'
import { sheetQuery } from '#src/decisions/chain/forms.ts'
import { headsOf, readHead } from '#src/decisions/chain/heads.ts'
import { brokenLink } from '#src/decisions/chain/links.ts'
import { decisionByCitation } from '#src/decisions/register/log.ts'
import { proposeNote, signNote } from '#src/decisions/register/noting.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import { people } from '#src/identity/schema.ts'
import { type Ground, ground, untilUndone } from './ground.ts'

let g: Ground
let first: Decision
let sum: string

beforeAll(async () => {
  g = await ground()
  const confirmed = await g.en.confirm('swantje', await g.en.report('gerd'))
  if (!confirmed) throw new Error('Not confirmed')
  first = confirmed
  await g.gl.confirm('ilse', await g.gl.report('mirjam'))
  sum = (await headsOf(g.db, [first.id])).get(first.id)?.short ?? ''
})

const number = () => `EN-${first.year}-001`
const keptAs = (typed: string) => readHead(typed) ?? undefined

test('number and checksum as they stand on the sheet: the register has exactly that', async () => {
  const checked = await checkSheet(g.db, { number: number(), kept: keptAs(sum) })
  expect(checked).toMatchObject({
    state: 'same',
    decision: { cited: number() },
    kind: 'decision',
    notes: 0,
    problem: null,
  })
})

test('with one of the two it finds the other', async () => {
  expect(await checkSheet(g.db, { number: number() })).toMatchObject({ state: 'to_compare', head: { short: sum } })
  expect(await checkSheet(g.db, { kept: keptAs(sum) })).toMatchObject({ state: 'same', decision: { cited: number() } })
  expect(await checkSheet(g.db, { kept: keptAs(sum.split(':')[1] ?? '') })).toMatchObject({
    decision: { cited: number() },
  })
  expect(await checkSheet(g.db, {})).toBeNull()
})

test('another checksum, and what nobody has decided, is said', async () => {
  const other = keptAs(`1:${'0'.repeat(16)}`)
  expect(await checkSheet(g.db, { number: number(), kept: other })).toMatchObject({ state: 'other_sum' })
  expect(await checkSheet(g.db, { number: `GL-${first.year}-001`, kept: keptAs(sum) })).toMatchObject({
    state: 'other_sum',
  })
  expect(await checkSheet(g.db, { number: `EN-${first.year}-099` })).toEqual({ state: 'unknown_number' })
  for (const kept of [other, keptAs(`9:${'a'.repeat(16)}`), keptAs('b'.repeat(64))])
    expect(await checkSheet(g.db, { kept })).toEqual({ state: 'unknown_sum' })
})

test('numbers are understood as people type them', () => {
  const read = (typed: string) => sheetQuery.parse({ number: typed }).number
  expect(['en-2026-005', ' EN 2026 005', 'EN-2026-5', 'EN-2026-1234'].map(read)).toEqual([
    ...['EN-2026-005', null, 'EN-2026-005', 'EN-2026-1234'],
  ])
  expect(sheetQuery.parse({ number: ['a', 'b'], sum: 'x'.repeat(500) })).toMatchObject({ number: null, kept: null })
})

test('what was added since is counted, and has a checksum of its own', async () => {
  const decision = await decisionByCitation(g.db, number())
  if (!decision) throw new Error('No decision')
  const [gerd, swantje] = [await g.w.actor('gerd', 'en'), await g.w.actor('swantje', 'en')]
  await change(g.w.ports, async (tx, record) => {
    const note = await proposeNote(tx, record, decision, { kind: 'annulment', reason: 'Doppelt' }, gerd)
    await signNote(tx, record, decision, note, swantje)
  })
  expect(await checkSheet(g.db, { number: number(), kept: keptAs(sum) })).toMatchObject({ state: 'same', notes: 1 })
})

test.each([
  ['the decision', sql`update decisions set wording = 'Anders' where number = 1`, { code: 'fact_changed', seq: 1 }],
  [
    'a figure of it, to one that is no whole number,',
    sql`update decisions set tally = '{"yes": 0.5}' where number = 1`,
    { code: 'fact_changed', seq: 1 },
  ],
  ['a note on it', sql`update decision_notes set reason = 'Anders'`, { code: 'fact_changed', seq: 3 }],
])('when %s was changed in the database, it is not whole', async (_what, bend, problem) => {
  const checked = await untilUndone(g.db, (tx) => checkSheet(tx, { number: number(), kept: keptAs(sum) }), bend)
  expect(checked).toMatchObject({ state: 'same', problem })
})

test.each([
  ['taken out', sql`delete from register_entries where seq = 1`, { code: 'entry_missing', seq: 1 }],
  ['changed', sql`update register_entries set canonical = '{}' where seq = 1`, { code: 'entry_changed', seq: 1 }],
  [
    'written anew',
    sql`update register_entries set canonical = '{}', hash = sha256(previous || '{}') where seq = 1`,
    { code: 'entry_misplaced', seq: 2 },
  ],
])('when an entry before it was %s, the chain is not whole up to there', async (_what, bend, problem) => {
  const other = { number: `GL-${first.year}-001` }
  const checked = await untilUndone(g.db, (tx) => checkSheet(tx, other), bend)
  expect(checked).toMatchObject({ state: 'to_compare', problem })
})

test('a decision that the tables have and the chain has not is no unknown one', async () => {
  const bend = sql`delete from register_entries where seq = 1`
  const checked = await untilUndone(g.db, (tx) => checkSheet(tx, { number: number(), kept: keptAs(sum) }), bend)
  expect(checked).toEqual({
    ...{ state: 'without_entry', problem: { code: 'decision_without_entry', seq: null, number: number() } },
  })
})

test('however many ask, the links are hashed once', async () => {
  const asked = vi.spyOn(g.db, 'execute')
  const answers = await Promise.all(Array.from({ length: 12 }, () => checkSheet(g.db, { number: number() })))
  expect(answers).toEqual(Array(12).fill(expect.objectContaining({ problem: null })))
  expect(asked.mock.calls.length).toBeLessThanOrEqual(1)
  asked.mockRestore()
})

test('a link that breaks far from the beginning is found, and what lies before it is whole', async () => {
  const far = 12_000
  const many = sql`
    with recursive links as (
      select seq, hash, hash as previous, '{}'::text as canonical from (select seq, hash from register_entries order by seq desc limit 1) last
      union all
      select seq + 1, sha256(hash || convert_to('{}', 'UTF8')), hash, '{}' from links where seq < ${far}
    )
    insert into register_entries (seq, kind, canonical, previous, hash) select seq, 'erasure', canonical, previous, hash from links offset 1`
  const bend = sql`update register_entries set canonical = '{ }' where seq = ${far - 500}`
  const found = await untilUndone(
    g.db,
    async (tx) => [await brokenLink(tx, far), await brokenLink(tx, far - 501), await brokenLink(tx, 1)],
    ...[many, bend],
  )
  expect(found).toEqual([{ code: 'entry_changed', seq: far - 500 }, null, null])
})

test('that somebody was erased changes nothing, and the entry about it is found', async () => {
  await g.db.transaction(async (tx) => {
    await tx.update(people).set({ email: null }).where(eq(people.id, g.w.people.gerd.id))
    await forget(tx, g.w.people.gerd.id)
  })
  expect(await checkSheet(g.db, { number: number(), kept: keptAs(sum) })).toMatchObject({
    state: 'same',
    problem: null,
  })
  const found = await g.db.execute<{ sum: string }>(
    sql`select encode(hash, 'hex') as sum from register_entries where seq = 4`,
  )
  const checked = await checkSheet(g.db, { kept: keptAs(found[0]?.sum ?? '') })
  expect(checked).toMatchObject({ state: 'same', kind: 'erasure', decision: null, problem: null })
})
