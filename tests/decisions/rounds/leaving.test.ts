import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { ballots } from '#src/decisions/ballots/schema.ts'
import { objections } from '#src/decisions/objections/schema.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { seatConsequence } from '#src/decisions/rounds/leaving.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { depart } from '#src/groups/departure.ts'
import { peopleIn } from '#src/groups/people.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { type World, world } from '../../support/world.ts'
import { deciding, everybody, inMoments, until } from '../setting.ts'

async function leave(w: World, key: PersonKey) {
  const lead = await w.actor('swantje', 'en')
  const target = (await peopleIn(w.db, w.groups.en.id)).find(({ person }) => person.id === w.people[key].id)
  if (!target) throw new Error('Not there')
  await change(w.ports, (tx, record) => depart(tx, record, lead, target, [seatConsequence]))
}

test('while somebody leaves, others answer and open rounds: nobody is in the way of anybody', async () => {
  const w = await world()
  const kk = deciding(w, 'kk')
  const coordinator = await w.actor('henrike', 'kk')
  const voters = (await peopleIn(w.db, w.groups.kk.id)).filter(({ membership }) => membership.votes)
  const leaving = voters.slice(0, 6)
  const round = await kk.open(await kk.propose('henrike'))
  const proposals = await Promise.all(leaving.map(() => kk.propose('henrike')))
  const keys = Object.entries(w.people) as [PersonKey, { id: string }][]
  const keyOf = (id: string) => keys.find(([, person]) => person.id === id)?.[0] ?? 'henrike'

  const opened = proposals.map((proposal) => kk.open(proposal))
  const left = leaving.map((target) =>
    change(w.ports, (tx, record) => depart(tx, record, coordinator, target, [seatConsequence])),
  )
  const answers = voters.map(({ person }) => kk.answer(keyOf(person.id), round, 'consent'))
  await Promise.all([...opened, ...left, ...answers])

  const entry = await findRound(w.db, w.groups.kk.id, round.id)
  const answeredBeforeLeaving = (entry?.answered ?? 0) - (voters.length - leaving.length)
  expect(entry?.entitled).toBe(voters.length - leaving.length + answeredBeforeLeaving)
  for (const other of await Promise.all(opened)) {
    expect((await findRound(w.db, w.groups.kk.id, other.id))?.entitled).toBe(voters.length - leaving.length)
  }
})

test('whoever leaves after the deadline changes nothing about what was missed', async () => {
  const w = await world()
  const en = deciding(w)
  const closesAt = inMoments(1000)
  const round = await en.open(await en.propose('swantje'), 'consent', closesAt)
  await en.answers(round, { gerd: 'consent', swantje: 'consent' })
  await until(closesAt)
  await leave(w, 'fritjof')
  const count = await en.count('swantje', round)
  expect(count).toMatchObject({ outcome: 'not_quorate', tally: { entitled: 5, answered: 2, left: 0 } })
})

test('whoever has left does not change the answer that stays', async () => {
  const w = await world()
  const en = deciding(w)
  const round = await en.open(await en.propose('swantje'), 'majority')
  await en.answer('fritjof', round, 'yes')
  await leave(w, 'fritjof')
  expect(await en.answer('fritjof', round, 'no')).toBe('no_seat')
  const [kept] = await w.db.select().from(ballots).where(eq(ballots.roundId, round.id))
  expect(kept).toMatchObject({ choice: 'yes', castById: w.people.fritjof.id })
})

test('the objection of somebody who has left holds up a further round only until two say that it lapses', async () => {
  const w = await world()
  const en = deciding(w)
  const proposal = await en.propose('swantje')
  const round = await en.open(proposal)
  for (const by of everybody) await en.answer(by, round, by === 'fritjof' ? 'objection' : 'consent')
  await en.count('swantje', round)
  const lead = await w.as('swantje')
  const page = `/groups/en/proposals/${proposal.id}`
  expect(await (await lead(page)).text()).toContain('Zuerst der Einwand.')
  const form = { method: 'consent', closesOn: addDays(dayOf(new Date()), 7), version: 1 }
  expect((await lead(`${page}/rounds`, { form })).status).toBe(403)

  await leave(w, 'fritjof')
  const text = await (await lead(page)).text()
  expect(text).toContain('Fritjof Bellinghaus ist aus der Gruppe ausgeschieden.')
  expect(text).toContain('Zuerst der Einwand.')
  const [objection] = await w.db.select().from(objections).where(eq(objections.roundId, round.id))
  const lapse = `/groups/en/rounds/${round.id}/objections/${objection?.id}/lapse`
  const gerd = await w.as('gerd')
  expect((await lead(lapse, { form: { reason: 'Fritjof ist nicht mehr dabei.' } })).status).toBe(303)
  expect((await lead(`${lapse}/signature`, { form: {} })).status).toBe(403)
  expect((await gerd(`${lapse}/signature`, { form: {} })).status).toBe(303)
  expect(await (await lead(page)).text()).not.toContain('Zuerst der Einwand.')
  expect(
    (await lead(`${page}/rounds`, { form: { ...form, closesOn: addDays(dayOf(new Date()), 8) } })).headers.get(
      'Location',
    ),
  ).toContain('/rounds/')
})
