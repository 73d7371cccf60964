import { asc, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { append, holdRegister, writeEntry } from '#src/decisions/chain/appending.ts'
import { chainEarlier } from '#src/decisions/chain/earlier.ts'
import { forget } from '#src/decisions/chain/forgetting.ts'
import { headsOf, latestHead } from '#src/decisions/chain/heads.ts'
import { registerEntries, registerSalts } from '#src/decisions/chain/schema.ts'
import { verify } from '#src/decisions/chain/verifying.ts'
import { confirmRecord } from '#src/decisions/register/finalising.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { people } from '#src/identity/schema.ts'
import { migrateDatabase } from '#src/runtime/postgres/database.ts'
import { answered } from '../setting.ts'
import { type Ground, ground, tampered } from './ground.ts'

let g: Ground
beforeAll(async () => {
  g = await ground()
})

async function counted() {
  const round = await answered(g.en, 'consent')
  const count = await g.en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  return { round, count }
}

const entries = () => g.db.select().from(registerEntries).orderBy(asc(registerEntries.seq))

describe('an established decision', () => {
  /** S-82 */
  test('gets one entry, however many establish it at once', async () => {
    const { round, count } = await counted()
    const given = await Promise.all(Array.from({ length: 9 }, () => g.en.finalise('fritjof', round, count)))
    const own = (await entries()).filter(({ decisionId }) => decisionId === given[0]?.id)
    expect(own).toHaveLength(1)
    expect(await headsOf(g.db, [given[0]?.id ?? ''])).toEqual(new Map([[given[0]?.id, await latestHead(g.db)]]))
  })

  test('leaves no entry behind when what follows from it fails', async () => {
    const before = await entries()
    const report = await g.gl.report('mirjam')
    const fail = async () => {
      throw new Error('the following step failed')
    }
    const ilse = await g.w.actor('ilse', 'gl')
    const following = { consequences: [fail] }
    await expect(
      change(g.w.ports, (tx, record) => confirmRecord(tx, record, report, ilse, following)),
    ).rejects.toThrow()
    expect(await entries()).toEqual(before)
  })

  test('many at once in several groups stand one behind the other', async () => {
    const results = [await counted(), await counted(), await counted()]
    const reports = [await g.gl.report('mirjam'), await g.gl.report('mirjam'), await g.en.report('gerd')]
    await Promise.all([
      ...results.map(({ round, count }) => g.en.finalise('fritjof', round, count)),
      ...reports.slice(0, 2).map((report) => g.gl.confirm('ilse', report)),
      ...reports.slice(2).map((report) => g.en.confirm('swantje', report)),
    ])
    expect(await verify(g.db)).toMatchObject({ entries: 7, problem: null })
  })

  test('says nothing of people or words in what is written down', async () => {
    const written = (await entries()).map(({ canonical }) => canonical).join('\n')
    for (const { id, name } of Object.values(g.w.people)) {
      expect(written).not.toContain(name)
      expect(written).not.toContain(id)
    }
    expect(written).not.toMatch(/Wärme|Heizung|Dienstag/)
  })
})

test('however often people have changed their minds, the decision is written down', async () => {
  const big = await ground()
  const report = await big.en.report('gerd')
  await big.en.confirm('swantje', report)
  const secrets = Array.from({ length: 14_000 }, (_, key) => ({
    ...{ field: 'ballot', key: String(key), value: 'consent', personId: null },
  }))
  await big.db.transaction((tx) =>
    writeEntry(tx, { kind: 'erasure', id: null, facts: {}, statement: { plain: {}, secrets } }),
  )
  expect(await big.db.$count(registerSalts, eq(registerSalts.seq, 2))).toBe(secrets.length)
})

describe('what was decided before there was a chain', () => {
  test('is written into it once, in order, however many processes start at once', async () => {
    const old = await ground()
    await old.en.confirm('swantje', await old.en.report('gerd'))
    await old.gl.confirm('ilse', await old.gl.report('mirjam'))
    await old.en.confirm('swantje', await old.en.report('gerd'))
    await old.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`truncate register_entries, register_salts`)
      await tx.execute(sql`insert into register_backlog default values`)
    })
    const written = await Promise.all([chainEarlier(old.db), chainEarlier(old.db), chainEarlier(old.db)])
    expect(written.sort()).toEqual([0, 0, 3])
    const order = await old.db
      .select({ id: registerEntries.decisionId, at: decisions.createdAt })
      .from(registerEntries)
      .innerJoin(decisions, eq(decisions.id, registerEntries.decisionId))
      .orderBy(asc(registerEntries.seq))
    expect(order.map(({ at }) => at.getTime())).toEqual(order.map(({ at }) => at.getTime()).sort((a, b) => a - b))
    expect(await verify(old.db)).toMatchObject({ entries: 3, problem: null })
  })

  test('is never what somebody slips in later', async () => {
    const before = (await entries()).length
    const bend = sql`delete from register_entries where seq = ${before}`
    const { problem } = await tampered(g.db, bend)
    expect(problem?.code).toBe('decision_without_entry')
    expect(await chainEarlier(g.db)).toBe(0)
    expect(await entries()).toHaveLength(before)
  })

  test('is never what is left of a chain that somebody has cut off', async () => {
    const cut = await ground()
    await cut.en.confirm('swantje', await cut.en.report('gerd'))
    await cut.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`truncate register_entries, register_salts`)
    })
    await migrateDatabase(cut.place)
    expect(await verify(cut.db)).toMatchObject({ entries: 0, problem: { code: 'decision_without_entry' } })
    await expect(cut.db.execute(sql`insert into register_backlog default values`)).rejects.toThrow()
  })
})

/** S-85 */
describe('when a person is erased', () => {
  test('the chain verifies, says that it happened and not whom, and nothing leads to them any more', async () => {
    const { fritjof } = g.w.people
    const before = await entries()
    const kept = await latestHead(g.db)
    const gone = await g.db.transaction(async (tx) => {
      await tx.update(people).set({ name: 'Ehemaliges Mitglied', email: null }).where(eq(people.id, fritjof.id))
      return forget(tx, fritjof.id)
    })
    expect(gone).toBeGreaterThan(4)
    const after = await entries()
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ kind: 'erasure', decisionId: null, noteId: null })
    expect(after.map(({ canonical }) => canonical).join()).not.toContain(fritjof.id)
    expect(await g.db.$count(registerSalts, eq(registerSalts.personId, fritjof.id))).toBe(0)
    expect(await verify(g.db, { seq: kept?.seq ?? 0, begins: kept?.hash ?? '' })).toMatchObject({
      ...{ entries: after.length, problem: null, erased: gone, kept: 'found' },
    })
  })

  test('what stood behind may go, too, and everything else is watched as before', async () => {
    const { fritjof } = g.w.people
    const reasons = sql`update ballots set reason = '' where cast_by_id = ${fritjof.id}`
    const seats = sql`delete from seat_holders where person_id = ${fritjof.id}`
    expect((await tampered(g.db, reasons, seats)).problem).toBeNull()
    for (const whose of [sql`<>`, sql`=`]) {
      const choice = sql`update ballots set choice = 'concern' where cast_by_id ${whose} ${fritjof.id}`
      expect((await tampered(g.db, choice)).problem).toMatchObject({ code: 'fact_changed', field: 'ballot' })
    }
    const outcome = sql`update decisions set outcome = 'rejected' where second_person_id = ${fritjof.id}`
    expect((await tampered(g.db, outcome)).problem).toMatchObject({ code: 'fact_changed', field: 'outcome' })
  })

  test('a second time there is nothing to do, and nobody else is touched', async () => {
    const before = await entries()
    expect(await g.db.transaction((tx) => forget(tx, g.w.people.fritjof.id))).toBe(0)
    expect(await g.db.transaction((tx) => forget(tx, g.w.people.hedwig.id))).toBe(0)
    expect(await entries()).toEqual(before)
    expect(await g.db.$count(people, eq(people.id, g.w.people.fritjof.id))).toBe(1)
  })

  test('nobody who is still there stands where somebody was erased', async () => {
    const { fritjof } = g.w.people
    const signer = sql`update decisions set second_person_id = (select person_id from register_salts where field = 'first' and person_id <> first_person_id limit 1) where second_person_id = ${fritjof.id}`
    const stranger = sql`update decisions set second_person_id = ${g.w.people.hedwig.id} where second_person_id = ${fritjof.id}`
    for (const bend of [signer, stranger])
      expect((await tampered(g.db, bend)).problem).toMatchObject({ code: 'erased_is_there', field: 'second' })
  })

  test('nothing is erased without an entry that says so, nor anything of somebody who stays', async () => {
    const one = sql`delete from register_salts where person_id = ${g.w.people.swantje.id} and seq = 1`
    const all = sql`delete from register_salts where person_id = ${g.w.people.swantje.id}`
    const words = sql`delete from register_salts where person_id is null`
    for (const bend of [one, all, words])
      await expect(g.db.execute(bend)).rejects.toMatchObject({ cause: { constraint_name: 'salts_go_by_erasure' } })
  })

  test('nobody hides a change of what was decided behind an erasure', async () => {
    const [entry] = await g.db.select().from(registerSalts).where(eq(registerSalts.field, 'wording')).limit(1)
    const { seq = 0, position = 0 } = entry ?? {}
    const undone = new Error('undone')
    const attempt = g.db.transaction(async (tx) => {
      await holdRegister(tx)
      await tx.execute(sql`delete from register_salts where seq = ${seq} and position = ${position}`)
      await writeEntry(tx, { kind: 'erasure', id: null, facts: { erased: [[seq, position]] } })
      expect((await verify(tx)).problem).toMatchObject({ code: 'words_erased', seq, field: 'wording' })
      throw undone
    })
    await expect(attempt).rejects.toBe(undone)
  })
})

test('what does not exist gets no entry', async () => {
  const nowhere = { kind: 'decision' as const, id: crypto.randomUUID() }
  await expect(g.db.transaction((tx) => append(tx, [nowhere]))).rejects.toThrow()
})
