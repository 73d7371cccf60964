import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { enterPaper } from '#src/decisions/ballots/papers.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import { objectionsTo } from '#src/decisions/objections/entries.ts'
import { objections } from '#src/decisions/objections/schema.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { cast } from '#src/decisions/rounds/casting.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { placesOf } from '#src/decisions/seats/places.ts'
import { proxies, recusals } from '#src/decisions/seats/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { ask, hoursPass } from '../rounds/setting.ts'
import { type Deciding, deciding } from '../setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  await enacted(w, 'en', { proxiesPerHolder: 1 })
  const handed = { principalId: w.people.gerd.id, holderId: w.people.bjarne.id }
  await w.db.insert(proxies).values({ groupId: w.groups.en.id, ...handed })
})

/** Bjarne answers for himself and for Gerd; everybody else has agreed. */
async function asked(ballotsVisible: Rules['ballotsVisible']) {
  await enacted(w, 'en', { ballotsVisible })
  const round = await en.open(await en.propose('swantje'))
  await en.answers(round, { swantje: 'consent', tarek: 'consent', fritjof: 'consent' })
  const [own, handed] = await placesOf(w.db, round.id, w.people.bjarne.id)
  if (!own || !handed) throw new Error('Two seats are needed')
  const says = (seatId: string, choice: Choice, reason = '') =>
    change(w.ports, (tx, record) => cast(tx, record, round, w.people.bjarne.id, { choice, reason }, seatId))
  return { round, own: own.seat.id, gerds: handed.seat.id, says }
}

const standing = async ({ proposalId }: Round) =>
  (await objectionsTo(w.db, proposalId)).filter(({ state }) => state === 'raised').map(({ seatId }) => seatId)

test('whoever answers for two seats objects for one and agrees for the other, whichever comes first', async () => {
  const { round, own, gerds, says } = await asked('while_open')
  await says(own, 'objection', 'Zu teuer.')
  await says(gerds, 'consent')
  expect(await standing(round)).toEqual([own])
  await says(gerds, 'objection', 'Gerd fehlt die Tarifbindung.')
  expect((await standing(round)).sort()).toEqual([own, gerds].sort())
  await says(gerds, 'consent')
  expect(await standing(round)).toEqual([own])
  expect(await en.count('swantje', round)).toMatchObject({ reason: 'open_objection', tally: { objections: 1 } })
  expect(await standing(round)).toEqual([own])
})

test('what is withdrawn is the objection of that seat; the answer of the other one stays', async () => {
  const { round, own, gerds, says } = await asked('while_open')
  await says(own, 'objection', 'Zu teuer.')
  await says(gerds, 'objection', 'Gerd fehlt die Tarifbindung.')
  const of = (await objectionsTo(w.db, round.proposalId)).find(({ seatId }) => seatId === gerds)
  const bjarne = await w.as('bjarne')
  const page = `/groups/en/rounds/${round.id}/objections/${of?.id}`
  expect((await bjarne(`${page}/downgrade`, { form: { note: 'Es geht auch so.' } })).status).toBe(303)
  expect(await standing(round)).toEqual([own])
  const count = await en.count('swantje', round)
  expect(count).toMatchObject({ reason: 'open_objection', tally: { objections: 1, concern: 1, consent: 3 } })
})

test('at the end each seat that objects has raised its own objection', async () => {
  const { round, own, gerds, says } = await asked('after_close')
  await says(own, 'objection', 'Zu teuer.')
  await says(gerds, 'objection', 'Gerd fehlt die Tarifbindung.')
  expect(await en.count('swantje', round)).toMatchObject({ reason: 'open_objection', tally: { objections: 2 } })
  const raised = await w.db.select().from(objections).where(eq(objections.roundId, round.id))
  expect(new Map(raised.map(({ seatId, reason }) => [seatId, reason]))).toEqual(
    new Map([
      [own, 'Zu teuer.'],
      [gerds, 'Gerd fehlt die Tarifbindung.'],
    ]),
  )
})

test('nobody objects for a seat that they do not answer for, even past the product', async () => {
  const { round, own } = await asked('after_close')
  const row = { roundId: round.id, ownerId: w.people.tarek.id, reason: 'x' }
  for (const seatId of [own, undefined])
    await expect(w.db.insert(objections).values({ ...row, seatId })).rejects.toThrow()
})

test('whoever answers for somebody else too says whose objection it is', async () => {
  const { round, own, gerds, says } = await asked('while_open')
  await says(own, 'objection', 'Zu teuer.')
  await says(gerds, 'objection', 'Gerd fehlt die Tarifbindung.')
  const tarek = await w.as('tarek')
  const page = await (await tarek(`/groups/en/rounds/${round.id}`)).text()
  const [self, other] = [w.people.bjarne.name, w.people.gerd.name]
  expect(page).toContain(`${self}, 1.\u00A0Runde`)
  expect(page).toContain(`${self} für ${other}, 1.\u00A0Runde`)
})

test('one that was said with a vote that was handed over is none when its owner answers; nor is one of a recused seat', async () => {
  const { round, own, gerds, says } = await asked('while_open')
  await says(own, 'objection', 'Zu teuer.')
  await says(gerds, 'objection', 'Gerd fehlt die Tarifbindung.')
  await en.answer('gerd', round, 'consent')
  const declaredById = w.people.bjarne.id
  await w.db.insert(recusals).values({ seatId: own, roundId: round.id, category: 'relatives', declaredById })
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  expect(count).toMatchObject({ outcome: 'adopted', tally: { consent: 4 } })
  const { year, number } = await en.finalise('tarek', round, count)
  const states = (await objectionsTo(w.db, round.proposalId)).map(({ state }) => state)
  expect(states).toEqual(['not_counted', 'not_counted'])
  const gerd = await w.as('gerd')
  expect(await (await gerd(`/decisions/${citation('EN', year, number)}`)).text()).toContain('Zählte am Ende nicht mit')
})

test('one that was said with a vote that was handed over is none when its owner objects too', async () => {
  const { round, gerds, says } = await asked('while_open')
  await says(gerds, 'objection', 'Gerd fehlt die Tarifbindung.')
  await en.answer('gerd', round, 'objection', 'Zu spät.')
  await hoursPass(w, round, 24 * 14 + 1)
  expect(await en.count('swantje', round)).toMatchObject({ tally: { objections: 1 } })
  const states = (await objectionsTo(w.db, round.proposalId)).map(({ ownerId, state }) => [ownerId, state])
  expect(new Map(states as [string, string][])).toEqual(
    new Map([
      [w.people.gerd.id, 'raised'],
      [w.people.bjarne.id, 'not_counted'],
    ]),
  )
})

describe('beside a paper from the meeting', () => {
  async function inMeeting() {
    await enacted(w, 'en', { ballotsVisible: 'while_open' })
    const round = await ask(w, { method: 'consent', channel: 'meeting', preset: null })
    await en.answers(round, { swantje: 'consent', gerd: 'consent', tarek: 'consent', fritjof: 'consent' })
    const [own] = await placesOf(w.db, round.id, w.people.bjarne.id)
    const of = { seatId: own?.seat.id ?? '', personId: w.people.bjarne.id, enteredById: w.people.swantje.id }
    const handsIn = (choice: Choice | null) =>
      change(w.ports, (tx, record) => enterPaper(tx, record, round, { ...of, answer: { choice, reason: '' } }))
    const states = async () => (await objectionsTo(w.db, round.proposalId)).map(({ state }) => state).sort()
    return { round, handsIn, states }
  }

  test('that agrees, the objection that came online before is gone at once', async () => {
    const { round, handsIn, states } = await inMeeting()
    await en.answer('bjarne', round, 'objection', 'Zu teuer.')
    expect(await states()).toEqual(['raised'])
    expect(await handsIn('concern')).toBeNull()
    expect(await states()).toEqual(['downgraded'])
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted', tally: { concern: 1 } })
    expect(await states()).toEqual(['downgraded'])
  })

  test('one that comes online after it does not count and is none', async () => {
    const { round, handsIn, states } = await inMeeting()
    expect(await handsIn('consent')).toBeNull()
    await en.answer('bjarne', round, 'objection', 'Zu teuer.')
    expect(await states()).toEqual([])
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted', tally: { consent: 5 } })
    expect(await states()).toEqual([])
  })

  test('that was taken out again, what came online counts', async () => {
    const { round, handsIn, states } = await inMeeting()
    await en.answer('bjarne', round, 'objection', 'Zu teuer.')
    await handsIn('consent')
    await handsIn(null)
    expect(await en.count('swantje', round)).toMatchObject({ reason: 'open_objection', tally: { objections: 1 } })
    expect(await states()).toEqual(['raised', 'withdrawn'])
  })
})
