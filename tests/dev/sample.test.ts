import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import type { Database } from '#src/db/database.ts'
import { verify } from '#src/decisions/chain/verifying.ts'
import { minorityStatements, objectionEndings } from '#src/decisions/objections/schema.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { citedDecisions } from '#src/decisions/register/quoted.ts'
import { decisionNotes, decisions } from '#src/decisions/register/schema.ts'
import { counts, rounds } from '#src/decisions/rounds/schema.ts'
import { recusals, seatHolders, seats } from '#src/decisions/seats/schema.ts'
import { anchorDay, castGroups } from '#src/dev/cast.ts'
import { loadSample } from '#src/dev/sample.ts'
import { rowsOf } from '#src/documents/comparisons/rows.ts'
import { contentOf, schema } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { documentGuests, documentStates, documents, snapshots } from '#src/documents/schema.ts'
import { groups } from '#src/groups/schema.ts'
import { people } from '#src/identity/schema.ts'
import { answers, referrals, returnReasons } from '#src/referrals/schema.ts'
import { type Connection, openDatabase } from '#src/runtime/postgres/database.ts'
import { taskEndings, tasks } from '#src/tasks/schema.ts'
import { addDays, dayOf, endOfDay, yearOf } from '#src/web/days.ts'
import { emptyTemplate, freshDatabase } from '../support/databases.ts'

const opened: Connection[] = []
afterAll(() => Promise.all(opened.map(({ end }) => end())))

async function sampleAt(now: Date): Promise<Database> {
  const connection = openDatabase(await freshDatabase(emptyTemplate), 2)
  opened.push(connection)
  await loadSample(connection.db, now)
  return connection.db
}

const register = (db: Database) =>
  db
    .select({ prefix: groups.prefix, decision: decisions })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .orderBy(asc(groups.prefix), asc(decisions.number))

const cited = async (db: Database) =>
  (await register(db)).map(({ prefix, decision: { year, number } }) => citation(prefix, year, number))

describe.each([
  ['today', new Date()],
  ['a Monday just after midnight', new Date('2026-10-04T22:01:00Z')],
  ['a Sunday evening', new Date('2026-11-22T21:30:00Z')],
  ['2 January', new Date('2027-01-02T09:00:00Z')],
  ['the day after summer time began', new Date('2027-03-29T06:00:00Z')],
  ['the week in which summer time ends', new Date('2026-10-26T08:00:00Z')],
])('on %s', (_name, now) => {
  const loaded = sampleAt(now)
  const monday = addDays(anchorDay, weeksUntil(now))
  const year = yearOf(monday)

  test('nothing has happened in the future, and things happened one after the other', async () => {
    const db = await loaded
    const told = await db.select().from(events).orderBy(asc(events.seq))
    const times = told.map(({ createdAt }) => createdAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime())
    expect(told.filter(({ createdAt }) => createdAt.getTime() > now.getTime() - 3 * 86_400_000).length).toBeGreaterThan(
      3,
    )
  })

  test('the register of every group and of the way to the circle has no gap', async () => {
    const db = await loaded
    const found = await register(db)
    for (const { prefix } of Object.values(castGroups)) {
      const all = found.filter((row) => row.prefix === prefix).map(({ decision }) => decision)
      const { earlier = [], own = [] } = Object.groupBy(all, (one) => (one.year === year ? 'own' : 'earlier'))
      expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1))
      expect(earlier.map(({ number }) => number)).toEqual(earlier.map((_, index) => index + 1))
      expect(earlier.every((decision) => decision.year === year - 1)).toBe(true)
      expect(earlier).toHaveLength(prefix === 'KK' ? 21 : 0)
      const days = own.map(({ decidedOn }) => decidedOn)
      expect(days).toEqual(days.toSorted())
      expect(own.every(({ createdAt, decidedOn }) => createdAt <= now && decidedOn <= dayOf(createdAt))).toBe(true)
    }
    const sent = await db.select().from(referrals).orderBy(asc(referrals.createdAt))
    expect(sent.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await verify(db)).toMatchObject({ problem: null, erased: 0 })
  })

  test('the running round closes at the end of a Tuesday, about two weeks from the anchor', async () => {
    const db = await loaded
    const open = await db.select().from(rounds).where(gt(rounds.closesAt, now)).orderBy(asc(rounds.closesAt))
    const [running, announced] = open
    expect(open).toHaveLength(2)
    expect(announced).toMatchObject({ title: 'Gemeinsame Antwort abgeben', channel: 'circular', preset: 'rules' })
    expect(announced?.closesAt).toEqual(endOfDay(addDays(monday, 23)))
    expect(announced?.startsAt && announced.startsAt > now).toBe(true)
    expect(running?.title).toBe('Wärmenetz Tannrode prüfen lassen')
    expect(running?.closesAt).toEqual(endOfDay(addDays(monday, 15)))
    expect(running && running.openedAt < now).toBe(true)
  })
})

function weeksUntil(now: Date): number {
  const day = dayOf(now)
  const anchor = Date.parse(anchorDay)
  return Math.floor((Date.parse(day) - anchor) / 604_800_000) * 7
}

describe('the sample alliance', () => {
  const loaded = sampleAt(new Date('2026-10-05T07:00:00Z'))

  test('is said to be invented', async () => {
    const db = await loaded
    const [alliance] = await db.execute(sql`select name from alliances`)
    expect(alliance?.name).toContain('(fiktiv)')
  })

  test('has the numbers of the domain study', async () => {
    const numbers = await cited(await loaded)
    expect(numbers).toEqual(
      expect.arrayContaining([
        'EN-2026-004',
        'KK-2026-013',
        'LW-2026-002',
        'BT-2026-003',
        'MO-2026-003',
        'GL-2026-001',
      ]),
    )
    expect(numbers).not.toContain('EN-2026-005')
    expect(numbers).not.toContain('DI-2026-001')
  })

  test('decides by nine seats in the circle: with a minority that is heard, with a tie, and with everybody', async () => {
    const db = await loaded
    const held = await db
      .select({ number: decisions.number, round: rounds, count: counts, secondPersonId: decisions.secondPersonId })
      .from(decisions)
      .innerJoin(rounds, eq(rounds.id, decisions.roundId))
      .innerJoin(counts, eq(counts.roundId, rounds.id))
      .innerJoin(groups, eq(groups.id, decisions.groupId))
      .where(and(eq(groups.prefix, 'KK'), eq(rounds.channel, 'meeting')))
      .orderBy(asc(decisions.number))
    const told = held.map(({ number, count }) => [number, count.outcome, count.reason, count.tally])
    expect(told).toEqual([
      [11, 'adopted', 'threshold_met', expect.objectContaining({ entitled: 9, yes: 6, no: 2, abstain: 1 })],
      [12, 'rejected', 'tie', expect.objectContaining({ entitled: 8, yes: 4, no: 4, recused: 1 })],
      [13, 'adopted', 'threshold_met', expect.objectContaining({ entitled: 9, yes: 9, no: 0 })],
    ])
    const [minority] = await db.select().from(minorityStatements)
    expect(minority).toMatchObject({ roundId: held[0]?.round.id, travels: true })
    const [recusal] = await db.select().from(recusals)
    expect(recusal).toMatchObject({ roundId: held[1]?.round.id, category: 'office_at_funder' })
    expect(held[1]?.secondPersonId).not.toBe(recusal?.declaredById)
    expect(await db.$count(seats, eq(seats.roundId, held[0]?.round.id ?? ''))).toBe(9)
  })

  test('replaces the guiding ideas of the year before by those of this year', async () => {
    const db = await loaded
    const [note] = await db.select().from(decisionNotes).where(eq(decisionNotes.kind, 'supersession'))
    const all = await register(db)
    const of = (id?: string | null) => all.find(({ decision }) => decision.id === id)?.decision
    expect(of(note?.decisionId)).toMatchObject({ year: 2025, number: 21 })
    expect(of(note?.byDecisionId)).toMatchObject({ year: 2026, number: 9 })
  })

  test('has announced a circular whose seven days last 169 hours, because the clock changes', async () => {
    const db = await loaded
    const [round] = await db.select().from(rounds).where(eq(rounds.title, 'Gemeinsame Antwort abgeben'))
    const [from, to] = [round?.startsAt?.getTime() ?? 0, round?.closesAt.getTime() ?? 0]
    expect((to - from) / 3_600_000).toBe(169)
    expect(await db.$count(seats, eq(seats.roundId, round?.id ?? ''))).toBe(9)
  })

  test('decides EN-2026-004 in two rounds, with an objection that its owner saw settled', async () => {
    const db = await loaded
    const held = await db
      .select({ number: rounds.number, outcome: counts.outcome, tally: counts.tally, snapshot: snapshots.number })
      .from(rounds)
      .innerJoin(counts, eq(counts.roundId, rounds.id))
      .innerJoin(snapshots, eq(snapshots.id, rounds.snapshotId))
      .where(eq(rounds.title, 'RPL 2.0 und wir: Energie'))
      .orderBy(asc(rounds.number))
    expect(held).toMatchObject([
      { number: 1, outcome: 'undecided', snapshot: 2, tally: { consent: 4, objections: 1 } },
      { number: 2, outcome: 'adopted', snapshot: 3, tally: { consent: 4, concern: 1, objections: 0 } },
    ])
    expect(await db.select().from(objectionEndings)).toMatchObject([{ kind: 'integrated' }])
  })

  test('asks for a ban in the second version of the comparison and for an examination in the third', async () => {
    const db = await loaded
    const versions = await db
      .select({ number: snapshots.number, plainText: snapshots.plainText })
      .from(snapshots)
      .where(eq(snapshots.title, 'RPL 2.0 und wir: Energie'))
      .orderBy(asc(snapshots.number))
    expect(versions.map(({ plainText }) => [plainText.includes('Verbot'), plainText.includes('Prüfauftrag')])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  test('quotes a decision in two rows of the comparison, one of which another decision has replaced since', async () => {
    const db = await loaded
    const [reader] = await db.select({ id: people.id }).from(people).where(eq(people.name, 'Swantje Kieselbach'))
    const found = await db
      .select({ content: snapshots.content })
      .from(snapshots)
      .where(and(eq(snapshots.title, 'RPL 2.0 und wir: Energie'), eq(snapshots.number, 3)))
    const numbers = rowsOf(found[0]?.content as Content).flatMap(({ decision }) => decision || [])
    const quoted = await citedDecisions(db, reader?.id ?? '', numbers)
    const told = quoted.map(({ title, replacedBy }) => [title, replacedBy !== null]).sort()
    expect(told).toEqual([
      ['Ein Dialogabend', true],
      ['Energie bleibt im Dorf', false],
    ])
  })

  test('leaves Gerd and Swantje to answer about the heat network, two of five have', async () => {
    const db = await loaded
    const roll = await db
      .select({
        name: people.name,
        answered: sql<boolean>`exists (select from ballots b where b.seat_id = ${seats.id})`,
      })
      .from(seats)
      .innerJoin(rounds, eq(rounds.id, seats.roundId))
      .innerJoin(seatHolders, eq(seatHolders.seatId, seats.id))
      .innerJoin(people, eq(people.id, seatHolders.personId))
      .where(eq(rounds.title, 'Wärmenetz Tannrode prüfen lassen'))
    expect(roll).toHaveLength(5)
    expect(roll.filter(({ answered }) => answered).map(({ name }) => name.split(' ')[0])).toEqual(
      expect.arrayContaining(['Bjarne', 'Tarek']),
    )
    expect(roll.filter(({ answered }) => answered)).toHaveLength(2)
  })

  test('has two matters waiting at the circle and one that came back with reasons, a task and a draft', async () => {
    const db = await loaded
    const waiting = await db
      .select({ number: referrals.number })
      .from(referrals)
      .leftJoin(answers, eq(answers.referralId, referrals.id))
      .where(sql`${answers.referralId} is null`)
      .orderBy(asc(referrals.number))
    expect(waiting.map(({ number }) => number)).toEqual([4, 6])
    const [returned] = await db.select().from(answers).where(eq(answers.kind, 'returned'))
    expect(returned).toMatchObject({ wishedBy: '2026-10-20' })
    expect(await db.select().from(returnReasons)).toHaveLength(2)
    const [task] = await db
      .select()
      .from(tasks)
      .where(eq(tasks.id, returned?.taskId ?? ''))
    expect(task).toMatchObject({ dueOn: '2026-10-20', originLabel: 'W-2026-05' })
    const [draft] = await db
      .select()
      .from(documents)
      .where(eq(documents.id, returned?.draftId ?? ''))
    expect(draft?.copiedFromId).not.toBeNull()
  })

  test('has open tasks, one of them nobody’s and one overdue', async () => {
    const db = await loaded
    expect(await db.$count(tasks)).toBe(7)
    expect(await db.$count(taskEndings)).toBe(2)
  })

  test('has texts that an editor can open and that say the same as their preview', async () => {
    const db = await loaded
    const drafts = await db
      .select({ document: documents, bytes: documentStates.bytes })
      .from(documents)
      .innerJoin(documentStates, eq(documentStates.documentId, documents.id))
    expect(drafts.length).toBeGreaterThanOrEqual(11)
    for (const { document, bytes } of drafts) {
      const content = contentOf(bytes)
      expect(() => schema.nodeFromJSON(content).check()).not.toThrow()
      expect(document.wordCount).toBeGreaterThan(25)
      expect(JSON.stringify(content)).toContain(document.plainText.split('\n')[0]?.slice(0, 30))
    }
    for (const { content } of await db.select().from(snapshots)) {
      expect(() => schema.nodeFromJSON(content).check()).not.toThrow()
    }
  })

  test('lets the guest read one paper', async () => {
    const db = await loaded
    const invited = await db
      .select({ title: documents.title })
      .from(documentGuests)
      .innerJoin(documents, eq(documents.id, documentGuests.documentId))
    expect(invited).toEqual([{ title: 'Daten des Wandels gehören allen' }])
  })
})
