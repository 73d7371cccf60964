import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { type Box, openBox } from '#src/decisions/ballots/box.ts'
import { enterPaper, enterRest } from '#src/decisions/ballots/papers.ts'
import { cast } from '#src/decisions/rounds/casting.ts'
import { seatConsequence } from '#src/decisions/rounds/leaving.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { endSeat } from '#src/decisions/seats/arranging.ts'
import { placesOf } from '#src/decisions/seats/places.ts'
import { proxiesIn } from '#src/decisions/seats/proxies.ts'
import { attendances, proxies, seatLosses } from '#src/decisions/seats/schema.ts'
import { standingSeatsOf } from '#src/decisions/seats/standing.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { depart } from '#src/groups/departure.ts'
import { peopleIn } from '#src/groups/people.ts'
import { type GroupKey, type World, world } from '../../support/world.ts'
import { deciding } from '../setting.ts'
import { bySeats, inCircle, opened, ruled, seatOf, standing } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

async function leave(person: PersonKey, group: GroupKey, by: PersonKey) {
  const actor = await w.actor(by, group)
  const target = (await peopleIn(w.db, w.groups[group].id)).find(({ person: one }) => one.id === w.people[person].id)
  if (!target) throw new Error('Not there')
  await change(w.ports, (tx, record) => depart(tx, record, actor, target, [seatConsequence]))
}

const organisations = ({ seats }: Box) => seats.filter(({ seat: { kind } }) => kind === 'organisation').length

const lost = async (round: Round) => {
  const { seats } = await openBox(w.db, round)
  const rows = await w.db.select().from(seatLosses)
  return { onRoll: seats.length, reasons: rows.map(({ reason }) => reason) }
}

test('an answer that was taken back or came to nothing does not keep the seat of somebody who leaves', async () => {
  const round = await opened(w, 'en')
  const en = deciding(w)
  await en.answers(round, { gerd: 'yes', tarek: 'yes' })
  const gerd = await w.as('gerd')
  await gerd(`/groups/en/rounds/${round.id}/ballot/retraction`, { form: {} })
  for (const person of ['gerd', 'tarek', 'bjarne'] as const) await leave(person, 'en', 'swantje')
  expect(await lost(round)).toEqual({ onRoll: 3, reasons: ['left', 'left'] })
  expect(await openBox(w.db, round)).toMatchObject({ entitled: 3, left: 2 })
})

test('a recused seat stays recused when its holder leaves: never both', async () => {
  const round = await opened(w, 'mo')
  const [place] = await placesOf(w.db, round.id, w.people.vincent.id)
  const vincent = await w.as('vincent')
  await vincent(`/groups/mo/rounds/${round.id}/recusals`, { form: { seat: place?.seat.id, category: 'relatives' } })
  await leave('vincent', 'mo', 'ole')
  expect(await openBox(w.db, round)).toMatchObject({ entitled: 3, left: 0, recused: 1 })
})

describe('in the circle, which votes by seats', () => {
  beforeAll(async () => {
    await ruled(w, 'kk', { ...bySeats, seatPolicy: 'org_only' })
  })

  test('the seat of an organisation stays when one of several who speak for it leaves, and nobody enters a paper in their name', async () => {
    const henrike = await w.as('henrike')
    const { id } = await standing(w, 'o1')
    await henrike(`/groups/kk/seats/${id}/holders`, { form: { personId: w.people.bjarne.id, rank: 'deputy' } })
    const round = await opened(w, 'kk')
    const meeting = await opened(w, 'kk', { channel: 'meeting' })
    await leave('roswitha', 'kk', 'henrike')
    expect(await openBox(w.db, round)).toMatchObject({ entitled: 9, left: 0 })
    expect(await deciding(w, 'kk').answer('bjarne', round, 'yes')).toBe('cast')
    expect((await openBox(w.db, round)).cast).toHaveLength(1)
    expect((await standing(w, 'o1')).holders.map(({ name }) => name)).toEqual(['Bjarne Tannrodt'])

    const { id: seatId } = await seatOf(w, meeting, 'o1')
    const enteredById = w.people.mirjam.id
    const paper = { seatId, personId: w.people.roswitha.id, answer: { choice: 'no', reason: '' } as const, enteredById }
    expect(await change(w.ports, (tx, record) => enterPaper(tx, record, meeting, paper))).toBe('not_there')
    await w.db.insert(attendances).values({ seatId, roundId: meeting.id, enteredById })
    expect(await change(w.ports, (tx, record) => enterRest(tx, record, meeting, 'yes', enteredById))).toBe(1)
    expect((await openBox(w.db, meeting)).cast.map(({ castById }) => castById)).toEqual([w.people.bjarne.id])
  })

  test('an organisation that leaves loses its seat where nobody has answered, and keeps the answer that was given', async () => {
    const kk = deciding(w, 'kk')
    const answered = await opened(w, 'kk')
    const open = await opened(w, 'kk')
    await kk.answer('kemal', answered, 'no')
    const actor = await w.actor('henrike', 'kk')
    const seat = await standing(w, 'o6')
    const end = { endedBy: await inCircle(w), hasLeft: true }
    await change(w.ports, (tx, record) => endSeat(tx, record, actor, seat, end))

    expect(await openBox(w.db, answered)).toMatchObject({ entitled: 9, left: 0 })
    expect(await openBox(w.db, open)).toMatchObject({ entitled: 8, left: 1 })
    const [loss] = await w.db
      .select()
      .from(seatLosses)
      .where(eq(seatLosses.seatId, (await seatOf(w, open, 'o6')).id))
    expect(loss).toMatchObject({ reason: 'seat_ended' })
    expect((await standingSeatsOf(w.db, w.groups.kk.id)).map(({ name }) => name)).not.toContain(seat.name)
    expect(organisations(await openBox(w.db, await opened(w, 'kk')))).toBe(2)
  })

  test('a seat that the group ends stays on the rolls of rounds that are running', async () => {
    const open = await opened(w, 'kk')
    const henrike = await w.as('henrike')
    const { id } = await standing(w, 'o3')
    const endedBy = await inCircle(w)
    expect((await henrike(`/groups/kk/seats/${id}/end`, { form: { endedBy } })).status).toBe(303)
    expect(await openBox(w.db, open)).toMatchObject({ entitled: 8, left: 0 })
    expect(await openBox(w.db, await opened(w, 'kk'))).toMatchObject({ entitled: 7, left: 0 })
  })

  test('a seat that ends while a round opens is not on its roll, or leaves it', async () => {
    const actor = await w.actor('henrike', 'kk')
    const seat = await standing(w, 'o1')
    const end = { endedBy: await inCircle(w), hasLeft: true }
    const ending = change(w.ports, async (tx, record) => {
      await endSeat(tx, record, actor, seat, end)
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const [round] = await Promise.all([opened(w, 'kk'), ending])
    expect(organisations(await openBox(w.db, round))).toBe(0)
  })

  test('a contested seat has no answer that counts when its organisation leaves', async () => {
    const kk = deciding(w, 'kk')
    const round = await opened(w, 'kk')
    await kk.answers(round, { ole: 'yes', dunja: 'no' })
    const seat = (await standingSeatsOf(w.db, w.groups.kk.id)).find(
      ({ sendingGroupId }) => sendingGroupId === w.groups.mo.id,
    )
    if (!seat) throw new Error('No seat')
    const actor = await w.actor('henrike', 'kk')
    const end = { endedBy: await inCircle(w), hasLeft: true }
    await change(w.ports, (tx, record) => endSeat(tx, record, actor, seat, end))
    expect(await openBox(w.db, round)).toMatchObject({ entitled: 5, left: 1 })
  })
})

test('whoever leaves answers for nobody any more, and nobody for them', async () => {
  const groupId = w.groups.bt.id
  await ruled(w, 'bt', { proxiesPerHolder: 2 })
  const { luca, hedwig, vincent } = w.people
  await w.db.insert(proxies).values([
    { groupId, principalId: luca.id, holderId: hedwig.id },
    { groupId, principalId: hedwig.id, holderId: vincent.id },
  ])
  await leave('hedwig', 'bt', 'ayla')
  expect(await proxiesIn(w.db, groupId)).toEqual([])
})

test('what was said with a vote that was handed over stays when its owner has left, and nobody changes it', async () => {
  const { mirjam, kemal } = w.people
  await ruled(w, 'gl', { proxiesPerHolder: 1 })
  await w.db.insert(proxies).values({ groupId: w.groups.gl.id, principalId: mirjam.id, holderId: kemal.id })
  const round = await opened(w, 'gl')
  const held = (await placesOf(w.db, round.id, kemal.id)).find(({ rank }) => rank === 'proxy')
  const says = (choice: 'yes' | 'no' | null) =>
    change(w.ports, (tx, record) => cast(tx, record, round, kemal.id, { choice, reason: '' }, held?.seat.id))
  expect(await says('yes')).toBe('cast')
  await leave('mirjam', 'gl', 'ilse')
  expect(await says('no')).toBe('no_seat')
  expect(await says(null)).toBe('no_seat')
  expect((await openBox(w.db, round)).cast.map(({ choice }) => choice)).toEqual(['yes'])
})
