import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { openBox } from '#src/decisions/ballots/box.ts'
import { enterPaper } from '#src/decisions/ballots/papers.ts'
import { ballots } from '#src/decisions/ballots/schema.ts'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { loseSeat } from '#src/decisions/rounds/leaving.ts'
import { handCounts, type Round } from '#src/decisions/rounds/schema.ts'
import { presentIn } from '#src/decisions/seats/attendance.ts'
import { rollOf } from '#src/decisions/seats/roll.ts'
import { recusals, seatLosses } from '#src/decisions/seats/schema.ts'
import { type World, world } from '../../support/world.ts'
import { endsNow } from '../rounds/setting.ts'
import { deciding, inDays } from '../setting.ts'
import { bySeats, opened, ruled } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const meeting = async (w: World, draft: Parameters<typeof opened>[2] = {}) => {
  const round = await opened(w, 'en', { channel: 'meeting', ...draft })
  const fritjof = await w.as('fritjof')
  const page = `/groups/en/rounds/${round.id}`
  const post = (path: string, form: Record<string, string | number | string[]>) => fritjof(`${page}/${path}`, { form })
  return { round, fritjof, page, post }
}

const seatOf = async (w: World, round: Round, name: string) =>
  (await rollOf(w.db, round.id)).find((seat) => seat.name.startsWith(name))?.id ?? ''

test('hands are entered once, as numbers that fit together', async () => {
  const { round, fritjof, page, post } = await meeting(w)
  const hands = { present: 4, yes: 2, no: 1, abstain: 1, void: 0 }
  for (const [wrong, sentence] of [
    [{ ...hands, yes: 3 }, 'Es sind mehr Hände als Anwesende.'],
    [{ ...hands, present: 6 }, 'Es sind mehr Anwesende, als Sitze auf der Liste stehen.'],
    [{ ...hands, yes: 1.5 }, 'Bitte schreib eine ganze Zahl.'],
    [{ ...hands, no: -1 }, 'Bitte schreib eine ganze Zahl.'],
  ] as const) {
    const answer = await post('hands', wrong)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  }
  expect((await post('hands', hands)).status).toBe(303)
  expect(await (await fritjof(`${page}/meeting`)).text()).toContain('2\u00a0Ja, 1\u00a0Nein')
  expect((await post('hands', { ...hands, no: 0 })).status).toBe(422)
  expect(
    (await post('papers', { paper: `${await seatOf(w, round, 'Gerd')}:${w.people.gerd.id}`, choice: 'yes' })).status,
  ).toBe(422)
  expect(await w.db.$count(handCounts, eq(handCounts.roundId, round.id))).toBe(1)

  const swantje = await w.as('swantje')
  expect((await swantje(`${page}/count`, { form: {} })).status).toBe(303)
  const { count } = (await findRound(w.db, w.groups.en.id, round.id)) ?? {}
  expect(count).toMatchObject({ outcome: 'adopted', tally: { present: 4, yes: 2, no: 1, abstain: 1, void: 0 } })
})

test('where somebody has answered by name hands are not taken', async () => {
  const { round, post } = await meeting(w)
  await deciding(w).answer('gerd', round, 'yes')
  const answer = await post('hands', { present: 4, yes: 2, no: 1, abstain: 1 })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Hier haben schon Menschen mit Namen geantwortet.')
})

test('an answer that was taken back keeps no hands from being counted, and after them nobody answers by name', async () => {
  const { round, page, post } = await meeting(w)
  const gerd = await w.as('gerd')
  await gerd(`${page}/ballot`, { form: { choice: 'yes' } })
  expect((await post('hands', { present: 4, yes: 3, no: 1, abstain: 0 })).status).toBe(422)
  await gerd(`${page}/ballot/retraction`, { form: {} })
  expect((await post('hands', { present: 4, yes: 4, no: 0, abstain: 0 })).status).toBe(303)
  const late = await gerd(`${page}/ballot`, { form: { choice: 'no' } })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('In der Sitzung wurden schon die Hände gezählt.')
  expect(await w.db.$count(handCounts, eq(handCounts.roundId, round.id))).toBe(1)
})

test('hands are not taken where they do not all count the same, or where the chair settles a tie', async () => {
  const hands = { present: 4, yes: 2, no: 2, abstain: 0 }
  await ruled(w, 'en', { tieRule: 'chair' })
  const { post, fritjof, page } = await meeting(w)
  const answer = await post('hands', hands)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Dafür braucht es Namen.')
  expect(await (await fritjof(`${page}/meeting`)).text()).toContain('Dafür braucht es Namen.')
  await ruled(w, 'en', { tieRule: 'reject', electorate: 'seats', seatPolicy: 'dual' })
  const dual = await meeting(w)
  expect((await dual.post('hands', hands)).status).toBe(422)
  await ruled(w, 'en', { electorate: 'persons', seatPolicy: 'all_equal' })
})

test('before a round begins nothing is entered', async () => {
  const { round, post } = await meeting(w, { startsAt: inDays(1) })
  const paper = { paper: `${await seatOf(w, round, 'Gerd')}:${w.people.gerd.id}`, choice: 'yes' }
  for (const answer of [await post('papers', paper), await post('hands', { present: 1, yes: 1, no: 0, abstain: 0 })]) {
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Die Runde hat noch nicht begonnen.')
  }
})

test('who is there is taken down, whoever hands in a paper is there too', async () => {
  const { round, post } = await meeting(w)
  const [gerd, tarek, swantje] = await Promise.all(['Gerd', 'Tarek', 'Swantje'].map((name) => seatOf(w, round, name)))
  expect((await post('attendance', { seats: [gerd ?? '', tarek ?? ''] })).status).toBe(303)
  expect((await presentIn(w.db, round.id)).sort()).toEqual([gerd, tarek].sort())
  await post('papers', { paper: `${swantje}:${w.people.swantje.id}`, choice: 'void' })
  expect((await presentIn(w.db, round.id)).sort()).toEqual([gerd, tarek, swantje].sort())
  await post('attendance', { seats: [gerd ?? '', crypto.randomUUID()] })
  expect(await presentIn(w.db, round.id)).toEqual([gerd])
})

test('after asking aloud one answer stands for everybody who is there and has said nothing', async () => {
  const { round, post } = await meeting(w, { method: 'consensus' })
  const seats = await Promise.all(['Gerd', 'Tarek', 'Swantje'].map((name) => seatOf(w, round, name)))
  await post('attendance', { seats })
  await deciding(w).answer('gerd', round, 'reservations')
  const tarek = await w.as('tarek')
  await deciding(w).answer('tarek', round, 'stand_aside')
  await tarek(`/groups/en/rounds/${round.id}/ballot/retraction`, { form: {} })
  expect((await post('papers/rest', { choice: 'block' })).status).toBe(422)
  expect((await post('papers/rest', { choice: 'support' })).status).toBe(303)
  const { cast } = await openBox(w.db, round)
  expect(cast.map(({ choice }) => choice).sort()).toEqual(['reservations', 'support', 'support'])
  expect((await post('papers/rest', { choice: 'support' })).status).toBe(303)
  expect((await openBox(w.db, round)).cast).toHaveLength(3)
})

test('a paper that is taken out again leaves what came online', async () => {
  const { round, post } = await meeting(w)
  const paper = `${await seatOf(w, round, 'Gerd')}:${w.people.gerd.id}`
  await deciding(w).answer('gerd', round, 'no')
  await post('papers', { paper, choice: 'yes' })
  expect((await openBox(w.db, round)).cast.map(({ choice }) => choice)).toEqual(['yes'])
  await post('papers', { paper, choice: 'none' })
  expect((await openBox(w.db, round)).cast.map(({ choice }) => choice)).toEqual(['no'])
})

test('taking out a paper that was never entered says nothing, least of all that somebody is there', async () => {
  const { round, post } = await meeting(w)
  const paper = `${await seatOf(w, round, 'Gerd')}:${w.people.gerd.id}`
  expect((await post('papers', { paper, choice: 'none' })).status).toBe(303)
  expect(await presentIn(w.db, round.id)).toEqual([])
  expect(await w.db.$count(ballots, eq(ballots.roundId, round.id))).toBe(0)
})

test('who took down a paper stands on the sheet of the group, and nowhere else', async () => {
  const { round, post } = await meeting(w)
  await post('papers', { paper: `${await seatOf(w, round, 'Gerd')}:${w.people.gerd.id}`, choice: 'yes' })
  const en = deciding(w)
  await en.answers(round, { swantje: 'yes', tarek: 'yes', bjarne: 'yes' })
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  const { year, number } = await en.finalise('bjarne', round, count)
  const gerd = await w.as('gerd')
  const sheet = (end: string) => gerd(`/decisions/${citation('EN', year, number)}${end}`)
  const answers = ((await (await sheet('.json')).json()) as SheetData).round?.answers
  expect(answers?.map(({ by, enteredBy }) => [by, enteredBy])).toContainEqual([
    w.people.gerd.name,
    w.people.fritjof.name,
  ])
  const entered = `auf Papier, eingetragen von ${w.people.fritjof.name}`
  for (const end of ['', '.csv']) expect(await (await sheet(end)).text()).toContain(entered)
  expect(await (await sheet('.json?edition=public')).text()).not.toContain(w.people.fritjof.name)
})

test('once hands are counted the roll stays: nobody knows which was raised for whom', async () => {
  const { round, page, post } = await meeting(w)
  const [gerds, bjarnes] = [await seatOf(w, round, 'Gerd'), await seatOf(w, round, 'Bjarne')]
  const gerd = await w.as('gerd')
  const swantje = await w.as('swantje')
  const recused = (seat: string) => ({ form: { seat, category: 'relatives' } })
  await swantje(`${page}/recusals`, recused(bjarnes))
  expect((await post('hands', { present: 5, yes: 3, no: 2, abstain: 0 })).status).toBe(303)
  const late = await gerd(`${page}/recusals`, recused(gerds))
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Die Hände sind schon gezählt')
  const bjarne = await w.as('bjarne')
  expect((await bjarne(`${page}/recusals/confirmation`, { form: { seat: bjarnes } })).status).toBe(422)
  await change(w.ports, (tx) => loseSeat(tx, w.groups.en.id, w.people.tarek.id))
  expect(await openBox(w.db, round)).toMatchObject({ entitled: 5, left: 0, recused: 0 })

  const fixed = { cause: { constraint_name: 'hands_fix_the_roll' } }
  await expect(w.db.insert(seatLosses).values({ seatId: gerds, reason: 'left' })).rejects.toMatchObject(fixed)
  const own = { seatId: gerds, roundId: round.id, category: 'relatives', declaredById: w.people.gerd.id }
  await expect(w.db.insert(recusals).values(own)).rejects.toMatchObject(fixed)
})

test('papers are for those who take the minutes, of people on their own seats, and not by circular', async () => {
  const { round, page, post } = await meeting(w)
  const gerds = await seatOf(w, round, 'Gerd')
  const gerd = await w.as('gerd')
  const paper = `${gerds}:${w.people.gerd.id}`
  expect((await gerd(`${page}/papers`, { form: { paper, choice: 'yes' } })).status).toBe(403)
  expect((await gerd(`${page}/meeting`)).status).toBe(403)
  const foreign = await post('papers', { paper: `${gerds}:${w.people.tarek.id}`, choice: 'yes' })
  expect(await foreign.text()).toContain('Diese Person spricht in dieser Runde nicht für diesen Sitz.')
  const nobody = await post('papers', { paper: `${'-'.repeat(36)}:${w.people.gerd.id}`, choice: 'yes' })
  expect(await nobody.text()).toContain('Bitte wähle, wessen Papier es ist.')

  const circular = await opened(w, 'en', { channel: 'circular', preset: 'rules' })
  const fritjof = await w.as('fritjof')
  const there = `${await seatOf(w, circular, 'Gerd')}:${w.people.gerd.id}`
  const answer = await fritjof(`/groups/en/rounds/${circular.id}/papers`, { form: { paper: there, choice: 'yes' } })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Im Umlauf antwortet jede Person selbst.')
})

test('nothing is entered once counting has begun', async () => {
  await ruled(w, 'en', { ...bySeats, electorate: 'persons' })
  const { round, page, post } = await meeting(w)
  const en = deciding(w)
  await en.answers(round, { gerd: 'yes', swantje: 'yes', tarek: 'no', bjarne: 'yes', fritjof: 'abstain' })
  await en.count('swantje', round)
  const paper = `${await seatOf(w, round, 'Gerd')}:${w.people.gerd.id}`
  const answer = await post('papers', { paper, choice: 'no' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Die Runde ist schon ausgezählt.')
  expect((await post('attendance', { seats: [] })).headers.get('Location')).toBe(page)
})

test('a paper that came in before the end counts, even if it had to wait', async () => {
  const { round } = await meeting(w)
  const seatId = await seatOf(w, round, 'Gerd')
  const answer = { choice: 'yes', reason: '' } as const
  const paper = { seatId, personId: w.people.gerd.id, answer, enteredById: w.people.fritjof.id }
  const problem = await change(w.ports, async (tx, record) => {
    await tx.execute(sql`select now()`)
    await endsNow(w, round)
    return enterPaper(tx, record, round, paper)
  })
  expect(problem).toBeNull()
  expect((await openBox(w.db, round)).cast.map(({ choice }) => choice)).toEqual(['yes'])
})
