import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { calendarDeadlines } from '#src/calendar/schema.ts'
import { agendaWishes } from '#src/decisions/agenda/schema.ts'
import { wishFor } from '#src/decisions/agenda/wishing.ts'
import { proposalLapses } from '#src/decisions/proposals/schema.ts'
import { snapshots } from '#src/documents/schema.ts'
import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import { plannedFor } from '#src/meetings/agenda/planned-for.ts'
import { agendaItems, itemEndings } from '#src/meetings/agenda/schema.ts'
import { minutesApprovals, minutesCirculations } from '#src/meetings/minutes/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { comingMeetings, nextMeeting } from '#src/meetings/model.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { reports } from '#src/reports/schema.ts'
import { addTask } from '#src/tasks/adding.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { deciding, heat } from '../decisions/setting.ts'
import { between } from '../referrals/setting.ts'
import { type World, world } from '../support/world.ts'
import { meeting, sources } from './planning-setting.ts'

let w: World
let kk: ReturnType<typeof meeting>
let en: ReturnType<typeof meeting>
let we: ReturnType<typeof between>
let first: MeetingEntry

const wish = async (title: string) => {
  const draft = { groupId: w.groups.kk.id, title, why: 'wish', addedById: w.people.henrike.id } as const
  const added = await change(w.ports, (tx, record) => wishFor(tx, record, draft))
  if (!added) throw new Error('No wish')
  return added
}

beforeAll(async () => {
  w = await world()
  kk = meeting(w)
  en = meeting(w, 'en')
  we = between(w)
  await we.sendText()
  await wish('Sommerfest')
  const by = { groupId: w.groups.en.id, createdById: w.people.swantje.id }
  const inThreeWeeks = addDays(dayOf(new Date()), 21)
  await w.db.insert(calendarDeadlines).values([
    { ...by, kind: 'consultation', title: 'Anhörung', dueOn: inThreeWeeks, counterpart: 'Zukunftsbüro' },
    { ...by, kind: 'event', title: 'In einem halben Jahr', dueOn: addDays(inThreeWeeks, 160) },
  ])
  const told = { since: '2026-09-01', until: '2026-09-30', achieved: 'Wärmeplan', writtenById: w.people.swantje.id }
  await w.db.insert(reports).values({ ...told, groupId: w.groups.en.id })
  const task = {
    groupId: w.groups.kk.id,
    title: 'Räume anfragen',
    dueOn: null,
    personIds: [],
    actorId: w.people.ayla.id,
  }
  await change(w.ports, (tx, record) => addTask(tx, record, task))
  first = await kk.plan(10)
})

describe('the agenda fills itself', () => {
  test('at planning, in its order, with type, bringer and papers', async () => {
    const agenda = await kk.agenda(first)
    expect(sources(agenda)).toEqual([
      ...['opening', 'report', 'referral', 'wish', 'deadline', 'tasks', 'miscellaneous', 'next_date'],
    ])
    expect(agenda.map(({ top }) => top)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(agenda[2]).toMatchObject({
      type: 'decision',
      broughtByGroup: 'AG\u00a0Energie',
      referral: { isAnswered: false },
    })
    expect(agenda[2]?.papers?.title).toBe('RPL 2.0 und wir: Energie')
  })

  test('again: with what is new since, never twice, in its place', async () => {
    await we.send(null)
    expect(sources(await kk.fill(first))).toEqual(['referral'])
    expect(await kk.fill(first)).toEqual([])
    expect(sources(await kk.agenda(first)).slice(2, 5)).toEqual(['referral', 'wish', 'referral'])
  })

  test('also when two fill at once', async () => {
    await wish('Herbstfest')
    const added = await Promise.all([kk.fill(first), kk.fill(first), kk.fill(first)])
    expect(added.flat()).toHaveLength(1)
  })

  test('what was taken off does not come back to this meeting', async () => {
    const item = (await kk.agenda(first)).find(({ title }) => title === 'Sommerfest')
    if (!item) throw new Error('No item')
    await kk.remove(first, item)
    expect(await kk.fill(first)).toEqual([])
    const after = (await kk.agenda(first)).find(({ id }) => id === item.id)
    expect(after).toMatchObject({ top: null, ending: { kind: 'removed', words: 'Nicht jetzt.' } })
  })

  test('a second meeting planned ahead gets what the first has not', async () => {
    const later = await kk.plan(38)
    expect(later.number).toBe(first.number + 1)
    expect(sources(await kk.agenda(later))).toEqual(['opening', 'wish', 'tasks', 'miscellaneous', 'next_date'])
    await kk.cancel(later)
  })

  test('a working group sees its own days, proposals and no reports', async () => {
    await deciding(w).propose('swantje', heat)
    const own = await en.plan(12)
    expect(sources(await en.agenda(own))).toEqual(['opening', 'proposal', 'deadline', 'miscellaneous', 'next_date'])
    expect(own.cited).toBe('EN-01')
  })
})

describe('a referral', () => {
  test('stands on one agenda at a time, and both sides see on which', async () => {
    const referral = await we.send(null, { title: 'Wer haftet?' })
    const later = await kk.plan(45)
    await kk.schedule(first, referral)
    expect((await plannedFor(w.db, [referral.id])).get(referral.id)?.label).toBe(first.cited)
    await kk.schedule(later, referral)
    expect((await plannedFor(w.db, [referral.id])).get(referral.id)?.label).toBe(later.cited)
    const off = (await kk.agenda(first)).find(({ referral: about }) => about?.id === referral.id)
    expect(off?.ending).toMatchObject({ kind: 'removed', words: later.cited })
    const told = await w.db.select().from(events).where(eq(events.subjectId, referral.id))
    expect(told.filter(({ kind }) => kind === 'referral.scheduled').at(-1)).toMatchObject({
      groupId: w.groups.kk.id,
      alsoForId: w.groups.en.id,
      facts: { number: later.cited },
    })
    await kk.cancel(later)
  })
})

describe('what was not finished', () => {
  test('goes on exactly once, also when two end the meeting at once', async () => {
    const [talked] = (await kk.agenda(first)).filter(({ title }) => title === 'Herbstfest')
    if (!talked) throw new Error('No item')
    await kk.finish(first, talked)
    const wishes = await w.db
      .select()
      .from(agendaWishes)
      .where(eq(agendaWishes.id, talked.wishId ?? ''))
    expect(wishes[0]?.doneAt).not.toBeNull()

    expect((await Promise.all([kk.end(first), kk.end(first)])).filter(Boolean)).toHaveLength(1)
    const ended = await kk.agenda(first)
    expect(ended.every(({ ending }) => ending !== null)).toBe(true)
    expect((await kk.find(first)).state).toBe('ended')
    const left = ended.filter(({ ending }) => ending?.kind === 'carried_over')
    expect(left.length).toBeGreaterThan(2)

    const [second, third] = await Promise.all([kk.plan(50), kk.plan(80)])
    const both = [...(await kk.agenda(second)), ...(await kk.agenda(third))]
    const carried = both.filter(({ source }) => source === 'carried_over')
    const fromFirst = carried.filter(({ carriedFrom }) => carriedFrom === first.cited)
    expect(fromFirst.map(({ carriedFromId }) => carriedFromId).sort()).toEqual(left.map(({ id }) => id).sort())
    expect(sources(both).filter((source) => source === 'minutes')).toHaveLength(1)
  })

  test('of a cancelled meeting waits and is taken by the one after it', async () => {
    const third = await kk.plan(90)
    const item = await kk.add(third, 'Wer macht mit?')
    await kk.cancel(third)
    expect((await kk.find(third)).state).toBe('cancelled')
    const fourth = await kk.plan(100)
    const again = (await kk.agenda(fourth)).find(({ carriedFromId }) => carriedFromId === item.id)
    expect(again).toMatchObject({ title: 'Wer macht mit?', carriedFrom: third.cited })
  })

  test('does not come again where its proposal has lapsed meanwhile', async () => {
    const gl = meeting(w, 'gl')
    const open = await deciding(w, 'gl').propose('ilse', { ...heat, title: 'Bleibt offen' })
    const lapsed = await deciding(w, 'gl').propose('ilse', { ...heat, title: 'Schläft ein' })
    const settled = await deciding(w, 'gl').propose('ilse', { ...heat, title: 'Vorher erledigt' })
    const held = await gl.plan(4)
    await gl.fill(held)
    await w.db.insert(proposalLapses).values({ proposalId: settled.id })
    await gl.end(held)
    const about = (agenda: AgendaEntry[]) => agenda.flatMap(({ proposalId }) => proposalId ?? [])
    const ended = await gl.agenda(held)
    expect(about(ended).sort()).toEqual([open.id, lapsed.id, settled.id].sort())
    expect(ended.find(({ proposalId }) => proposalId === settled.id)?.ending?.kind).toBe('done')
    await w.db.insert(proposalLapses).values({ proposalId: lapsed.id })
    const next = await gl.agenda(await gl.plan(5))
    const carried = next.filter(({ source }) => source === 'carried_over')
    expect(about(carried)).toEqual([open.id])
  })

  test('a group whose matter was not reached hears why', async () => {
    const told = await w.db.select().from(events).where(eq(events.kind, 'referral.deferred'))
    expect(told.length).toBeGreaterThan(0)
  })
})

const yesterday = async (of: MeetingEntry) => {
  const endsAt = new Date(Date.now() - 86_400_000)
  const startsAt = new Date(endsAt.getTime() - 7_200_000)
  await w.db.update(meetings).set({ startsAt, endsAt }).where(eq(meetings.id, of.id))
}

const about = (agenda: AgendaEntry[], title: string) => agenda.filter((item) => item.title === title)

describe('a meeting that nobody has opened in its time', () => {
  test('holds nothing back: the next one takes it, once, and both say so', async () => {
    const lw = meeting(w, 'lw')
    const missed = await lw.plan(3)
    const topic = { groupId: w.groups.lw.id, title: 'Wasserrechte', why: 'wish', addedById: w.people.nele.id } as const
    await change(w.ports, (tx, record) => wishFor(tx, record, topic))
    await lw.fill(missed)
    await yesterday(missed)
    const nele = await w.as('nele')
    const textOf = async (one: MeetingEntry) => (await nele(paths.meeting(w.groups.lw, one))).text()
    expect(await textOf(missed)).toContain('wurde nicht eröffnet')

    const next = await lw.plan(10)
    expect(about(await lw.agenda(next), 'Wasserrechte')).toHaveLength(1)
    expect(about(await lw.agenda(missed), 'Wasserrechte')[0]?.ending).toMatchObject({ words: next.cited })
    await lw.cancel(await lw.find(missed))
    const third = await lw.plan(20)
    expect(about(await lw.agenda(third), 'Wasserrechte')).toEqual([])
    expect(await textOf(next)).not.toContain('wurde nicht eröffnet')
  })

  test('is none that a referral waits for', async () => {
    const referral = await we.send(null, { title: 'Wer zahlt die Karte?' })
    const missed = await kk.plan(120)
    expect((await plannedFor(w.db, [referral.id])).has(referral.id)).toBe(true)
    await yesterday(missed)
    expect((await plannedFor(w.db, [referral.id])).has(referral.id)).toBe(false)
    await kk.cancel(missed)
  })
})

describe('nothing is forgotten between two meetings', () => {
  test('a report that was written while one went on, and a day that has passed without a word', async () => {
    const told = { since: '2026-10-01', until: '2026-10-31', achieved: 'Seeufer', writtenById: w.people.nele.id }
    const going = await kk.plan(130)
    const late = { ...told, achieved: 'Nachgereicht', createdAt: new Date(Date.now() - 60_000) }
    await w.db.insert(reports).values({ ...late, groupId: w.groups.mo.id })
    const passed = { groupId: w.groups.en.id, createdById: w.people.swantje.id, kind: 'consultation' } as const
    const dueOn = addDays(dayOf(new Date()), -3)
    await w.db.insert(calendarDeadlines).values({ ...passed, title: 'Verpasst', dueOn, counterpart: 'Kreis' })
    await kk.end(going)
    const after = await kk.agenda(await kk.plan(140))
    expect(after.flatMap(({ report }) => report?.achieved ?? [])).toContain('Nachgereicht')
    expect(about(after, 'Verpasst')).toHaveLength(1)
  })

  test('minutes that were sent round, until somebody approves them, also when the group has met since', async () => {
    const older = await kk.plan(150)
    await kk.end(older)
    const newer = await kk.plan(151)
    for (const item of await kk.agenda(newer)) if (item.ending === null) await kk.finish(newer, item)
    await kk.end(newer)
    const upForApproval = (agenda: AgendaEntry[]) => agenda.flatMap(({ top, minutesOf }) => (top && minutesOf) || [])
    const without = await kk.plan(152)
    expect(upForApproval(await kk.agenda(without))).toEqual([newer.cited])
    await kk.cancel(without)
    const [{ id: snapshotId } = { id: '' }] = await w.db.select({ id: snapshots.id }).from(snapshots).limit(1)
    const by = { minuteTakerId: w.people.henrike.id, facilitatorId: w.people.kemal.id }
    const round = { ...by, snapshotId, number: 1, objectionsUntil: new Date(), circulatedById: w.people.henrike.id }
    const [sent] = await w.db
      .insert(minutesCirculations)
      .values({ ...round, meetingId: older.id })
      .returning()
    const next = await kk.plan(153)
    expect(upForApproval(await kk.agenda(next)).sort()).toEqual([older.cited, newer.cited])
    await w.db.insert(minutesApprovals).values({ meetingId: older.id, circulationId: sent?.id ?? '', kind: 'expiry' })
    await kk.cancel(next)
    const last = await kk.plan(154)
    expect(upForApproval(await kk.agenda(last))).toEqual([newer.cited])
  })
})

test('numbers have no gap, whoever plans at once', async () => {
  await Promise.all([en.plan(30), en.plan(40), en.plan(50)])
  const numbers = (await w.db.select().from(meetings).where(eq(meetings.groupId, w.groups.en.id))).map(
    (one) => one.number,
  )
  expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4])
  expect((await nextMeeting(w.db, w.groups.en.id, new Date()))?.cited).toBe('EN-01')
  expect(await comingMeetings(w.db, w.groups.en.id)).toHaveLength(4)
})

describe('the database refuses', () => {
  const refused = async (doing: Promise<unknown>) =>
    doing.then(
      () => 'taken',
      (error: unknown) => String((error as { cause?: { message?: string } }).cause?.message ?? error),
    )

  const row = (of: MeetingEntry, more: Partial<typeof agendaItems.$inferInsert> = {}) => ({
    meetingId: of.id,
    groupId: of.groupId,
    position: 99,
    source: 'free' as const,
    type: 'discussion' as const,
    title: 'Nachgeschoben',
    ...more,
  })

  test('anything on the agenda of a meeting that is over, and another ending of its items', async () => {
    expect(await refused(w.db.insert(agendaItems).values(row(first)))).toMatch('stays as it was')
    expect(await refused(w.db.delete(itemEndings))).toMatch('stays as it was')
    expect(
      await refused(w.db.update(agendaItems).set({ title: 'Anders' }).where(eq(agendaItems.meetingId, first.id))),
    ).toMatch('stays as it was')
  })

  test('an end that leaves items open, and decisions under miscellaneous', async () => {
    const open = await en.plan(60)
    const by = { meetingId: open.id, endedById: w.people.swantje.id }
    const { meetingEndings } = await import('#src/meetings/schema.ts')
    expect(await refused(w.db.insert(meetingEndings).values(by))).toMatch('every item')
    const unopened = await en.plan(61)
    const removed = { kind: 'removed', words: 'Entfällt.', endedById: w.people.swantje.id } as const
    const all = (await en.agenda(unopened)).map(({ id: itemId }) => ({ itemId, ...removed }))
    await w.db.insert(itemEndings).values(all)
    expect(await refused(w.db.insert(meetingEndings).values({ ...by, meetingId: unopened.id }))).toMatch('openings')
    const misc = w.db.update(agendaItems).set({ type: 'decision' }).where(eq(agendaItems.source, 'miscellaneous'))
    expect(await refused(misc)).toMatch(/miscellaneous|stays as it was/)
    expect(await refused(w.db.insert(agendaItems).values(row(open, { groupId: w.groups.kk.id })))).toMatch(
      'group_that_meets',
    )
    const frame = row(open, { source: 'opening' })
    expect(await refused(w.db.insert(agendaItems).values(frame))).toMatch('one_of_each_frame')
    const [some] = await en.agenda(open)
    const stolen = row(open, { source: 'carried_over', carriedFromId: some?.id ?? '' })
    expect(await refused(w.db.insert(agendaItems).values(stolen))).toMatch('not finished')
  })
})
