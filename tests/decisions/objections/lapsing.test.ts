import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { proposeLapse, signLapse } from '#src/decisions/objections/lapsing.ts'
import { objectionEndings, objectionLapses, objections } from '#src/decisions/objections/schema.ts'
import { findMatter } from '#src/decisions/proposals/matters.ts'
import { finalise } from '#src/decisions/register/finalising.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, everybody, heat } from '../setting.ts'

let w: World
let en: Deciding
let swantje: Browse
let fritjof: Browse
let bjarne: Browse
let gerd: Browse

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  const keys = ['swantje', 'fritjof', 'bjarne', 'gerd'] as const
  ;[swantje, fritjof, bjarne, gerd] = (await Promise.all(keys.map((key) => w.as(key)))) as [
    Browse,
    Browse,
    Browse,
    Browse,
  ]
})

async function objected() {
  const round = await en.open(await en.propose('gerd'))
  for (const by of ['swantje', 'gerd', 'tarek', 'fritjof'] as const) await en.answer(by, round, 'consent')
  await en.answer('bjarne', round, 'objection')
  await en.count('swantje', round)
  const [raised] = await w.db.select().from(objections).where(eq(objections.roundId, round.id))
  if (!raised) throw new Error('No objection')
  return { round, id: raised.id, page: `/groups/en/rounds/${round.id}/objections/${raised.id}` }
}

/** As if a fortnight had gone by: past the triggers, for nobody may date anything back. */
const fortnight = (round: Round) =>
  w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const earlier = sql`- interval '15 days'`
    await tx.execute(sql`update objections set created_at = created_at ${earlier} where round_id = ${round.id}`)
    await tx.execute(sql`update ballots set received_at = received_at ${earlier} where round_id = ${round.id}`)
    await tx.execute(
      sql`update proposal_versions set created_at = created_at ${earlier} where proposal_id = ${round.proposalId}`,
    )
  })

const reason = { reason: 'Seit zwei Wochen keine Antwort, auch nicht am Telefon.' }

describe('an objection whose owner is silent for a fortnight', () => {
  test('lapses by two with a reason, never by one', async () => {
    const { round, page } = await objected()
    expect((await swantje(`${page}/lapse`, { form: reason })).status).toBe(403)
    await fortnight(round)
    expect(await (await gerd(page)).text()).toContain('hat sich seit 14\u00A0Tagen nicht dazu gemeldet')
    expect((await gerd(`${page}/lapse`, { form: reason })).status).toBe(403)
    expect((await swantje(`${page}/lapse`, { form: {} })).status).toBe(422)
    expect((await swantje(`${page}/lapse`, { form: reason })).status).toBe(303)
    const rounds = `/groups/en/proposals/${round.proposalId}/rounds`
    const opening = { method: 'consent', closesOn: addDays(dayOf(new Date()), 20), version: 1 }
    expect((await swantje(rounds, { form: opening })).status).toBe(403)
    expect(await (await swantje(page)).text()).toContain('Das bestätigt eine zweite Person.')
    expect((await swantje(`${page}/lapse/signature`, { form: {} })).status).toBe(403)
    expect((await fritjof(`${page}/lapse/signature`, { form: {} })).status).toBe(303)
    expect(await (await gerd(page)).text()).toContain('festgestellt von Swantje Kieselbach und Fritjof Bellinghaus')
    expect((await bjarne(`${page}/withdrawal`, { form: {} })).status).toBe(403)
    expect((await swantje(rounds, { form: opening })).status).toBe(303)
  })

  test('does not lapse any more when its owner speaks up', async () => {
    const { round, page } = await objected()
    await fortnight(round)
    await swantje(`${page}/lapse`, { form: reason })
    expect((await bjarne(`${page}/withdrawal`, { form: {} })).status).toBe(303)
    expect((await fritjof(`${page}/lapse/signature`, { form: {} })).status).toBe(403)
  })
})

test('past the product, too, nobody lapses alone or twice, and nothing is worked in without another wording', async () => {
  const { id } = await objected()
  const { swantje: one, fritjof: other, bjarne: owner } = w.people
  await w.db.insert(objectionLapses).values({ objectionId: id, reason: 'x', proposedById: one.id })
  const of = eq(objectionLapses.objectionId, id)
  const signs = (signedById: string) => w.db.update(objectionLapses).set({ signedById, signedAt: new Date() }).where(of)
  await expect(signs(one.id)).rejects.toThrow()
  await expect(w.db.update(objectionLapses).set({ reason: 'y' }).where(of)).rejects.toThrow()
  const settled = { objectionId: id, ownerId: owner.id, kind: 'integrated' } as const
  await expect(w.db.insert(objectionEndings).values({ ...settled, settledIn: 1 })).rejects.toThrow()
  await expect(w.db.insert(objectionEndings).values({ ...settled, settledIn: 2 })).rejects.toThrow()
  await signs(other.id)
  await expect(signs(one.id)).rejects.toThrow()
  await expect(w.db.delete(objectionLapses).where(of)).rejects.toThrow()
  await expect(w.db.insert(objectionEndings).values({ ...settled, kind: 'withdrawn' })).rejects.toThrow()
})

test('whoever comes back to a round after it answers as before, and the round is counted', async () => {
  await enacted(w, 'en', { ballotsVisible: 'while_open' })
  const round = await en.open(await en.propose('gerd'))
  await en.answers(round, { swantje: 'consent', gerd: 'consent', tarek: 'consent', fritjof: 'consent' })
  await en.answer('bjarne', round, 'objection', 'Zu teuer.')
  const raised = () => w.db.select().from(objections).where(eq(objections.roundId, round.id))
  const [first] = await raised()
  const { swantje: one, fritjof: other } = w.people
  const objectionId = first?.id ?? ''
  const row = { objectionId, reason: 'x', proposedById: one.id, signedById: other.id, signedAt: new Date() }
  await w.db.insert(objectionLapses).values(row)

  expect(await en.answer('bjarne', round, 'consent')).toBe('cast')
  expect(await en.answer('bjarne', round, 'objection', 'Zu teuer.')).toBe('cast')
  expect(await raised()).toHaveLength(1)
  expect(await en.count('swantje', round)).toMatchObject({ reason: 'open_objection' })
  expect(await raised()).toHaveLength(1)
  expect(await w.db.$count(objectionEndings, eq(objectionEndings.objectionId, objectionId))).toBe(0)
  await enacted(w, 'en', { ballotsVisible: 'after_close' })
})

describe('settled at the moment at which a second person establishes the decision', () => {
  /** Objected to in the first round; the second one, about other words, has agreed without a word about that. */
  async function agreedSince() {
    const { round, id, page } = await objected()
    const { title, rationale = '' } = heat
    const form = { title, rationale, wording: 'Wir prüfen, Pachtverträge bleiben.', version: 1, scope: 'own_group' }
    expect((await gerd(`/groups/en/proposals/${round.proposalId}/wording`, { form })).status).toBe(303)
    const matter = await findMatter(w.db, w.groups.en.id, round.proposalId)
    if (!matter) throw new Error('No matter')
    const next = await en.open(matter.proposal)
    for (const by of everybody) await en.answer(by, next, 'consent')
    const count = await en.count('swantje', next)
    if (!count) throw new Error('Not counted')
    return { next, count, objection: { id, roundId: round.id }, page }
  }

  /** Somebody waits for somebody else's transaction. */
  const isWaiting = async () => {
    const [found] = await w.db.execute(sql`select count(*)::int as waiting from pg_locks
      where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)
    return found?.waiting === 1
  }

  test('an objection stays as the decision found it, and its owner is told so', async () => {
    const { next, count, objection, page } = await agreedSince()
    const actor = await w.actor('fritjof', 'en')
    let late: Promise<Response> | undefined
    await change(w.ports, async (tx, record) => {
      const counted = { ...next, count: { ...count, outcome: 'adopted' as const } }
      await finalise(tx, record, counted, actor, { summary: 'Es wird geprüft.' })
      late = bjarne(`${page}/withdrawal`, { form: {} })
      await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true)
    })
    const answer = await late
    expect(answer?.status).toBe(422)
    expect(await answer?.text()).toContain('Gerade war jemand schneller.')
    expect(await w.db.$count(objectionEndings, eq(objectionEndings.objectionId, objection.id))).toBe(0)
  })

  test('nor does it lapse any more', async () => {
    const { next, count, objection } = await agreedSince()
    await en.finalise('fritjof', next, count)
    const { swantje: one, fritjof: other } = w.people
    const draft = { proposedById: one.id, reason: 'x' }
    expect(await change(w.ports, (tx, record) => proposeLapse(tx, record, next, objection, draft))).toBe('settled')
    expect(await change(w.ports, (tx, record) => signLapse(tx, record, next, objection, other.id))).toBe('settled')
  })
})

test('when its owner has left, two may do it at once', async () => {
  const { page } = await objected()
  await w.db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, w.people.bjarne.id))
  expect(await (await gerd(page)).text()).toContain('Bjarne Tannrodt ist aus der Gruppe ausgeschieden.')
  expect((await swantje(`${page}/lapse`, { form: reason })).status).toBe(303)
  expect((await fritjof(`${page}/lapse/signature`, { form: {} })).status).toBe(303)
})
