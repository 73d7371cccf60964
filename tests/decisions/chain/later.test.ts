import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { checkSheet } from '#src/decisions/chain/checking.ts'
import { registerEntries } from '#src/decisions/chain/schema.ts'
import { verify } from '#src/decisions/chain/verifying.ts'
import { minorityStatementsOf, stateMinority } from '#src/decisions/objections/minority.ts'
import { minorityStatements, objectionEndings, objections } from '#src/decisions/objections/schema.ts'
import { neverSent } from '#src/decisions/paper-stage.ts'
import { rework } from '#src/decisions/proposals/reworking.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { seatHolders, seatLosses } from '#src/decisions/seats/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { heat } from '../setting.ts'
import { type Ground, ground, tampered } from './ground.ts'

let g: Ground
let round: Round
let decision: Decision

const state = (by: PersonKey, statement = 'Uns fehlt die Tarifbindung.') =>
  change(g.w.ports, (tx, record) =>
    stateMinority(tx, record, round, { authorId: g.w.people[by].id, statement, travels: true }),
  )

beforeAll(async () => {
  g = await ground()
  round = await g.en.open(await g.en.propose('swantje'), 'majority')
  await g.en.answers(round, { swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'no' })
  const count = await g.en.count('swantje', round)
  await state('bjarne')
  if (!count) throw new Error('Not counted')
  decision = await g.en.finalise('gerd', round, count)
})

const cited = () => `EN-${decision.year}-001`

test('what somebody who differs has said before stands in the entry of the decision', async () => {
  expect(await verify(g.db)).toMatchObject({ entries: 1, problem: null })
  const bend = sql`update minority_statements set statement = 'Wir tragen alles mit.'`
  expect((await tampered(g.db, bend)).problem).toMatchObject({ code: 'fact_changed', field: 'minority', seq: 1 })
})

test('what comes later has an entry of its own, which is found with the decision', async () => {
  await state('fritjof')
  await state('fritjof', 'Noch eins.')
  expect(await verify(g.db)).toMatchObject({ entries: 2, problem: null })
  expect(await checkSheet(g.db, { number: cited() })).toMatchObject({ notes: 1, problem: null })
  const [late] = await g.db.select().from(registerEntries).where(eq(registerEntries.kind, 'statement'))
  const all = await minorityStatementsOf(g.db, round.id)
  expect(late?.statementId).toBe(all[1]?.id)
  for (const { statement, authorId } of all)
    for (const told of [statement, authorId]) expect(late?.canonical).not.toContain(told)

  const theirs = sql`where id = ${late?.statementId}`
  const problem = { seq: 2, number: cited() }
  const changed = await tampered(g.db, sql`update minority_statements set statement = 'x' ${theirs}`)
  expect(changed.problem).toMatchObject({ ...problem, code: 'fact_changed' })
  const quiet = await tampered(g.db, sql`update minority_statements set travels = false ${theirs}`)
  expect(quiet.problem).toMatchObject({ ...problem, code: 'fact_changed' })
  const gone = await tampered(g.db, sql`delete from minority_statements ${theirs}`)
  expect(gone.problem).toMatchObject({ code: 'source_missing', seq: 2 })
  const cut = await tampered(g.db, sql`delete from register_entries where seq = 2`)
  expect(cut.problem).toMatchObject({ code: 'row_added', field: 'minority', seq: 1 })
})

test('none is stored without an entry', async () => {
  const { id: authorId } = g.w.people.gerd
  const slipped = g.db.insert(minorityStatements).values({ roundId: round.id, authorId, statement: 'x' })
  await expect(slipped).rejects.toMatchObject({ cause: { constraint_name: 'statements_are_chained' } })
})

test('said at the moment in which it is established, it stands in the one entry or in the other', async () => {
  for (const by of ['bjarne', 'fritjof'] as const) {
    const now = await g.en.open(await g.en.propose('swantje'), 'majority')
    await g.en.answers(now, { swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'no' })
    const count = await g.en.count('swantje', now)
    if (!count) throw new Error('Not counted')
    const draft = { authorId: g.w.people[by].id, statement: 'Uns fehlt die Tarifbindung.', travels: true }
    await Promise.all([
      g.en.finalise('gerd', now, count),
      change(g.w.ports, (tx, record) => stateMinority(tx, record, now, draft)),
    ])
    expect(await verify(g.db)).toMatchObject({ problem: null })
  }
})

test('nobody objects, settles an objection or leaves the roll once it is decided', async () => {
  const ofGerd = and(eq(seatHolders.roundId, round.id), eq(seatHolders.personId, g.w.people.gerd.id))
  const [seat] = await g.db.select().from(seatHolders).where(ofGerd)
  if (!seat) throw new Error('No seat')
  const objection = { roundId: round.id, seatId: seat.seatId, ownerId: seat.personId, reason: 'Nein.' }
  const raised = g.db.insert(objections).values(objection)
  await expect(raised).rejects.toMatchObject({ cause: { constraint_name: 'objections_before_the_decision' } })
  const lost = g.db.insert(seatLosses).values({ seatId: seat.seatId, reason: 'left' })
  await expect(lost).rejects.toMatchObject({ cause: { constraint_name: 'counted_rounds_stay' } })
})

test('an objection that was outvoted stays as it was', async () => {
  const proposal = await g.en.propose('swantje')
  const before = await g.en.open(proposal, 'consent')
  await g.en.answers(before, {
    swantje: 'consent',
    gerd: 'objection',
    tarek: 'consent',
    bjarne: 'consent',
    fritjof: 'consent',
  })
  await g.en.count('swantje', before)
  const [open] = await g.db.select().from(objections).where(eq(objections.roundId, before.id))
  if (!open) throw new Error('No objection')
  const anew = { ...heat, wording: 'Die AG Energie lässt zwei Netze prüfen.' }
  const wish = { actorId: proposal.authorId, endsRound: false, sendings: neverSent }
  await change(g.w.ports, (tx, record) => rework(tx, record, proposal, anew, wish))
  const after = await g.en.open({ ...proposal, ...anew, version: proposal.version + 1 }, 'majority')
  await g.en.answers(after, { swantje: 'yes', bjarne: 'yes', tarek: 'yes', fritjof: 'yes', gerd: 'no' })
  const count = await g.en.count('swantje', after)
  if (!count) throw new Error('Not counted')
  await g.en.finalise('fritjof', after, count)
  const ending = { objectionId: open.id, ownerId: open.ownerId, kind: 'withdrawn' as const }
  const late = g.db.insert(objectionEndings).values(ending)
  await expect(late).rejects.toMatchObject({ cause: { constraint_name: 'endings_before_the_decision' } })
  expect(await verify(g.db)).toMatchObject({ problem: null })
  const slipped = sql`insert into objection_endings (objection_id, owner_id, kind) values (${open.id}, ${open.ownerId}, 'withdrawn')`
  expect((await tampered(g.db, slipped)).problem).toMatchObject({ code: 'row_added', field: 'ending' })
  const signer = g.w.people.swantje.id
  const lapsed = sql`insert into objection_lapses (objection_id, reason, proposed_by_id, signed_by_id, signed_at) values (${open.id}, 'x', ${signer}, ${g.w.people.fritjof.id}, now())`
  expect((await tampered(g.db, lapsed)).problem).toMatchObject({ code: 'row_added', field: 'lapse' })
})

test('an answer that comes too late, for the round that decided or one before it, leaves the register whole', async () => {
  const late = await g.db.execute(
    sql`insert into ballots (seat_id, round_id, method, cast_by_id, choice, reason, received_at) select seat_id, round_id, method, cast_by_id, choice, reason, round_closes_at(round_id) from ballots`,
  )
  expect(late.count).toBeGreaterThan(20)
  expect(await verify(g.db)).toMatchObject({ problem: null })
})
