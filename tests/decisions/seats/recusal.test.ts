import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { openBox } from '#src/decisions/ballots/box.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { seatHolder } from '#src/decisions/seats/arranging.ts'
import { recusedIn } from '#src/decisions/seats/recused.ts'
import { recusalProposals, recusals } from '#src/decisions/seats/schema.ts'
import { roundsAwaiting } from '#src/decisions/waiting.ts'
import { recusedWords } from '#views/decisions/seat-words.ts'
import { type World, world } from '../../support/world.ts'
import { hoursPass } from '../rounds/setting.ts'
import { deciding } from '../setting.ts'
import { bySeats, opened, ruled, seatOf, standing } from './setting.ts'

const german = { lang: 'de', now: new Date() } as const

let w: World

beforeAll(async () => {
  w = await world()
})

const inCircle = async (w: World, draft: Parameters<typeof opened>[2] = {}) => {
  await ruled(w, 'kk', { ...bySeats, threshold: { comparison: 'more_than', numerator: 1, denominator: 2 } })
  const henrike = await w.as('henrike')
  const actor = await w.actor('henrike', 'kk')
  const church = await standing(w, 'o3')
  const deputy = { person: w.people.gerd, rank: 'deputy' } as const
  await change(w.ports, (tx, record) => seatHolder(tx, record, actor, church, deputy))
  const round = await opened(w, 'kk', draft)
  return { henrike, round, page: `/groups/kk/rounds/${round.id}`, seat: await seatOf(w, round, 'o3') }
}

test('a conflict of interest voids what was answered for the seat, and four to four is a tie', async () => {
  const { round, page, seat } = await inCircle(w)
  const kk = deciding(w, 'kk')
  await kk.answer('gerd', round, 'yes')
  expect((await openBox(w.db, round)).cast).toHaveLength(1)

  const mirjam = await w.as('mirjam')
  expect(await (await mirjam(page)).text()).toContain('Befangenheit erklären')
  const form = { seat: seat.id, category: 'office_at_funder' }
  expect((await mirjam(`${page}/recusals`, { form })).status).toBe(303)
  const box = await openBox(w.db, round)
  expect([box.entitled, box.recused, box.cast.length]).toEqual([8, 1, 0])
  expect(box.seats.find(({ isRecused }) => isRecused)).toMatchObject({ reason: 'void_recused', ballot: null })
  for (const who of ['mirjam', 'gerd'] as const) {
    expect(await (await (await w.as(who))(page)).text()).toContain('Dieser Sitz ist befangen.')
  }

  await kk.answers(round, { swantje: 'yes', nele: 'yes', ayla: 'yes', ole: 'yes' })
  await kk.answers(round, { ilse: 'no', piet: 'no', roswitha: 'no', kemal: 'no' })
  expect(await findRound(w.db, w.groups.kk.id, round.id)).toMatchObject({ entitled: 8, answered: 8 })
  expect(await roundsAwaiting(w.db, w.people.mirjam.id)).toEqual([])
  const count = await kk.count('henrike', round)
  expect(count).toMatchObject({ outcome: 'rejected', reason: 'tie', tally: { entitled: 8, yes: 4, no: 4 } })
  const words = recusedWords(german, await recusedIn(w.db, round.id))
  expect(words).toBe('1\u00a0Sitz befangen (Amt bei Zuwendungsgeber)')
})

test('whoever leads the round only proposes a conflict of others, and whoever sits there confirms it', async () => {
  const { henrike, round, page, seat } = await inCircle(w)
  const form = { seat: seat.id, category: 'relatives' }
  const swantje = await w.as('swantje')
  expect((await swantje(`${page}/recusals`, { form })).status).toBe(403)
  const unknown = await henrike(`${page}/recusals`, { form: { ...form, category: 'weather' } })
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('Diesen Grund kennen die Regeln der Gruppe nicht.')

  await deciding(w, 'kk').answer('mirjam', round, 'no')
  expect((await henrike(`${page}/recusals`, { form })).status).toBe(303)
  expect((await henrike(`${page}/recusals`, { form: { ...form, category: 'contract' } })).status).toBe(303)
  expect((await henrike(`${page}/recusals/confirmation`, { form: { seat: seat.id } })).status).toBe(403)
  expect((await swantje(`${page}/recusals/confirmation`, { form: { seat: seat.id } })).status).toBe(403)
  const box = await openBox(w.db, round)
  expect([box.recused, box.cast.length]).toEqual([0, 1])

  const mirjam = await w.as('mirjam')
  const told = await (await mirjam(page)).text()
  expect(told).toContain('Befangen? Kirchenkreis Larnau (Angehörige)')
  expect(told).toContain('Befangenheit bestätigen')
  expect((await mirjam(`${page}/recusals/confirmation`, { form: { seat: seat.id } })).status).toBe(303)
  expect(await recusedIn(w.db, round.id)).toEqual([{ category: 'relatives', count: 1 }])
  expect((await openBox(w.db, round)).cast).toEqual([])
  expect(await (await swantje(`${page}/roll`)).text()).toContain('erklärt von Mirjam Okafor-Lenz')
})

test('a deputy takes no vote away from the principal alone', async () => {
  const { round, page, seat } = await inCircle(w)
  const gerd = await w.as('gerd')
  await deciding(w, 'kk').answer('mirjam', round, 'no')
  const form = { seat: seat.id, category: 'contract' }
  expect((await gerd(`${page}/recusals`, { form })).status).toBe(303)
  expect((await openBox(w.db, round)).recused).toBe(0)
  expect((await gerd(`${page}/recusals/confirmation`, { form: { seat: seat.id } })).status).toBe(403)
  const henrike = await w.as('henrike')
  expect((await henrike(`${page}/recusals/confirmation`, { form: { seat: seat.id } })).status).toBe(303)
  expect((await openBox(w.db, round)).recused).toBe(1)
})

test('whoever has proposed a conflict of others takes it back, and says it again as it is', async () => {
  const { henrike, round, page, seat } = await inCircle(w)
  const form = { seat: seat.id, category: 'relatives' }
  await henrike(`${page}/recusals`, { form })
  const withdrawal = `${page}/recusals/withdrawal`
  const mirjam = await w.as('mirjam')
  expect((await mirjam(withdrawal, { form })).status).toBe(403)
  expect(await (await mirjam(page)).text()).not.toContain('Vorschlag zurücknehmen')
  expect(await (await henrike(page)).text()).toContain('Vorschlag zurücknehmen')
  expect((await henrike(withdrawal, { form })).status).toBe(303)
  expect((await henrike(withdrawal, { form: { ...form, again: 1 } })).status).toBe(403)
  const confirmation = `${page}/recusals/confirmation`
  expect((await mirjam(confirmation, { form })).status).toBe(422)

  expect((await henrike(`${page}/recusals`, { form: { ...form, category: 'contract' } })).status).toBe(303)
  expect((await mirjam(`${page}/recusals/confirmation`, { form })).status).toBe(303)
  expect(await recusedIn(w.db, round.id)).toEqual([{ category: 'contract', count: 1 }])
  expect((await henrike(withdrawal, { form: { ...form, again: 2 } })).status).toBe(403)
  await expect(w.db.delete(recusalProposals)).rejects.toMatchObject({ cause: { constraint_name: 'recusals_stay' } })
})

test('a confirmation of nothing is refused', async () => {
  const { henrike, page } = await inCircle(w)
  for (const seat of ['', 'x', crypto.randomUUID()]) {
    expect((await henrike(`${page}/recusals/confirmation`, { form: { seat } })).status).toBe(422)
    expect((await henrike(`${page}/recusals/withdrawal`, { form: { seat } })).status).toBe(403)
  }
})

test('once the answers are in nobody is recused any more, but in a meeting until the count', async () => {
  const over = await inCircle(w)
  const meeting = await inCircle(w, { channel: 'meeting' })
  const mirjam = await w.as('mirjam')
  for (const { round } of [over, meeting]) await hoursPass(w, round, 15 * 24)
  const form = { seat: over.seat.id, category: 'contract' }
  const refused = await mirjam(`${over.page}/recusals`, { form })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Die Zeit der Runde ist um.')
  const late = { roundId: over.round.id, seatId: over.seat.id, category: 'contract', declaredById: w.people.mirjam.id }
  await expect(w.db.insert(recusals).values(late)).rejects.toMatchObject({
    cause: { constraint_name: 'recusals_in_time' },
  })
  const there = { ...form, seat: meeting.seat.id }
  expect((await mirjam(`${meeting.page}/recusals`, { form: there })).status).toBe(303)
  expect((await openBox(w.db, meeting.round)).recused).toBe(1)
})

test('where the rules leave recused seats in, the roll stays as long as it was', async () => {
  await ruled(w, 'kk', { ...bySeats, recusedInQuorum: 'include' })
  const round = await opened(w, 'kk')
  const { id } = await seatOf(w, round, 'o6')
  const kemal = await w.as('kemal')
  await kemal(`/groups/kk/rounds/${round.id}/recusals`, { form: { seat: id, category: 'contract' } })
  expect((await openBox(w.db, round)).entitled).toBe(9)
})

test('once a round is counted nobody is recused from it any more', async () => {
  await ruled(w, 'mo', { proxiesPerHolder: 0 })
  const round = await opened(w, 'mo')
  const mo = deciding(w, 'mo')
  await mo.answers(round, { ole: 'yes', dunja: 'yes', vincent: 'yes', marlies: 'yes' })
  await change(w.ports, (tx, record) => countRound(tx, record, round, w.people.ole.id))
  const { seats } = await openBox(w.db, round)
  const ole = await w.as('ole')
  const form = { seat: seats[0]?.seat.id, category: 'contract' }
  const answer = await ole(`/groups/mo/rounds/${round.id}/recusals`, { form })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Die Runde ist schon ausgezählt.')
})
