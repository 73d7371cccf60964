import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { openWishes } from '#src/decisions/agenda/wishes.ts'
import { answersBySeat } from '#src/decisions/ballots/by-seat.ts'
import { countedBallots } from '#src/decisions/ballots/schema.ts'
import { cancelRound } from '#src/decisions/rounds/cancelling.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { extendRound } from '#src/decisions/rounds/extending.ts'
import { type Round, roundExtensions } from '#src/decisions/rounds/schema.ts'
import { demandMeeting } from '#src/decisions/rounds/stopping.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { initialRules } from '#src/groups/rules.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, inDays, inMoments, until } from '../setting.ts'
import { ask, hoursPass, momentsAreLeft, told } from './setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world()
  en = deciding(w)
})

const circular = (changed: Partial<typeof initialRules.circular>) =>
  enacted(w, 'en', { circular: { ...initialRules.circular, ...changed } })

beforeEach(() => circular({}))

const entryOf = async ({ id, groupId }: Round) => {
  const entry = await findRound(w.db, groupId, id)
  if (!entry) throw new Error('No round')
  return entry
}

const extend = (round: Round, days: number) =>
  change(w.ports, (tx, record) =>
    extendRound(tx, record, round, { closesAt: inDays(days), reason: 'Ferien', actorId: w.people.swantje.id }),
  )

describe('a later end', () => {
  test('is announced once before the end, to everybody on the roll, and answers stay', async () => {
    const round = await ask(w)
    await en.answer('gerd', round, 'yes')
    expect(await extend(round, 20)).toBe('extended')
    expect((await entryOf(round)).closesAt.getTime()).toBeGreaterThan(round.closesAt.getTime())
    expect((await entryOf(round)).answered).toBe(1)
    expect((await told(w, round)).extension).toEqual(['bjarne', 'fritjof', 'gerd', 'swantje', 'tarek'])
    expect(await extend(round, 25)).toBe('used_up')
  })

  test('is later, and not announced when the end has come', async () => {
    const round = await ask(w)
    expect(await extend(round, 13)).toBe('not_later')
    await hoursPass(w, round, 24 * 14)
    expect(await extend(round, 20)).toBe('over')
  })

  test('is not further away than a year, whoever asks', async () => {
    const round = await ask(w)
    expect(await extend(round, 400)).toBe('too_far')
    const row = { roundId: round.id, number: 1, reason: 'Ferien', extendedById: w.people.gerd.id }
    const never = new Date('9999-12-31T23:00:00Z')
    await expect(w.db.insert(roundExtensions).values({ ...row, closesAt: never })).rejects.toMatchObject({
      cause: { constraint_name: 'extensions_end_in_a_year' },
    })
    expect(await extend(round, 300)).toBe('extended')
  })

  test('that was asked for before the end and had to wait until after it comes too late', async () => {
    const round = await ask(w)
    const draft = { closesAt: inDays(20), reason: 'Ferien', actorId: w.people.swantje.id }
    const said = await change(w.ports, async (tx, record) => {
      await tx.execute(sql`select now()`)
      await momentsAreLeft(w, round, 400)
      await until(inMoments(400))
      return extendRound(tx, record, round, draft)
    })
    expect(said).toBe('over')
  })

  test('comes as often as the rules say, whoever asks', async () => {
    await circular({ maxExtensions: 0 })
    const round = await ask(w)
    expect(await extend(round, 20)).toBe('used_up')
    const row = { roundId: round.id, number: 1, closesAt: inDays(20), reason: 'Ferien', extendedById: w.people.gerd.id }
    await expect(w.db.insert(roundExtensions).values(row)).rejects.toMatchObject({
      cause: { constraint_name: 'extensions_by_the_rules' },
    })
  })

  test('of five who extend at once one does', async () => {
    const round = await ask(w)
    const said = await Promise.all([20, 21, 22, 23, 24].map((days) => extend(round, days)))
    expect(said.filter((one) => one === 'extended')).toHaveLength(1)
  })

  test('an answer between the first and the later end counts', async () => {
    const round = await ask(w)
    await extend(round, 20)
    await hoursPass(w, round, 24 * 15)
    expect(await en.answer('gerd', round, 'yes')).toBe('cast')
  })
})

test('a first end further away than a year is refused, whoever asks', async () => {
  await expect(ask(w, { closesAt: inDays(400) })).rejects.toMatchObject({
    cause: { constraint_name: 'rounds_end_in_a_year' },
  })
})

describe('an announced round', () => {
  test('takes no answer before it begins, and says when that is', async () => {
    const round = await ask(w, { startsAt: inDays(2) })
    expect(await en.answer('gerd', round, 'yes')).not.toBe('cast')
    expect((await entryOf(round)).answered).toBe(0)
    await hoursPass(w, round, 49)
    expect(await en.answer('gerd', round, 'yes')).toBe('cast')
  })
})

const demand = (round: Round, by: PersonKey) =>
  change(w.ports, (tx, record) =>
    demandMeeting(tx, record, round, { personId: w.people[by].id, reason: 'Das müssen wir besprechen.' }),
  )

describe('whoever wants a meeting instead of a circular', () => {
  test('stops it at once, whatever was answered, and it is on the list for the next meeting', async () => {
    const round = await ask(w)
    await en.answers(round, { gerd: 'yes', swantje: 'yes', tarek: 'yes' })
    expect(await demand(round, 'bjarne')).toBe('stopped')
    expect((await entryOf(round)).count).toMatchObject({ outcome: 'to_meeting', reason: 'procedure_objection' })
    const wishes = await openWishes(w.db, w.groups.en.id)
    expect(wishes.find(({ wish }) => wish.roundId === round.id)?.wish.why).toBe('procedure_objection')
    expect(await demand(round, 'gerd')).toBe('over')
  })

  test('waits for a second one where the rules ask for two, and counts once', async () => {
    await circular({ procedureObjectionsToStop: 2 })
    const round = await ask(w)
    expect(await demand(round, 'bjarne')).toBe('noted')
    expect(await demand(round, 'bjarne')).toBe('noted')
    expect((await entryOf(round)).count).toBeNull()
    expect(await demand(round, 'gerd')).toBe('stopped')
  })

  test('has a vote in it', async () => {
    expect(await demand(await ask(w), 'henrike')).toBe('no_seat')
  })
})

describe('a circular ends early', () => {
  test('only when every seat has answered and somebody closes it', async () => {
    const round = await ask(w)
    await en.answers(round, { gerd: 'yes', swantje: 'yes', tarek: 'yes', bjarne: 'no' })
    expect(await en.count('swantje', round)).toBeNull()
    await en.answer('fritjof', round, 'yes')
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted', reason: 'threshold_met' })
  })
})

describe('a round with a wrong roll', () => {
  const cancel = (round: Round) =>
    change(w.ports, (tx, record) =>
      cancelRound(tx, record, round, { reason: 'Gerd fehlt auf der Liste.', actorId: w.people.swantje.id }),
    )

  test('ends without a result; its answers count for nothing and nobody sees them', async () => {
    const round = await ask(w)
    await en.answers(round, { gerd: 'yes', tarek: 'no' })
    expect(await cancel(round)).toBe('cancelled')
    expect((await entryOf(round)).count).toMatchObject({ outcome: 'undecided', reason: 'cancelled' })
    expect((await answersBySeat(w.db, round.id)).filter(({ given }) => given)).toEqual([])
    const rows = await w.db.select().from(countedBallots).where(eq(countedBallots.roundId, round.id))
    expect(rows.map(({ ballotId }) => ballotId)).toEqual([null, null, null, null, null])
    expect(await en.answer('bjarne', round, 'yes')).toBe('counted')
    expect(await cancel(round)).toBe('over')
  })

  test('is not broken off any more when its time is over', async () => {
    const round = await ask(w)
    await hoursPass(w, round, 24 * 14)
    expect(await cancel(round)).toBe('over')
  })
})

describe('silence', () => {
  test('never decides about money or the public, whoever asks', async () => {
    await circular({ preset: 'silent' })
    for (const scope of ['money', 'public_effect'] as const) {
      const asked = ask(w, { method: 'consent', preset: 'silent', proposal: { scope } })
      await expect(asked).rejects.toMatchObject({ cause: { constraint_name: 'silence_decides_small_things' } })
    }
  })
})
