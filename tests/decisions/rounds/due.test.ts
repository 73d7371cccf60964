import { and, eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { agendaWishes } from '#src/decisions/agenda/schema.ts'
import { cast } from '#src/decisions/rounds/casting.ts'
import { closeDue, untilNextEnd } from '#src/decisions/rounds/due.ts'
import { lateAnswersOf } from '#src/decisions/rounds/entries.ts'
import { counts, type Round } from '#src/decisions/rounds/schema.ts'
import { paths } from '#src/paths.ts'
import { nodePorts } from '#src/runtime/node.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, everybody, inMoments, until } from '../setting.ts'
import { ask, endsNow, hoursPass, momentsAreLeft } from './setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world({ quiet: true })
  en = deciding(w)
})

const countOf = async ({ id }: Round) => (await w.db.select().from(counts).where(eq(counts.roundId, id)))[0]

describe('a round whose time is over', () => {
  test('is counted without anybody, and its late answers are still taken down', async () => {
    const round = await ask(w)
    await en.answers(round, { gerd: 'yes', swantje: 'yes', tarek: 'yes' })
    await hoursPass(w, round, 24 * 14 + 1)
    await closeDue(w.ports)
    expect(await countOf(round)).toMatchObject({ outcome: 'adopted', countedById: null })
    expect(await en.answer('bjarne', round, 'no')).toBe('late')
    expect((await lateAnswersOf(w.db, round.id)).map(({ choice }) => choice)).toEqual(['no'])
    expect((await countOf(round))?.tally).toMatchObject({ yes: 3, no: 0 })
  })

  test('is one decision for nine who close it at once, by hand and by the clock', async () => {
    const others = await Promise.all(
      [1, 2].map(() => nodePorts({ place: w.place, mail: w.ports.mail, log: w.ports.log })),
    )
    const rounds: Round[] = []
    for (let number = 0; number < 6; number++) rounds.push(await ask(w))
    for (const round of rounds) {
      await en.answers(round, { gerd: 'yes', swantje: 'no', tarek: 'yes' })
      await hoursPass(w, round, 24 * 14 + 1)
    }
    const byClock = [w.ports, ...others].flatMap((ports) => [closeDue(ports), closeDue(ports)])
    await Promise.all([...byClock, ...rounds.slice(0, 3).map((round) => en.count('swantje', round))])
    await closeDue(w.ports)
    const ids = rounds.map(({ id }) => id)
    expect(await w.db.$count(counts, inArray(counts.roundId, ids))).toBe(6)
    expect(await w.db.$count(events, and(inArray(events.subjectId, ids), eq(events.kind, 'round.counted')))).toBe(6)
    await Promise.all(others.map((ports) => ports.end()))
  })

  test('loses no answer that was on its way when it ended', async () => {
    const round = await ask(w)
    await hoursPass(w, round, 24 * 14 - 1 / 3600)
    const answers = everybody.map((by) => en.answer(by, round, 'yes'))
    const closing = Array.from({ length: 20 }, () => closeDue(w.ports))
    const said = await Promise.all(answers)
    await Promise.all(closing)
    await hoursPass(w, round, 1)
    await closeDue(w.ports)
    expect((await countOf(round))?.tally.yes).toBe(said.filter((one) => one === 'cast').length)
    expect(said).not.toContain('counted')
  })

  test('that somebody counts by hand at its very end still takes down what had come in by then', async () => {
    const round = await ask(w)
    await en.answers(round, { gerd: 'yes', swantje: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'yes' })
    const said = await change(w.ports, async (tx, record) => {
      await tx.execute(sql`select now()`)
      await momentsAreLeft(w, round, 400)
      await until(inMoments(400))
      expect(await en.count('swantje', round)).not.toBeNull()
      return cast(tx, record, round, w.people.gerd.id, { choice: 'no', reason: '' })
    })
    expect(said).toBe('late')
    expect((await lateAnswersOf(w.db, round.id)).map(({ choice }) => choice)).toEqual(['no'])
    expect((await countOf(round))?.tally).toMatchObject({ yes: 5, no: 0 })
  })

  test('is counted by hand, even at once, only when all that had come in before must have arrived', async () => {
    const round = await ask(w)
    await en.answers(round, { swantje: 'yes', tarek: 'yes', bjarne: 'yes' })
    const swantje = await w.as('swantje')
    const since = Date.now()
    await momentsAreLeft(w, round, 0)
    expect((await swantje(paths.count(w.groups.en, round), { form: {} })).status).toBe(303)
    expect(Date.now() - since).toBeGreaterThanOrEqual(2_900)
    expect((await countOf(round))?.tally).toMatchObject({ yes: 3, answered: 3 })
  })

  test('counts an answer that had come in before, even if it had to wait', async () => {
    const round = await ask(w)
    await en.answers(round, { swantje: 'yes', tarek: 'yes', bjarne: 'yes' })
    const said = await change(w.ports, async (tx, record) => {
      await tx.execute(sql`select now()`)
      await endsNow(w, round)
      return cast(tx, record, round, w.people.gerd.id, { choice: 'yes', reason: '' })
    })
    expect(said).toBe('cast')
    expect(await en.count('swantje', round)).toMatchObject({ tally: { yes: 4, answered: 4 } })
  })

  test('goes on the list for the next meeting when too few took part, once', async () => {
    const round = await ask(w)
    await en.answer('gerd', round, 'yes')
    await hoursPass(w, round, 24 * 14 + 1)
    await Promise.all([closeDue(w.ports), closeDue(w.ports)])
    expect(await countOf(round)).toMatchObject({ outcome: 'not_quorate', reason: 'quorum_missed' })
    expect(await w.db.$count(agendaWishes, eq(agendaWishes.roundId, round.id))).toBe(1)
  })
})

describe('a round in a meeting', () => {
  test('is not counted by the clock', async () => {
    const round = await ask(w, { channel: 'meeting', preset: null })
    await hoursPass(w, round, 24 * 14 + 1)
    await closeDue(w.ports)
    expect(await countOf(round)).toBeUndefined()
    expect(await en.count('swantje', round)).not.toBeNull()
  })
})

test('when the next round ends is known from the clock of the database', async () => {
  const round = await ask(w)
  await hoursPass(w, round, 24 * 14 - 1)
  const wait = (await untilNextEnd(w.db)) ?? 0
  expect(wait).toBeGreaterThan(3_500_000)
  expect(wait).toBeLessThan(3_603_001)
})
