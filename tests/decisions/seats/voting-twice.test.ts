import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { openBox } from '#src/decisions/ballots/box.ts'
import { ballots, countedBallots } from '#src/decisions/ballots/schema.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { rollOf, type SeatEntry } from '#src/decisions/seats/roll.ts'
import { roundsAwaiting } from '#src/decisions/waiting.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { type World, world } from '../../support/world.ts'
import { deciding } from '../setting.ts'
import { bySeats, opened, ruled, seatOf, standing } from './setting.ts'

const counted = async (w: World, round: Round, seat: SeatEntry) => {
  const box = await openBox(w.db, round)
  const forSeat = box.cast.filter(({ seatId }) => seatId === seat.id)
  expect(forSeat.length).toBeLessThan(2)
  return forSeat[0]?.choice ?? null
}

const principalFirst = 'Nicht gezählt: Die Hauptperson hat abgestimmt.'
const replaced = 'In der Sitzung wurde eine Antwort für diesen Sitz eingetragen.'

let w: World

beforeAll(async () => {
  w = await world()
})

test('A8: somebody votes twice; of deputy, principal and paper exactly one answer counts at any moment', async () => {
  await ruled(w, 'kk', bySeats)
  const henrike = await w.as('henrike')
  const { id } = await standing(w, 'o1')
  const form = { personId: w.people.bjarne.id, rank: 'deputy' }
  expect((await henrike(`/groups/kk/seats/${id}/holders`, { form })).status).toBe(303)

  const round = await opened(w, 'kk', { channel: 'meeting' })
  const seat = await seatOf(w, round, 'o1')
  const page = `/groups/kk/rounds/${round.id}`
  const bjarne = await w.as('bjarne')
  const roswitha = await w.as('roswitha')
  const says = async (who: typeof bjarne, choice: string) =>
    expect((await who(`${page}/ballot`, { form: { choice, seat: seat.id } })).status).toBe(303)
  const reads = async (who: typeof bjarne) => (await who(page)).text()

  await says(bjarne, 'no')
  expect(await counted(w, round, seat)).toBe('no')
  expect(await reads(bjarne)).not.toContain(principalFirst)

  await says(roswitha, 'yes')
  expect(await counted(w, round, seat)).toBe('yes')
  expect(await reads(bjarne)).toContain(principalFirst)
  expect(await reads(roswitha)).not.toContain(principalFirst)

  await says(roswitha, 'abstain')
  expect(await counted(w, round, seat)).toBe('abstain')

  const mirjam = await w.as('mirjam')
  const paper = { paper: `${seat.id}:${w.people.roswitha.id}`, choice: 'yes' }
  expect(await reads(roswitha)).not.toContain(replaced)
  expect((await mirjam(`${page}/papers`, { form: paper })).status).toBe(303)
  expect(await counted(w, round, seat)).toBe('yes')
  const told = await reads(roswitha)
  expect(told).toContain(replaced)
  expect(told).toContain('Für dich eingetragen: Ja.')
  expect(await (await mirjam(`${page}/meeting`)).text()).toContain('eingetragen von Mirjam Okafor-Lenz')
  const swantje = await w.as('swantje')
  expect(await (await swantje(`${page}/roll`)).text()).toContain('auf Papier, eingetragen von Mirjam Okafor-Lenz')

  const history = await w.db.select().from(ballots).where(eq(ballots.seatId, seat.id)).orderBy(asc(ballots.seq))
  expect(history.map(({ rank, choice }) => [rank, choice])).toEqual([
    ['deputy', 'no'],
    ['principal', 'yes'],
    ['principal', 'abstain'],
    ['meeting', 'yes'],
  ])
  expect((await findRound(w.db, w.groups.kk.id, round.id))?.answered).toBe(1)

  await says(roswitha, 'no')
  expect(await counted(w, round, seat)).toBe('yes')

  await deciding(w, 'kk').count('henrike', round)
  expect(await reads(swantje)).toContain('auf Papier, eingetragen von Mirjam Okafor-Lenz')
})

test('papers of one seat are weighed like answers online: the principal first, and co-delegates who agree', async () => {
  await ruled(w, 'kk', bySeats)
  const round = await opened(w, 'kk', { channel: 'meeting' })
  const mirjam = await w.as('mirjam')
  const paper = async ({ id }: SeatEntry, person: PersonKey, choice: string) => {
    const form = { paper: `${id}:${w.people[person].id}`, choice }
    expect((await mirjam(`/groups/kk/rounds/${round.id}/papers`, { form })).status).toBe(303)
  }
  const o1 = await seatOf(w, round, 'o1')
  await paper(o1, 'roswitha', 'yes')
  await paper(o1, 'bjarne', 'no')
  expect(await counted(w, round, o1)).toBe('yes')
  await paper(o1, 'bjarne', 'none')
  expect(await counted(w, round, o1)).toBe('yes')
  await paper(o1, 'roswitha', 'none')
  expect(await counted(w, round, o1)).toBeNull()

  const en = (await rollOf(w.db, round.id)).find(({ name }) => name === 'AG\u00a0Energie')
  if (!en) throw new Error('No seat')
  await paper(en, 'swantje', 'yes')
  await paper(en, 'tarek', 'no')
  expect(await counted(w, round, en)).toBeNull()
  expect((await openBox(w.db, round)).seats.find(({ seat }) => seat.id === en.id)?.reason).toBe('contested')
  await paper(en, 'tarek', 'yes')
  expect(await counted(w, round, en)).toBe('yes')
})

test('nobody enters a paper in a round without a meeting', async () => {
  await ruled(w, 'kk', bySeats)
  const round = await opened(w, 'kk')
  const seat = await seatOf(w, round, 'o1')
  const mirjam = await w.as('mirjam')
  await deciding(w, 'kk').answer('roswitha', round, 'no')
  const form = { paper: `${seat.id}:${w.people.roswitha.id}`, choice: 'yes' }
  const refused = await mirjam(`/groups/kk/rounds/${round.id}/papers`, { form })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Papier gilt in einer Sitzung.')
  expect(await counted(w, round, seat)).toBe('no')
})

test('co-delegates who differ are told at once, and count as soon as they agree', async () => {
  await ruled(w, 'kk', bySeats)
  const round = await opened(w, 'kk')
  const kk = deciding(w, 'kk')
  const page = `/groups/kk/rounds/${round.id}`
  const swantje = await w.as('swantje')
  const tarek = await w.as('tarek')
  const differing = 'Eure Antworten sind verschieden.'

  await kk.answer('swantje', round, 'yes')
  expect(await (await swantje(page)).text()).not.toContain(differing)
  const leaving = new AbortController()
  const heard = w.ports.bus.subscribe([w.groups.kk.id], leaving.signal)[Symbol.asyncIterator]()
  const first = heard.next()
  await kk.answer('tarek', round, 'yes')
  await first
  await heard.next()
  const told = heard.next()
  expect((await tarek(`${page}/ballot`, { form: { choice: 'no' } })).status).toBe(303)
  expect((await told).value).toMatchObject({ id: null, name: `round-${round.id}` })
  leaving.abort()
  for (const who of [swantje, tarek]) expect(await (await who(page)).text()).toContain(differing)
  const waiting = async (person: PersonKey) =>
    (await roundsAwaiting(w.db, w.people[person].id)).some((one) => one.round.id === round.id)
  expect([await waiting('swantje'), await waiting('tarek')]).toEqual([true, true])
  const { cast, seats } = await openBox(w.db, round)
  expect([cast.length, seats.filter(({ reason }) => reason === 'contested').length]).toEqual([0, 1])

  await kk.answer('tarek', round, 'yes')
  for (const who of [swantje, tarek]) expect(await (await who(page)).text()).not.toContain(differing)
  expect([await waiting('swantje'), await waiting('tarek')]).toEqual([false, false])
  expect((await openBox(w.db, round)).cast).toHaveLength(1)
})

test('a round is not counted early while a seat has no answer that counts, and that is said', async () => {
  await ruled(w, 'kk', bySeats)
  const round = await opened(w, 'kk')
  const kk = deciding(w, 'kk')
  await kk.answers(round, { ayla: 'yes', nele: 'yes', ilse: 'yes', piet: 'yes', ole: 'yes' })
  await kk.answers(round, { roswitha: 'yes', mirjam: 'yes', kemal: 'yes', swantje: 'yes', tarek: 'no' })
  const henrike = await w.as('henrike')
  const page = `/groups/kk/rounds/${round.id}`
  const refused = await henrike(`${page}/count`, { form: {} })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Noch zählt nicht für jeden Sitz eine Antwort.')
  await kk.answer('tarek', round, 'yes')
  expect((await henrike(`${page}/count`, { form: { again: 'yes' } })).status).toBe(303)
  expect((await findRound(w.db, w.groups.kk.id, round.id))?.count).toMatchObject({ outcome: 'adopted' })
})

test('what counted for a seat, and why, is written down once', async () => {
  await ruled(w, 'en', { proxiesPerHolder: 1 })
  const tarek = await w.as('tarek')
  const gerd = await w.as('gerd')
  expect((await gerd('/groups/en/proxies', { form: { holderId: w.people.tarek.id } })).status).toBe(303)
  const round = await opened(w, 'en')
  const page = `/groups/en/rounds/${round.id}`
  const en = deciding(w)
  await en.answers(round, { swantje: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'no' })
  const gerds = (await openBox(w.db, round)).seats.find(({ reason }) => reason === 'not_cast')?.seat.id ?? ''
  expect((await tarek(`${page}/ballot`, { form: { choice: 'yes', seat: gerds } })).status).toBe(303)
  const count = await en.count('swantje', round)
  expect(count).toMatchObject({ outcome: 'adopted', tally: { yes: 3, no: 2 } })
  const [row] = await w.db.select().from(countedBallots).where(eq(countedBallots.seatId, gerds))
  expect(row).toMatchObject({ reason: 'ok' })
})
