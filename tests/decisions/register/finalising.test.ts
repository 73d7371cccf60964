import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { discardRecord, openRecords, titleFrom } from '#src/decisions/records/reporting.ts'
import { citation, readCitation } from '#src/decisions/register/citation.ts'
import type { Consequence } from '#src/decisions/register/establishing.ts'
import { finalise } from '#src/decisions/register/finalising.ts'
import { decisionByCitation, decisionLog, findDecision, latestDecisions } from '#src/decisions/register/log.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { countsAwaitingSecond, recordsAwaiting, roundsAwaiting, roundsToCount } from '#src/decisions/waiting.ts'
import { documents } from '#src/documents/schema.ts'
import { dayOf, yearOf } from '#src/web/days.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { answered, type Deciding, deciding, frozenText, heat } from '../setting.ts'

const year = yearOf(dayOf(new Date()))

let w: World
let en: Deciding
beforeAll(async () => {
  w = await world()
  en = deciding(w)
})

async function decided(draft = heat) {
  const round = await answered(en, 'consent', draft)
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  return { round, count }
}

const numbers = async (groupId = w.groups.en.id) =>
  (await w.db.select().from(decisions).where(eq(decisions.groupId, groupId)))
    .map(({ number }) => number)
    .sort((a, b) => a - b)

describe('establishing a result', () => {
  test('the second person gives it the next number, with all that was decided', async () => {
    const { round, count } = await decided()
    const decision = await en.finalise('fritjof', round, count)
    expect(decision).toMatchObject({
      year,
      number: 1,
      method: 'consent',
      outcome: 'adopted',
      reason: 'no_objection',
      wording: heat.wording,
      firstPersonId: w.people.swantje.id,
      secondPersonId: w.people.fritjof.id,
      decidedOn: dayOf(new Date()),
    })
    const entry = await decisionByCitation(w.db, `EN-${year}-001`)
    expect(entry).toMatchObject({ id: decision.id, cited: `EN-${year}-001`, secondPerson: 'Fritjof Bellinghaus' })
  })

  test('nine who establish it at once use one number', async () => {
    const before = await numbers()
    const { round, count } = await decided()
    const given = await Promise.all(Array.from({ length: 9 }, () => en.finalise('fritjof', round, count)))
    expect(new Set(given.map(({ id }) => id)).size).toBe(1)
    expect(await numbers()).toEqual([...before, before.length + 1])
    const said = await w.db.select().from(events).where(eq(events.subjectId, round.id))
    expect(said.filter(({ kind }) => kind === 'round.decided')).toHaveLength(1)
  })

  test('results and reports established at the same time have numbers without gaps', async () => {
    const before = (await numbers()).length
    const results = await Promise.all([decided(), decided(), decided()])
    const reports = await Promise.all([en.report('gerd'), en.report('tarek'), en.report('bjarne')])
    await Promise.all([
      ...results.flatMap(({ round, count }) => [1, 2, 3].map(() => en.finalise('fritjof', round, count))),
      ...reports.flatMap((report) => [1, 2, 3].map(() => en.confirm('swantje', report))),
    ])
    expect(await numbers()).toEqual(Array.from({ length: before + 6 }, (_, nth) => nth + 1))
  })

  test('each group counts for itself', async () => {
    const gl = deciding(w, 'gl')
    await gl.confirm('ilse', await gl.report('mirjam'))
    expect(await numbers(w.groups.gl.id)).toEqual([1])
  })

  test('the database refuses one person who does both', async () => {
    const { round, count } = await decided()
    const before = await numbers()
    await expect(en.finalise('swantje', round, count)).rejects.toThrow()
    expect(await numbers()).toEqual(before)
  })

  test('an adopted text is adopted, a rejected one goes on as a draft', async () => {
    const stageAfter = async (choice: 'yes' | 'no') => {
      const { document, snapshot } = await frozenText(w)
      const round = await answered(en, choice, { ...heat, snapshotId: snapshot.id })
      const count = await en.count('swantje', round)
      if (count) await en.finalise('fritjof', round, count)
      const [now] = await w.db.select().from(documents).where(eq(documents.id, document.id))
      return now?.stage
    }
    expect(await stageAfter('yes')).toBe('adopted')
    expect(await stageAfter('no')).toBe('draft')
  })

  test('a text of another group is left as it is', async () => {
    const kk = deciding(w, 'kk')
    const { document, snapshot } = await frozenText(w, 'en')
    await kk.open(await kk.propose('ayla', { ...heat, snapshotId: snapshot.id }))
    const [now] = await w.db.select().from(documents).where(eq(documents.id, document.id))
    expect(now?.stage).toBe('draft')
  })

  test('what follows from it happens in the same transaction, once, or not at all', async () => {
    const { round, count } = await decided()
    const actor = await w.actor('fritjof', 'en')
    const counted = { ...round, count: { ...count, outcome: 'adopted' as const } }
    const seen: string[] = []
    const note: Consequence = async (_tx, _record, decision) => void seen.push(decision.id)
    const fail: Consequence = async () => {
      throw new Error('the following step failed')
    }
    const before = await numbers()
    const followedBy = (follow: Consequence) =>
      change(w.ports, (tx, record) =>
        finalise(tx, record, counted, actor, { summary: heat.wording }, { consequences: [follow] }),
      )
    await expect(followedBy(fail)).rejects.toThrow()
    expect(await numbers()).toEqual(before)
    await followedBy(note)
    await followedBy(note)
    expect(seen).toHaveLength(1)
    expect(await numbers()).toEqual([...before, before.length + 1])
  })

  test('where the rules say so, the one who opened the round settles a tie', async () => {
    await enacted(w, 'en', { tieRule: 'chair' })
    const round = await en.open(await en.propose('swantje'), 'majority')
    await en.answers(round, { swantje: 'no', gerd: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'abstain' })
    expect(await en.count('swantje', round)).toMatchObject({ outcome: 'rejected', reason: 'tie_chair' })
  })
})

describe('what was decided in a meeting', () => {
  test('takes its title from the wording, waits for a second person, and then has a number', async () => {
    const report = await en.report('gerd')
    expect(report.title).toBe('Wir treffen uns ab Januar jeden ersten Dienstag im Monat')
    const swantje = await w.actor('swantje', 'en')
    expect((await recordsAwaiting(w.db, [swantje])).map(({ record }) => record.id)).toContain(report.id)
    const decision = await en.confirm('swantje', report)
    expect(decision).toMatchObject({
      method: 'recorded',
      outcome: 'adopted',
      decidedOn: '2026-10-01',
      recordId: report.id,
    })
    expect((await openRecords(w.db, w.groups.en.id)).map(({ record }) => record.id)).not.toContain(report.id)
  })

  test('a long wording is cut between words', () => {
    const title = titleFrom(`${'Genossenschaft '.repeat(10)}gründen`)
    expect(title).toMatch(/^(Genossenschaft )+…$/)
    expect(title.length).toBeLessThan(75)
    expect(titleFrom('Kurz und gut.\nMit mehr darunter.')).toBe('Kurz und gut')
    expect(titleFrom('x'.repeat(200))).toHaveLength(72)
  })

  test('taken back by the reporter it uses no number and cannot be confirmed', async () => {
    const report = await en.report('gerd')
    const before = await numbers()
    await change(w.ports, (tx, record) => discardRecord(tx, record, report))
    expect(await en.confirm('swantje', report)).toBeNull()
    expect(await numbers()).toEqual(before)
  })

  test('confirmed and taken back at once, exactly one of them happens', async () => {
    for (let again = 0; again < 6; again++) {
      const report = await en.report('gerd')
      const discard = change(w.ports, (tx, record) => discardRecord(tx, record, report))
      const [confirmed] = await Promise.all([en.confirm('swantje', report), discard])
      const told = await w.db.select().from(events).where(eq(events.subjectId, report.id))
      expect(told.map(({ kind }) => kind).filter((kind) => kind !== 'record.reported')).toEqual([
        confirmed ? 'record.confirmed' : 'record.discarded',
      ])
    }
  })
})

describe('looking things up', () => {
  test('the register over all groups is filtered by group, year and outcome', async () => {
    const all = await decisionLog(w.db, {})
    expect(new Set(all.map(({ group }) => group.slug))).toEqual(new Set(['en', 'gl']))
    const rejected = await decisionLog(w.db, { group: 'en', outcome: 'rejected', year })
    expect(rejected.map(({ outcome }) => outcome)).toEqual(['rejected'])
    expect(await decisionLog(w.db, { year: year - 1 })).toEqual([])
    expect(await latestDecisions(w.db, w.groups.en.id, 2)).toHaveLength(2)
  })

  test('another group does not find it under its own roof', async () => {
    const [decision] = await latestDecisions(w.db, w.groups.gl.id, 1)
    expect(await findDecision(w.db, w.groups.en.id, decision?.id ?? '')).toBeNull()
    expect(await findDecision(w.db, w.groups.gl.id, decision?.id ?? '')).toMatchObject({ cited: `GL-${year}-001` })
  })

  test('numbers are written with at least three digits and read back', () => {
    expect(citation('EN', 2026, 5)).toBe('EN-2026-005')
    expect(citation('EN', 2026, 1234)).toBe('EN-2026-1234')
    expect(readCitation('EN-2026-1234')).toEqual({ prefix: 'EN', year: 2026, number: 1234 })
    for (const wrong of ['EN-2026-5', 'en-2026-005', 'EN-2026-005x', 'EN2026005', ''])
      expect(readCitation(wrong)).toBeNull()
  })

  test('what waits for whom: answers, counts, second persons', async () => {
    const round = await en.open(await en.propose('swantje'))
    const waitingFor = async (person: 'gerd' | 'nele') =>
      (await roundsAwaiting(w.db, w.people[person].id)).map((entry) => entry.round.id)
    expect(await waitingFor('gerd')).toContain(round.id)
    expect(await waitingFor('nele')).not.toContain(round.id)
    await en.answer('gerd', round, 'consent')
    expect(await waitingFor('gerd')).not.toContain(round.id)

    await en.answers(round, { swantje: 'consent', tarek: 'consent', bjarne: 'concern', fritjof: 'consent' })
    const counts = async (person: 'swantje' | 'fritjof') =>
      (await roundsToCount(w.db, await w.actor(person, 'en'))).map((entry) => entry.round.id)
    expect(await counts('swantje')).toContain(round.id)
    expect(await counts('fritjof')).not.toContain(round.id)

    await en.count('swantje', round)
    const confirms = async (person: 'swantje' | 'fritjof' | 'gerd') =>
      (await countsAwaitingSecond(w.db, await w.actor(person, 'en'))).map((entry) => entry.round.id)
    expect(await confirms('fritjof')).toContain(round.id)
    expect(await confirms('swantje')).not.toContain(round.id)
    expect(await confirms('gerd')).not.toContain(round.id)
  })
})
