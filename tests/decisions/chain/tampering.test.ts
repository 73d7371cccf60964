import { eq, type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { Database } from '#src/db/database.ts'
import { chainEverything } from '#src/decisions/chain/earlier.ts'
import { headOf, type KeptHead, latestHead, readHead } from '#src/decisions/chain/heads.ts'
import { registerEntries } from '#src/decisions/chain/schema.ts'
import { verify } from '#src/decisions/chain/verifying.ts'
import { decisionByCitation } from '#src/decisions/register/log.ts'
import { proposeNote, signNote } from '#src/decisions/register/noting.ts'
import { answered, frozenText, heat } from '../setting.ts'
import { type Ground, ground, tampered, untilUndone } from './ground.ts'

let g: Ground
let year: number

/** 1 and 3: rounds with five answers and a text; 2: a report; 4: a correction of the first. */
beforeAll(async () => {
  g = await ground()
  const { en, gl, w, db } = g
  const decide = async () => {
    const { snapshot } = await frozenText(w)
    const round = await answered(en, 'consent', { ...heat, snapshotId: snapshot.id })
    const count = await en.count('swantje', round)
    if (!count) throw new Error('Not counted')
    return en.finalise('fritjof', round, count)
  }
  const first = await decide()
  year = first.year
  await gl.confirm('ilse', await gl.report('mirjam'))
  await decide()
  const decision = await decisionByCitation(db, `EN-${year}-001`)
  const [swantje, fritjof] = [await w.actor('swantje', 'en'), await w.actor('fritjof', 'en')]
  if (!decision) throw new Error('No decision')
  await change(w.ports, async (tx, record) => {
    const draft = { kind: 'correction' as const, reason: 'Tippfehler', changes: { title: 'Wärmenetz' } }
    const note = await proposeNote(tx, record, decision, draft, swantje)
    await signNote(tx, record, decision, note, fritjof)
  })
})

const en1 = () => `EN-${year}-001`

test('as long as nobody bends anything, the register is whole', async () => {
  const verdict = await verify(g.db)
  expect(verdict).toMatchObject({ entries: 4, problem: null, kept: null, head: { seq: 4 } })
})

/** S-80 */
describe('with every right in the database, somebody', () => {
  const firstDecision = sql`(select decision_id from register_entries where seq = 1)`
  const firstRound = sql`(select round_id from decisions where id = ${firstDecision})`

  test.each<[string, SQL, object]>([
    [
      'changes the wording',
      sql`update decisions set wording = wording || '!' where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'wording' },
    ],
    [
      'changes the outcome',
      sql`update decisions set outcome = 'rejected' where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'outcome' },
    ],
    [
      'changes a figure',
      sql`update decisions set tally = tally || '{"consent": 4}' where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'tally' },
    ],
    [
      'changes the day',
      sql`update decisions set decided_on = decided_on - 1 where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'decidedOn' },
    ],
    [
      'gives it another number',
      sql`update decisions set number = 9 where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'number' },
    ],
    [
      'lets somebody else sign',
      sql`update decisions set second_person_id = (select id from people where id not in (first_person_id, second_person_id) limit 1) where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'second' },
    ],
    [
      'changes an answer',
      sql`update ballots set choice = 'concern' where seq = (select max(seq) from ballots where round_id = ${firstRound})`,
      { code: 'fact_changed', field: 'ballot' },
    ],
    [
      'takes an answer away',
      sql`delete from ballots where seq = (select max(seq) from ballots where round_id = ${firstRound})`,
      { code: 'row_missing', field: 'ballot' },
    ],
    [
      'adds an answer',
      sql`insert into ballots (seat_id, round_id, method, cast_by_id, choice, received_at) select seat_id, round_id, method, cast_by_id, choice, received_at from ballots where round_id = ${firstRound} limit 1`,
      { code: 'row_added', field: 'ballot' },
    ],
    [
      'puts somebody on the roll',
      sql`insert into seat_holders (seat_id, round_id, person_id) select s.id, s.round_id, (select id from people where id not in (select person_id from seat_holders where round_id = s.round_id) limit 1) from seats s where s.round_id = ${firstRound} limit 1`,
      { code: 'row_added', field: 'holder' },
    ],
    [
      'lets another answer count',
      sql`update counted_ballots set ballot_id = null where round_id = ${firstRound}`,
      { code: 'fact_changed', field: 'round' },
    ],
    [
      'changes the rules of the round',
      sql`update rounds set rules = jsonb_set(rules, '{quorum}', '{"kind": "none"}') where id = ${firstRound}`,
      { code: 'fact_changed', field: 'round' },
    ],
    [
      'counts anew',
      sql`update counts set tally = '{}' where round_id = ${firstRound}`,
      { code: 'fact_changed', field: 'round' },
    ],
    [
      'changes the text that was decided on',
      sql`update snapshots set content = jsonb_set(content, '{content,0,content,0,text}', '"Kälte"') where id = (select snapshot_id from decisions where id = ${firstDecision})`,
      { code: 'fact_changed', field: 'text' },
    ],
    ['takes the decision away', sql`delete from decisions where id = ${firstDecision}`, { code: 'source_missing' }],
    [
      'exchanges two salts',
      sql`update register_salts s set salt = o.salt from register_salts o where s.seq = 1 and o.seq = 1 and s.position = 1 and o.position = 2`,
      { code: 'fact_changed', field: 'wording' },
    ],
    [
      'takes an answer from somebody else',
      sql`update ballots set cast_by_id = (select id from people where id not in (select person_id from seat_holders where round_id = ${firstRound}) limit 1) where seq = (select max(seq) from ballots where round_id = ${firstRound})`,
      { code: 'fact_changed', field: 'voter' },
    ],
    [
      'writes a figure that is no whole number',
      sql`update decisions set tally = tally || '{"consent": 0.5}' where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'tally' },
    ],
    [
      'puts a fraction into the rules of the round',
      sql`update rounds set rules = jsonb_set(rules, '{alertFrom}', '7.5') where id = ${firstRound}`,
      { code: 'fact_changed', field: 'round' },
    ],
    [
      'moves it to the end of time',
      sql`update decisions set created_at = 'infinity' where id = ${firstDecision}`,
      { code: 'fact_changed', field: 'establishedAt' },
    ],
    [
      'takes a seat off the roll',
      sql`insert into seat_losses (seat_id, reason) select id, 'left' from seats where round_id = ${firstRound} limit 1`,
      { code: 'fact_changed', field: 'round' },
    ],
    [
      'adds an objection',
      sql`insert into objections select (jsonb_populate_record(null::objections, jsonb_build_object('id', gen_random_uuid(), 'round_id', h.round_id, 'seat_id', h.seat_id, 'owner_id', h.person_id, 'reason', 'Nein.', 'created_at', now()))).* from seat_holders h where h.round_id = ${firstRound} limit 1`,
      { code: 'row_added', field: 'objection' },
    ],
    [
      'adds a minority statement',
      sql`insert into minority_statements (round_id, author_id, statement) select round_id, person_id, 'Nein.' from seat_holders where round_id = ${firstRound} limit 1`,
      { code: 'row_added', field: 'minority' },
    ],
    [
      'adds an objection to the procedure',
      sql`insert into procedure_objections (seat_id, round_id, raised_by_id) select seat_id, round_id, person_id from seat_holders where round_id = ${firstRound} limit 1`,
      { code: 'row_added', field: 'procedure' },
    ],
    [
      'takes a salt away',
      sql`delete from register_salts where seq = 1 and field = 'first'`,
      { code: 'salt_missing', field: 'first' },
    ],
    [
      'changes the entry itself',
      sql`update register_entries set canonical = replace(canonical, '"adopted"', '"rejected"') where seq = 1`,
      { code: 'entry_changed' },
    ],
    [
      'lets the entry be of another day',
      sql`update register_entries set created_at = created_at - interval '1 day' where seq = 1`,
      { code: 'entry_of_something_else' },
    ],
  ])('%s, and the first entry is named', async (_what, bend, problem) => {
    const verdict = await tampered(g.db, bend)
    expect(verdict).toMatchObject({ entries: 0, problem: { seq: 1, number: en1(), ...problem } })
  })

  test('changes the report of a meeting: the second entry is named', async () => {
    const bend = sql`update records set manner = 'mit einer Gegenstimme' where id = (select record_id from decisions d join register_entries e on e.decision_id = d.id where seq = 2)`
    const { entries, problem } = await tampered(g.db, bend)
    expect([entries, problem]).toEqual([1, { code: 'fact_changed', field: 'report', seq: 2, number: `GL-${year}-001` }])
  })

  test.each<[string, SQL]>([
    ['reason', sql`update decision_notes set reason = 'Anders'`],
    [
      'signer',
      sql`update decision_notes set second_person_id = (select id from people where id not in (first_person_id, second_person_id) limit 1)`,
    ],
    ['note itself', sql`delete from decision_notes`],
  ])('changes the %s of a correction: its entry is named', async (_what, bend) => {
    expect(await tampered(g.db, bend)).toMatchObject({ entries: 3, problem: { seq: 4 } })
  })

  test('takes an entry out of the middle: it is named', async () => {
    const verdict = await tampered(g.db, sql`delete from register_entries where seq = 2`)
    expect(verdict.problem).toEqual({ code: 'entry_missing', seq: 2 })
  })

  test('takes an entry out and counts the others anew: the join is named', async () => {
    const out = [sql`delete from register_salts where seq = 2`, sql`delete from register_entries where seq = 2`]
    const renumber = sql`update register_entries set seq = seq - 1 where seq > 2`
    expect((await tampered(g.db, ...out, renumber)).problem).toMatchObject({ code: 'entry_misplaced', seq: 2 })
  })

  test('exchanges two entries: the first of them is named', async () => {
    const away = sql`update register_entries set seq = 104 - seq where seq in (1, 3)`
    const back = sql`update register_entries set seq = seq - 100 where seq > 100`
    expect((await tampered(g.db, away, back)).problem).toMatchObject({ seq: 1 })
  })

  test('exchanges what two entries are about: the first of them is named', async () => {
    const swap = sql`update register_entries e set decision_id = o.decision_id from register_entries o where (e.seq, o.seq) in ((1, 3), (3, 1))`
    const loose = sql`alter table register_entries drop constraint "register_entries_decisionId_unique"`
    expect((await tampered(g.db, loose, swap)).problem).toMatchObject({ code: 'entry_of_something_else', seq: 1 })
  })

  test('hides a minority statement behind an entry about something else: that entry is named', async () => {
    const loose = sql`alter table register_entries drop constraint entries_of_their_kind`
    const slipped = sql`insert into minority_statements (round_id, author_id, statement) select round_id, second_person_id, 'Nein.' from decisions where id = ${firstDecision}`
    const hidden = sql`update register_entries set statement_id = (select id from minority_statements limit 1) where seq = 4`
    const { problem } = await tampered(g.db, loose, slipped, hidden)
    expect(problem).toMatchObject({ code: 'entry_of_something_else', seq: 4 })
  })

  test('cuts the end off: what is left without an entry is named', async () => {
    const [last, more] = await Promise.all([
      tampered(g.db, sql`delete from register_entries where seq = 4`),
      tampered(g.db, sql`delete from register_entries where seq >= 3`),
    ])
    expect(last.problem).toEqual({ code: 'note_without_entry', seq: null, number: en1() })
    expect(more.problem).toEqual({ code: 'decision_without_entry', seq: null, number: `EN-${year}-002` })
  })

  test('empties the whole chain: the first decision is named', async () => {
    const verdict = await tampered(g.db, sql`truncate register_entries, register_salts`)
    expect(verdict).toMatchObject({
      entries: 0,
      head: null,
      problem: { code: 'decision_without_entry', number: en1() },
    })
  })

  test('slips a decision in: it is named', async () => {
    const columns = sql`group_id, year, record_id, method, title, wording, summary, outcome, reason, decided_on, first_person_id, second_person_id`
    const bend = sql`insert into decisions (number, ${columns}) select 7, ${columns} from decisions where record_id is not null`
    expect(
      (await tampered(g.db, sql`alter table decisions drop constraint "decisions_recordId_unique"`, bend)).problem,
    ).toEqual({
      ...{ code: 'decision_without_entry', seq: null, number: `GL-${year}-007` },
    })
  })

  test('keeps a head: it tells whether it stands in the chain, and where', async () => {
    const head = await latestHead(g.db)
    const kept = readHead(head?.short ?? '')
    expect(await verify(g.db, kept ?? undefined)).toMatchObject({ problem: null, kept: 'found' })
    expect(await verify(g.db, { seq: 3, begins: head?.hash ?? '' })).toMatchObject({ kept: 'not_found' })
    expect(await verify(g.db, { seq: 99, begins: head?.hash ?? '' })).toMatchObject({ kept: 'not_found' })
    expect(await verify(g.db, { seq: null, begins: head?.hash ?? '' })).toMatchObject({ kept: 'found' })
  })
})

/** What is wrong, and whether it is still the chain that somebody has kept, are two questions. */
describe('a head that was kept', () => {
  const kept = async (seq: number) => {
    const [entry] = await g.db.select().from(registerEntries).where(eq(registerEntries.seq, seq))
    return entry && { seq, begins: headOf(entry).hash }
  }

  test('of earlier still stands in the chain; one of later, or of another chain, does not', async () => {
    const [older, last] = [await kept(2), await kept(4)]
    expect(await verify(g.db, older)).toMatchObject({ problem: null, kept: 'found' })
    const later = last && { ...last, seq: 5 }
    expect(await verify(g.db, later)).toMatchObject({ problem: null, kept: 'not_found' })
    const foreign = { seq: null, begins: 'c'.repeat(64) }
    expect(await verify(g.db, foreign)).toMatchObject({ problem: null, kept: 'not_found' })
  })

  test('stands there, too, when only the tables behind an entry before it were changed', async () => {
    const last = await kept(4)
    const bend = sql`update decisions set wording = 'Anders' where number = 1`
    const verdict = await untilUndone(g.db, (tx) => verify(tx, last), bend)
    expect(verdict).toMatchObject({ entries: 0, problem: { code: 'fact_changed', seq: 1 }, kept: 'found' })
  })

  test('does not stand there when a link before it has broken, and does when one behind it has', async () => {
    const [older, last] = [await kept(2), await kept(4)]
    const bend = sql`update register_entries set canonical = canonical || ' ' where seq = 3`
    const asked = async (tx: Database) => [(await verify(tx, older)).kept, (await verify(tx, last)).kept]
    expect(await untilUndone(g.db, asked, bend)).toEqual(['found', 'not_found'])
  })
})

/** S-81: whoever can write everything can write a whole chain, but not the heads that have left the house. */
describe('a chain that is whole in itself', () => {
  const keptHead = async () => ({ seq: 4, begins: (await latestHead(g.db))?.hash ?? '' })
  const bothWays = async (tx: Database, kept: KeptHead) => [await verify(tx), await verify(tx, kept)]

  test('computed anew after a change, disagrees with a head that was kept', async () => {
    const kept = await keptHead()
    const rewritten = async (tx: Database) => {
      await chainEverything(tx)
      return bothWays(tx, kept)
    }
    const change = sql`update decisions set wording = 'Anders' where id = (select decision_id from register_entries where seq = 1)`
    const away = sql`truncate register_entries, register_salts`
    const [alone, against] = await untilUndone(g.db, rewritten, change, away)
    expect(alone).toMatchObject({ entries: 4, problem: null, kept: null })
    expect(against).toMatchObject({ problem: null, kept: 'not_found' })
  })

  test('cut off together with what was decided, disagrees with a head that was kept', async () => {
    const kept = await keptHead()
    const [alone, against] = await untilUndone(
      g.db,
      (tx) => bothWays(tx, kept),
      sql`delete from decision_notes`,
      sql`delete from decisions where id = (select decision_id from register_entries where seq = 3)`,
      sql`delete from register_salts where seq >= 3`,
      sql`delete from register_entries where seq >= 3`,
    )
    expect(alone).toMatchObject({ entries: 2, problem: null, head: { seq: 2 }, kept: null })
    expect(against).toMatchObject({ problem: null, kept: 'not_found' })
  })
})

/** The database itself refuses what needs no superuser. */
test.each<[string, SQL]>([
  ['change an entry', sql`update register_entries set canonical = '' where seq = 1`],
  ['take one away', sql`delete from register_entries where seq = 4`],
  ['empty the chain', sql`truncate register_entries cascade`],
  ['change a salt', sql`update register_salts set salt = 'x' where seq = 1`],
  ['empty the salts', sql`truncate register_salts`],
  [
    'leave a gap',
    sql`insert into register_entries (seq, kind, canonical, previous, hash) select 6, 'erasure', '', hash, previous from register_entries where seq = 4`,
  ],
  [
    'begin a second branch',
    sql`insert into register_entries (seq, kind, canonical, previous, hash) select 5, 'erasure', '', hash, sha256('x') from register_entries where seq = 2`,
  ],
])('nobody can %s', async (_what, bend) => {
  await expect(g.db.execute(bend)).rejects.toThrow()
})

test('no decision is stored without its entry', async () => {
  const columns = sql`group_id, year, record_id, method, title, wording, summary, outcome, reason, decided_on, first_person_id, second_person_id`
  const report = await g.gl.report('mirjam')
  const bend = sql`insert into decisions (number, ${columns}) select 2, group_id, year, ${report.id}::uuid, method, title, wording, summary, outcome, reason, decided_on, first_person_id, second_person_id from decisions where record_id is not null`
  await expect(g.db.execute(bend)).rejects.toMatchObject({ cause: { constraint_name: 'decisions_are_chained' } })
})
