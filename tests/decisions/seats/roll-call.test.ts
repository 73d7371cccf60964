import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { giveSeat, seatHolder } from '#src/decisions/seats/arranging.ts'
import { placesOf } from '#src/decisions/seats/places.ts'
import { rollOf } from '#src/decisions/seats/roll.ts'
import { rollFor } from '#src/decisions/seats/roll-call.ts'
import { proxies } from '#src/decisions/seats/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { endMembership } from '#src/groups/departure.ts'
import { peopleIn } from '#src/groups/people.ts'
import { giveRole } from '#src/groups/roles.ts'
import type { Rules } from '#src/groups/rules.ts'
import { type World, world } from '../../support/world.ts'
import { bySeats, decided, opened, ruled, standing } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const names = (w: World, ids: string[]) =>
  ids.map((id) => Object.entries(w.people).find(([, person]) => person.id === id)?.[0]).sort()

const called = async (w: World, rules: Rules, method: 'majority' | 'consent' | 'consensus' = 'majority') =>
  change(w.ports, (tx) => rollFor(tx, w.groups.kk.id, rules, method))

const seat = async (w: World, person: PersonKey, rank: 'principal' | 'deputy', organisation: 'o1' | 'o3') => {
  const actor = await w.actor('henrike', 'kk')
  const entry = await standing(w, organisation)
  await change(w.ports, (tx, record) => seatHolder(tx, record, actor, entry, { person: w.people[person], rank }))
}

test('by majority the circle has nine seats, by consent and consensus fifteen people', async () => {
  const rules = await ruled(w, 'kk', bySeats)
  const { seats, doubles } = await called(w, rules)
  expect(doubles).toEqual([])
  expect(seats.map(({ kind }) => kind).sort()).toEqual([
    ...Array.from({ length: 6 }, () => 'group'),
    ...Array.from({ length: 3 }, () => 'organisation'),
  ])
  for (const method of ['consent', 'consensus'] as const) {
    const persons = await called(w, rules, method)
    expect(persons.seats).toHaveLength(15)
    expect(new Set(persons.seats.map(({ kind }) => kind))).toEqual(new Set(['person']))
  }
  const henrike = w.people.henrike.id
  expect(seats.flatMap(({ holders }) => holders).some(({ personId }) => personId === henrike)).toBe(false)
})

test('a vote that was handed over before opening lies on the seat of whoever gave it, and goes no further', async () => {
  const groupId = w.groups.en.id
  await ruled(w, 'en', { proxiesPerHolder: 1 })
  await w.db.insert(proxies).values({ groupId, principalId: w.people.gerd.id, holderId: w.people.tarek.id })
  await w.db.insert(proxies).values({ groupId, principalId: w.people.tarek.id, holderId: w.people.bjarne.id })
  const round = await opened(w, 'en')
  const held = await placesOf(w.db, round.id, w.people.tarek.id)
  expect(held.map(({ rank }) => rank)).toEqual(['principal', 'proxy'])
  expect(await placesOf(w.db, round.id, w.people.bjarne.id)).toHaveLength(2)
  const gerds = (await rollOf(w.db, round.id)).find(({ name }) => name === 'Gerd Moosbach')
  expect(gerds?.holders.map(({ name, rank }) => [name, rank])).toEqual([
    ['Gerd Moosbach', 'principal'],
    ['Tarek Lindhövel', 'proxy'],
  ])

  await ruled(w, 'en', { proxiesPerHolder: 0 })
  const later = await opened(w, 'en')
  expect(await placesOf(w.db, later.id, w.people.tarek.id)).toHaveLength(1)
})

test('whoever joins after the opening is not on the roll', async () => {
  await ruled(w, 'kk', bySeats)
  const round = await opened(w, 'kk')
  await seat(w, 'bjarne', 'deputy', 'o1')
  expect(await placesOf(w.db, round.id, w.people.bjarne.id)).toEqual([])
  const next = await opened(w, 'kk')
  expect((await placesOf(w.db, next.id, w.people.bjarne.id)).map(({ rank }) => rank)).toEqual(['deputy'])
})

test('individuals vote beside organisations, or advise, as the rules say', async () => {
  const actor = await w.actor('swantje', 'en')
  const givenBy = await decided(w, 'en', ['gerd', 'swantje'])
  for (const organisation of ['Kirchenkreis Larnau', 'Wärmeverein Tannrode']) {
    const seat = { behind: { organisation }, givenBy }
    expect(await change(w.ports, (tx, record) => giveSeat(tx, record, actor, seat))).toBeNull()
  }
  const rollBy = async (seatPolicy: Rules['seatPolicy']) => {
    const rules = await ruled(w, 'en', { ...bySeats, seatPolicy })
    return change(w.ports, (tx) => rollFor(tx, w.groups.en.id, rules, 'majority'))
  }
  expect((await rollBy('org_only')).seats.map(({ kind }) => kind)).toEqual(['organisation', 'organisation'])
  for (const policy of ['all_equal', 'pooled', 'dual', 'weighted'] as const) {
    const { seats } = await rollBy(policy)
    expect(seats.filter(({ kind }) => kind === 'person')).toHaveLength(5)
    expect(seats.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1, 1, 1])
  }
})

test('whoever sits on several seats takes one, chosen when the roll is made, unless the rules allow several', async () => {
  const one = await ruled(w, 'kk', bySeats)
  await seat(w, 'swantje', 'principal', 'o3')
  const { doubles } = await called(w, one)
  expect(doubles.map(({ person }) => person.name)).toEqual(['Swantje Kieselbach'])
  expect(doubles[0]?.seats.map(({ name }) => name).sort()).toEqual(['AG\u00a0Energie', 'Kirchenkreis Larnau'])

  const o3 = await standing(w, 'o3')
  const chosen = { [w.people.swantje.id]: o3.id }
  await expect(opened(w, 'kk')).rejects.toThrow('Nothing was opened')
  const round = await opened(w, 'kk', { chosen })
  const roll = await rollOf(w.db, round.id)
  expect(roll.find(({ name }) => name === 'AG\u00a0Energie')?.holders.map(({ name }) => name)).toEqual([
    'Tarek Lindhövel',
  ])
  expect((await placesOf(w.db, round.id, w.people.swantje.id)).map(({ seat }) => seat.organisationId)).toEqual([
    o3.organisationId,
  ])

  await ruled(w, 'kk', { severalSeatsPerPerson: true })
  const several = await opened(w, 'kk')
  expect(await placesOf(w.db, several.id, w.people.swantje.id)).toHaveLength(2)
})

test('a group’s seat follows its lead and delegates by itself', async () => {
  const rules = await ruled(w, 'kk', bySeats)
  const holders = async () => {
    const { seats } = await called(w, rules)
    const en = seats.find(({ sendingGroupId }) => sendingGroupId === w.groups.en.id)
    return names(w, en?.holders.map(({ personId }) => personId) ?? [])
  }
  expect(await holders()).toEqual(['swantje', 'tarek'])

  const lead = await w.actor('swantje', 'en')
  const fritjof = (await peopleIn(w.db, w.groups.en.id)).find(({ person }) => person.id === w.people.fritjof.id)
  if (!fritjof) throw new Error('Not there')
  const term = { role: 'delegate', startsOn: '2026-01-01', endsOn: null, givenBy: 'EN-2026-001' } as const
  await change(w.ports, (tx, record) => giveRole(tx, record, lead, fritjof, term))
  expect(await holders()).toEqual(['fritjof', 'swantje', 'tarek'])

  const tarek = (await peopleIn(w.db, w.groups.en.id)).find(({ person }) => person.id === w.people.tarek.id)
  if (!tarek) throw new Error('Not there')
  await endMembership(w.db, tarek.membership)
  expect(await holders()).toEqual(['fritjof', 'swantje'])
})
