import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { findMatter } from '#src/decisions/proposals/matters.ts'
import { paths } from '#src/paths.ts'
import { deferrals } from '#src/referrals/answers/schema.ts'
import { inbox } from '#src/referrals/model.ts'
import type { Referral } from '#src/referrals/schema.ts'
import { complete } from '#src/tasks/ending.ts'
import { findTask } from '#src/tasks/model.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Between, between, proposalIn } from '../setting.ts'

let w: World
let we: Between
let henrike: Browse
let swantje: Browse

beforeAll(async () => {
  w = await world()
  we = between(w)
  henrike = await w.as('henrike')
  swantje = await w.as('swantje')
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: { cause?: { message?: string } }) => error.cause?.message ?? String(error),
  )

const page = async (who: Browse, group: 'en' | 'kk', referral: Referral) =>
  (await who(paths.referral(w.groups[group], referral))).text()

const taskOf = async (referral: Referral, at = -1) => {
  const { deferrals: all } = await we.find(referral)
  return findTask(w.db, w.groups.kk.id, all.at(at)?.taskId ?? '')
}

test('what has to wait waits with its reason, as often as it has to, and whoever coordinates has one task about it', async () => {
  const referral = await we.send(null)
  const url = paths.referralDeferrals(w.groups.kk, referral)
  expect((await henrike(url, { form: { reason: '' } })).status).toBe(422)
  expect((await henrike(url, { form: { reason: 'Die Zahlen fehlen noch.' } })).status).toBe(303)
  const task = await taskOf(referral)
  expect(task).toMatchObject({ origin: 'return', originId: referral.id, groupId: w.groups.kk.id, ending: null })
  expect(task?.people.map(({ name }) => name)).toEqual(['Henrike Talmann'])
  expect((await we.find(referral)).state).toBe('deferred')

  await we.defers(referral, 'Kemal ist krank.')
  expect((await taskOf(referral))?.id).toBe(task?.id)
  for (const [who, group] of [
    [henrike, 'kk'],
    [swantje, 'en'],
  ] as const) {
    const shown = await page(who, group, referral)
    expect(shown).toContain('Vertagt')
    expect(shown).toContain('Die Zahlen fehlen noch.')
    expect(shown.indexOf('Kemal ist krank.')).toBeLessThan(shown.indexOf('Die Zahlen fehlen noch.'))
  }
  const told = await w.db.select().from(events).where(eq(events.subjectId, referral.id))
  expect(told.filter(({ kind }) => kind === 'referral.deferred').map(({ alsoForId }) => alsoForId)).toEqual([
    w.groups.en.id,
    w.groups.en.id,
  ])
  expect((await inbox(w.db, w.groups.kk.id)).filter(({ id }) => id === referral.id)).toHaveLength(1)
})

test('once its task is done the next time brings a new one', async () => {
  const referral = await we.send(null)
  await we.defers(referral)
  const first = await taskOf(referral)
  if (!first) throw new Error('No task')
  await change(w.ports, (tx, record) =>
    complete(tx, record, first, { result: 'Nachgefragt.', actorId: w.people.henrike.id }),
  )
  await we.defers(referral, 'Und noch einmal.')
  expect((await taskOf(referral))?.id).not.toBe(first.id)
})

test('a round that decides nothing puts it off by itself, with what stands against it and without names', async () => {
  const referral = await we.send(null)
  const { proposalId } = proposalIn(await we.takesUp(referral))
  const round = await we.opens({ proposalId }, 'consent')
  expect(await we.defers(referral)).toBe('being_decided')
  const refused = await henrike(paths.referralDeferrals(w.groups.kk, referral), { form: { reason: 'Doch.' } })
  expect(await refused.text()).toContain('Darüber wird gerade entschieden.')

  expect(await we.counts(round, 'objection')).toMatchObject({ outcome: 'undecided', reason: 'open_objection' })
  const entry = await we.find(referral)
  expect(entry).toMatchObject({ state: 'deferred', takenUp: { proposalId, isBeingDecided: false } })
  expect(entry.deferrals).toMatchObject([
    { roundId: round.id, reason: '', outcome: 'undecided', why: 'open_objection' },
  ])
  expect(entry.deferrals[0]?.openObjections.length).toBeGreaterThan(0)
  const shown = await page(swantje, 'en', referral)
  expect(shown).toContain('Die Runde hat nichts entschieden.')
  expect(shown).toContain('Einwand offen')

  // It goes on: a second round decides, and its decision is the answer.
  const matter = await findMatter(w.db, w.groups.kk.id, proposalId)
  expect(matter?.withdrawal ?? null).toBeNull()
  await we.returns(referral)
  expect((await we.find(referral)).state).toBe('returned')
  expect(await we.defers(referral)).toBe('answered')
})

test('a tie puts off too, and of many at once nothing is lost or doubled', async () => {
  const [referral, other] = [await we.send(null), await we.send(null)]
  const round = await we.opens(proposalIn(await we.takesUp(referral)))
  expect((await we.counts(round, 'abstain')).outcome).not.toBe('adopted')
  expect((await we.find(referral)).deferrals.map(({ roundId }) => roundId)).toEqual(
    (await we.find(referral)).state === 'deferred' ? [round.id] : [],
  )

  const [returned] = await Promise.all([we.returns(other), we.defers(other), we.defers(other)])
  expect(returned).toBe('answered')
  const entry = await we.find(other)
  expect(entry.state).toBe('returned')
  expect(new Set(entry.deferrals.map(({ taskId }) => taskId)).size).toBeLessThan(2)
})

test('only those who may answer put off', async () => {
  const referral = await we.send(null)
  for (const [who, group] of [
    ['swantje', 'en'],
    ['gerd', 'en'],
    ['kemal', 'kk'],
  ] as const) {
    const browser = await w.as(who)
    const form = { reason: 'Später.' }
    expect((await browser(paths.referralDeferrals(w.groups[group], referral), { form })).status).toBe(403)
  }
  const nele = await w.as('nele')
  expect((await nele(paths.referralDeferrals(w.groups.lw, referral), { form: { reason: 'x' } })).status).toBe(404)
})

test('the database takes no deferral without a reason, of an answered matter, or of a round about something else', async () => {
  const [open, ended] = [await we.send(null), await we.send(null)]
  await we.defers(open)
  await we.notes(ended)
  const [{ taskId = '' } = {}] = (await we.find(open)).deferrals
  const row = { referralId: open.id, reason: 'Später.', deferredById: w.people.henrike.id, taskId }
  const insert = (more: Partial<typeof deferrals.$inferInsert>) =>
    refusal(w.db.insert(deferrals).values({ ...row, ...more }))
  expect(await insert({ reason: ' ' })).toContain('a_deferral_has_a_reason')
  expect(await insert({ deferredById: null })).toContain('deferred_by_somebody')
  expect(await insert({ referralId: ended.id })).toContain('only what is open is put off')
  const round = await we.opens(proposalIn(await we.takesUp(await we.send(null))))
  expect(await insert({ roundId: round.id })).toContain('a round puts off what it has not decided')
  expect(await refusal(w.db.update(deferrals).set({ reason: 'anders' }))).toContain('never change')
  expect(await refusal(w.db.delete(deferrals))).toContain('never change')
})
