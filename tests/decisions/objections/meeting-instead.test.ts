import { beforeAll, beforeEach, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { procedureObjections } from '#src/decisions/ballots/schema.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { demandMeeting } from '#src/decisions/rounds/stopping.ts'
import { recusals, seatLosses } from '#src/decisions/seats/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { endMembership } from '#src/groups/departure.ts'
import { peopleIn } from '#src/groups/people.ts'
import { initialRules } from '#src/groups/rules.ts'
import { paths } from '#src/paths.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { ask } from '../rounds/setting.ts'
import { placeOf } from '../seats/setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await enacted(w, 'en', { circular: { ...initialRules.circular, procedureObjectionsToStop: 2 } })
})

let round: Round
beforeEach(async () => {
  round = await ask(w)
})

const demand = (by: PersonKey) =>
  change(w.ports, (tx, record) => demandMeeting(tx, record, round, { personId: w.people[by].id, reason: 'Zu groß.' }))

async function recused(by: PersonKey) {
  const { seat } = await placeOf(w, round, by)
  const declaredById = w.people[by].id
  await w.db.insert(recusals).values({ seatId: seat.id, roundId: round.id, category: 'relatives', declaredById })
  return seat
}

const past = (seatId: string, by: PersonKey) =>
  w.db.insert(procedureObjections).values({ seatId, roundId: round.id, raisedById: w.people[by].id })

const refused = { cause: { constraint_name: 'meetings_asked_for_with_a_say' } }

test('whoever is recused has no say in how it is decided, whoever asks', async () => {
  const seat = await recused('bjarne')
  const bjarne = await w.as('bjarne')
  expect(await (await bjarne(paths.round(w.groups.en, round))).text()).not.toContain(
    'Lieber in einer Sitzung besprechen',
  )
  expect((await bjarne(paths.procedureObjection(w.groups.en, round), { form: {} })).status).toBe(403)
  expect(await demand('bjarne')).toBe('no_seat')
  await expect(past(seat.id, 'bjarne')).rejects.toMatchObject(refused)
})

test('what somebody said before being recused does not count any more', async () => {
  expect(await demand('bjarne')).toBe('noted')
  await recused('bjarne')
  expect(await demand('gerd')).toBe('noted')
  expect(await demand('tarek')).toBe('stopped')
})

test('nor does the word of somebody who has left the roll since', async () => {
  expect(await demand('gerd')).toBe('noted')
  const { seat } = await placeOf(w, round, 'gerd')
  await w.db.insert(seatLosses).values({ seatId: seat.id, reason: 'left' })
  expect(await demand('gerd')).toBe('no_seat')
  await expect(past(seat.id, 'gerd')).rejects.toMatchObject(refused)
  expect(await demand('tarek')).toBe('noted')
  expect(await demand('swantje')).toBe('stopped')
})

test('whoever has left the group asks for nothing, even where an answer keeps the seat', async () => {
  const fritjof = (await peopleIn(w.db, w.groups.en.id)).find(({ person }) => person.id === w.people.fritjof.id)
  if (!fritjof) throw new Error('Not there')
  await endMembership(w.db, fritjof.membership)
  expect(await demand('fritjof')).toBe('no_seat')
})
