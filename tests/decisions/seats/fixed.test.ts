import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ballots } from '#src/decisions/ballots/schema.ts'
import { handCounts } from '#src/decisions/rounds/schema.ts'
import { proxies, recusals, seatLosses, standingSeats } from '#src/decisions/seats/schema.ts'
import { type World, world } from '../../support/world.ts'
import { deciding } from '../setting.ts'
import { inCircle, opened, placeOf, ruled } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const refusal = async (doing: PromiseLike<unknown>) => {
  const error = await Promise.resolve(doing).then(
    () => null,
    (problem: unknown) => problem as { cause?: { constraint_name?: string } },
  )
  return error?.cause?.constraint_name ?? null
}

test('a seat that was given, who sits there and a proxy can only be ended, whoever asks', async () => {
  await ruled(w, 'en', { proxiesPerHolder: 1 })
  const proxy = { groupId: w.groups.en.id, principalId: w.people.gerd.id, holderId: w.people.tarek.id }
  await w.db.insert(proxies).values(proxy)
  for (const change of [
    sql`update standing_seats set weight = 5`,
    sql`delete from standing_seats`,
    sql`update standing_seat_holders set rank = 'deputy'`,
    sql`delete from standing_seat_holders`,
    sql`update proxies set holder_id = ${w.people.bjarne.id}`,
    sql`delete from proxies`,
  ]) {
    expect(await refusal(w.db.execute(change))).toBe('only_ended')
  }
  await w.db.execute(sql`update proxies set ended_at = now()`)
  expect(await refusal(w.db.execute(sql`update proxies set ended_at = null`))).toBe('only_ended')
})

test('nobody answers for others unless the rules say so, and for no more than they say', async () => {
  const { gerd, tarek, bjarne, swantje } = w.people
  const groupId = w.groups.en.id
  const given = (principalId: string) => w.db.insert(proxies).values({ groupId, principalId, holderId: tarek.id })
  await ruled(w, 'en', { proxiesPerHolder: 0 })
  expect(await refusal(given(gerd.id))).toBe('proxies_by_the_rules')
  await ruled(w, 'en', { proxiesPerHolder: 2 })
  const tried = await Promise.all([gerd, bjarne, swantje].map(({ id }) => refusal(given(id))))
  expect(tried.filter((problem) => problem === null)).toHaveLength(2)
  expect(tried.filter((problem) => problem === 'proxies_by_the_rules')).toHaveLength(1)
})

test('one seat per organisation, and none of a group in itself', async () => {
  const groupId = w.groups.kk.id
  const again = w.db.insert(standingSeats).values({ groupId, kind: 'group', sendingGroupId: w.groups.en.id })
  expect(await refusal(again)).toBe('one_seat_per_sending_group')
  const self = w.db.insert(standingSeats).values({ groupId, kind: 'group', sendingGroupId: groupId })
  expect(await refusal(self)).toBe('no_seat_in_itself')
})

test('a seat is either gone or recused, and hands do not stand beside names', async () => {
  const round = await opened(w, 'en')
  const gerd = await placeOf(w, round, 'gerd')
  const tarek = await placeOf(w, round, 'tarek')
  const recusal = { roundId: round.id, category: 'relatives', declaredById: w.people.gerd.id }
  const alone = { ...recusal, declaredById: w.people.swantje.id, seatId: gerd.seat.id }
  expect(await refusal(w.db.insert(recusals).values(alone))).toBe('recusals_by_the_seat_or_two')
  const unproposed = { ...alone, proposedById: w.people.fritjof.id }
  expect(await refusal(w.db.insert(recusals).values(unproposed))).toBe('recusals_by_the_seat_or_two')
  await w.db.insert(recusals).values({ ...recusal, seatId: gerd.seat.id })
  expect(await refusal(w.db.insert(seatLosses).values({ seatId: gerd.seat.id, reason: 'left' }))).toBe(
    'gone_or_recused',
  )
  await w.db.insert(seatLosses).values({ seatId: tarek.seat.id, reason: 'left' })
  expect(await refusal(w.db.insert(recusals).values({ ...recusal, seatId: tarek.seat.id }))).toBe('gone_or_recused')

  const hands = { present: 3, yes: 3, no: 0, abstain: 0, enteredById: w.people.swantje.id }
  const meeting = await opened(w, 'en', { channel: 'meeting' })
  await w.db.insert(handCounts).values({ ...hands, roundId: meeting.id })
  const there = await placeOf(w, meeting, 'gerd')
  const named = { roundId: meeting.id, method: 'majority', seatId: there.seat.id, castById: there.personId } as const
  expect(await refusal(w.db.insert(ballots).values({ ...named, choice: 'yes' }))).toBe('hands_or_names')
  expect(await deciding(w).answer('gerd', meeting, 'yes')).toBe('hands')
  await deciding(w).answer('swantje', round, 'yes')
  expect(await refusal(w.db.insert(handCounts).values({ ...hands, roundId: round.id }))).toBe('hands_or_names')
})

test('hands are only taken where each counts the same, papers only in a meeting', async () => {
  const hands = { present: 3, yes: 3, no: 0, abstain: 0, enteredById: w.people.swantje.id }
  const online = await opened(w, 'en')
  expect(await refusal(w.db.insert(handCounts).values({ ...hands, roundId: online.id }))).toBe(
    'hands_that_count_the_same',
  )
  const { seat, personId } = await placeOf(w, online, 'gerd')
  const paper = { roundId: online.id, method: 'majority', seatId: seat.id, castById: personId } as const
  const entered = { rank: 'meeting', enteredById: w.people.fritjof.id, choice: 'yes' } as const
  expect(await refusal(w.db.insert(ballots).values({ ...paper, ...entered }))).toBe('papers_in_meetings')

  await ruled(w, 'en', { tieRule: 'chair' })
  const chaired = await opened(w, 'en', { channel: 'meeting' })
  await ruled(w, 'en', { tieRule: 'reject', electorate: 'seats', seatPolicy: 'weighted' })
  const weighted = await opened(w, 'en', { channel: 'meeting' })
  for (const { id: roundId } of [chaired, weighted]) {
    expect(await refusal(w.db.insert(handCounts).values({ ...hands, roundId }))).toBe('hands_that_count_the_same')
  }
})

test('from its first decision on a group gives seats by its decisions', async () => {
  const groupId = w.groups.kk.id
  const choir = { groupId, kind: 'group', sendingGroupId: w.groups.kk.id } as const
  await inCircle(w)
  expect(await refusal(w.db.insert(standingSeats).values({ ...choir, givenBy: 'KK-2026-999' }))).toBe(
    'seats_are_decided',
  )
})
