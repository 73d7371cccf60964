import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { agendaWishes } from '#src/decisions/agenda/schema.ts'
import { findRecord, openRecords } from '#src/decisions/records/reporting.ts'
import { standingSeats } from '#src/decisions/seats/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { peopleIn } from '#src/groups/people.ts'
import { memberships } from '#src/groups/schema.ts'
import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import { conflictsIn } from '#src/meetings/attendance/conflicts.ts'
import { addAttendance } from '#src/meetings/attendance/correcting.ts'
import { quorumsIn } from '#src/meetings/attendance/items.ts'
import { attendanceOf } from '#src/meetings/attendance/presence.ts'
import { attendanceCorrections, meetingAttendances } from '#src/meetings/attendance/schema.ts'
import { approveExpired } from '#src/meetings/minutes/approving.ts'
import { linksIn } from '#src/meetings/minutes/links.ts'
import { sendMinutesLetters } from '#src/meetings/minutes/mailing.ts'
import { contestedMinutes, minutesState } from '#src/meetings/minutes/model.ts'
import { readingsAwaited } from '#src/meetings/minutes/reading.ts'
import { minutesLetter } from '#src/meetings/minutes/routes.tsx'
import { minutesLetters, minutesLinks } from '#src/meetings/minutes/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import { groupTasks } from '#src/tasks/model.ts'
import { clockOf } from '#src/web/days.ts'
import { between } from '../referrals/setting.ts'
import { enacted } from '../support/enacted.ts'
import { testSettings, type World, world } from '../support/world.ts'
import { sitting } from './minutes-setting.ts'

let w: World
let kk: ReturnType<typeof sitting>
let earlier: MeetingEntry
let item: AgendaEntry

const decided = 'Die Allianz macht beim Larnfest mit. Alle stimmten zu.'

beforeAll(async () => {
  w = await world({ quiet: true })
  kk = sitting(w)
  earlier = await kk.plan(-1, 'ayla', 'mirjam')
  item = await kk.add(earlier, 'Larnfest', 'decision')
})

const numberOf = async (of: MeetingEntry, id: string) => {
  const agenda = await kk.agenda(of)
  return agenda.findIndex((one) => one.id === id) + 1
}

describe('in the meeting', () => {
  test('opening it makes the minutes once, with the agenda as their skeleton', async () => {
    const both = await Promise.all([
      kk.post('ayla', paths.meetingOpening(kk.group, earlier)),
      kk.post('mirjam', paths.meetingOpening(kk.group, earlier)),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await kk.text(earlier)).toContain(`TOP ${await numberOf(earlier, item.id)}: Larnfest`)
    expect((await kk.facts(earlier)).state).toBe('draft')
  })

  test('what comes onto the agenda later gets its heading, and nothing that people wrote is touched', async () => {
    await kk.write(earlier, await numberOf(earlier, item.id), decided)
    const late = await kk.add(earlier, 'Kurz noch der Schlüssel')
    await kk.post('ayla', paths.attendances(kk.group, earlier), { personIds: [w.people.kemal.id, w.people.ayla.id] })
    await kk.post('ayla', paths.itemStart(kk.group, earlier, late))
    const text = await kk.text(earlier)
    expect(text).toContain(decided)
    expect(text).toMatch(/TOP \d+: Kurz noch der Schlüssel/)
    expect(text).toContain('Anwesend: ')
    expect(text.match(/Larnfest/g)).toHaveLength(2)
  })

  test('nothing is decided before everybody was asked about conflicts of interest', async () => {
    const response = await kk.lift('mirjam', 'decision', earlier, item, decided)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Fragt erst, ob jemand befangen ist.')
    const link = { meetingId: earlier.id, itemId: item.id, kind: 'decision' as const, quote: 'x' }
    const row = { ...link, recordId: crypto.randomUUID(), madeById: w.people.mirjam.id }
    await expect(w.db.insert(minutesLinks).values(row)).rejects.toThrow()
  })

  test('two who click on the same line at once make one decision of it, with who was there and where', async () => {
    await kk.post('ayla', paths.conflictQuestion(kk.group, earlier, item))
    const few = await kk.lift('mirjam', 'decision', earlier, item, decided)
    expect([few.status, (await few.text()).includes('Dazu waren zu wenige da')]).toEqual([422, true])
    await kk.everybodyComes(earlier)
    const clicks = await Promise.all([
      kk.lift('mirjam', 'decision', earlier, item, decided),
      kk.lift('kemal', 'decision', earlier, item, decided),
      kk.lift('mirjam', 'task', earlier, item, decided),
      kk.lift('mirjam', 'task', earlier, item, decided),
    ])
    expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    const links = await linksIn(w.db, [earlier.id])
    expect(links.map(({ kind }) => kind).sort()).toEqual(['decision', 'task'])
    const [report] = await openRecords(w.db, kk.group.id)
    expect(report?.record).toMatchObject({ wording: decided, place: expect.stringContaining('TOP') })
    expect(report?.record.present).toMatch(/^\d\d Anwesende$/)
    const task = (await groupTasks(w.db, kk.group.id)).find(({ origin }) => origin === 'meeting')
    expect(task?.originLabel).toMatch(/^KK-\d\d TOP/)
  })

  test('a line that somebody has written anew meanwhile becomes nothing', async () => {
    const response = await kk.lift('mirjam', 'task', earlier, item, 'Steht da nicht')
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('steht so nicht mehr im Protokoll')
  })
})

describe('outside of its time', () => {
  test('no item is closed before the meeting is opened', async () => {
    const planned = await kk.plan(9, 'ayla', 'mirjam')
    const [opening] = await kk.agenda(planned)
    if (!opening) throw new Error('No item')
    expect((await kk.post('ayla', paths.itemEnd(kk.group, planned, opening))).status).toBe(303)
    expect((await kk.agenda(planned))[0]?.ending).toBeNull()
    const ended = await kk.post('ayla', paths.meetingEnding(kk.group, planned))
    expect([ended.status, await ended.text()]).toEqual([
      422,
      expect.stringContaining('Die Sitzung wurde nicht eröffnet'),
    ])
    expect(await kk.find(planned)).toMatchObject({ state: 'planned', endedAt: null })
  })

  test('until the minutes go round it is put right who was there, and what could be decided follows', async () => {
    const over = await kk.plan(-5, 'ayla', 'mirjam')
    const matter = await kk.add(over, 'Kasse', 'decision')
    await kk.post('ayla', paths.meetingOpening(kk.group, over))
    await kk.post('ayla', paths.attendances(kk.group, over), { personIds: [w.people.ayla.id] })
    await kk.post('ayla', paths.conflictQuestion(kk.group, over, matter))
    const line = 'Die Kasse führt Piet.'
    await kk.write(over, await numberOf(over, matter.id), line)
    for (const step of [paths.itemStart, paths.itemEnd]) await kk.post('ayla', step(kk.group, over, matter))
    const quorum = async () => (await quorumsIn(w.db, [matter.id])).get(matter.id)
    expect(await quorum()).toMatchObject({ isQuorate: false })
    const early = await kk.post('ayla', paths.attendanceAddition(kk.group, over), {})
    expect(early.status).toBe(422)
    await kk.post('ayla', paths.meetingEnding(kk.group, over))
    expect((await kk.lift('mirjam', 'decision', over, matter, line)).status).toBe(422)

    const { openedAt, endedAt } = await kk.find(over)
    const times = { from: clockOf(openedAt ?? new Date()), to: clockOf(endedAt ?? new Date()) }
    const addition = { personId: w.people.kemal.id, ...times }
    expect((await kk.post('kemal', paths.attendanceAddition(kk.group, over), addition)).status).toBe(403)
    expect((await kk.post('mirjam', paths.attendanceAddition(kk.group, over), addition)).status).toBe(303)
    const others = (await peopleIn(w.db, kk.group.id)).map(({ person }) => person.id)
    const there = { arrivedAt: openedAt ?? new Date(), leftAt: endedAt, notedById: w.people.mirjam.id }
    const entitled = (await quorum())?.entitled
    let sinceThen: number | undefined
    await w.db
      .transaction(async (tx) => {
        const ofEnergy = eq(standingSeats.sendingGroupId, w.groups.en.id)
        await tx.update(standingSeats).set({ endedAt: sql`now()`, endedBy: 'KK-2026-001' }).where(ofEnergy)
        await addAttendance(tx, over, { personId: w.people.bjarne.id, ...there })
        await addAttendance(tx, over, { personId: w.people.roswitha.id, ...there })
        sinceThen = (await quorumsIn(tx, [matter.id])).get(matter.id)?.entitled
        tx.rollback()
      })
      .catch(() => undefined)
    expect(sinceThen).toBe(entitled)
    for (const personId of others) await w.db.transaction((tx) => addAttendance(tx, over, { personId, ...there }))
    expect(await quorum()).toMatchObject({ isQuorate: true })
    expect((await kk.lift('mirjam', 'decision', over, matter, line)).status).toBe(303)
    expect(await kk.text(over)).toContain(w.people.kemal.name)
    const noted = (await attendanceOf(w.db, over.id)).length
    await kk.post('mirjam', paths.attendanceAddition(kk.group, over), addition)
    expect(await attendanceOf(w.db, over.id)).toHaveLength(noted)

    const [first] = await attendanceOf(w.db, over.id)
    if (!first?.leftAt) throw new Error('Nobody was there')
    const at = paths.attendanceCorrection(kk.group, over, first)
    const minuteAgo = clockOf(new Date(first.arrivedAt.getTime() - 60_000))
    expect((await kk.post('mirjam', at, { from: minuteAgo, to: '' })).status).toBe(422)
    expect((await kk.post('mirjam', at, { from: minuteAgo, to: minuteAgo })).status).toBe(303)
    const put = (await attendanceOf(w.db, over.id)).find(({ id }) => id === first.id)
    expect(put?.earlier).toEqual([{ arrivedAt: first.arrivedAt, leftAt: first.leftAt }])
    expect((await kk.get('kemal', paths.session(kk.group, over))).html).toContain('war nicht da, notiert war')
    const alone = (await attendanceOf(w.db, over.id)).filter(
      ({ id, personId }) => id !== first.id && personId !== w.people.ayla.id,
    )
    const absent = alone.slice(0, 2)
    const never = { from: minuteAgo, to: minuteAgo }
    await Promise.all(absent.map((one) => kk.post('mirjam', paths.attendanceCorrection(kk.group, over, one), never)))
    const [present] = (await kk.text(over)).split('\n')
    expect(absent.map(({ name }) => present?.includes(name))).toEqual([false, false])
    await kk.post('mirjam', paths.minutesCirculations(kk.group, over))
    const late = await kk.post('mirjam', at, { from: minuteAgo, to: minuteAgo })
    expect([late.status, await late.text()]).toEqual([
      422,
      expect.stringContaining('Das Protokoll ist schon in Umlauf.'),
    ])
    const row = { ...there, attendanceId: first.id, number: 9, correctedById: w.people.ayla.id }
    const { notedById: _, ...correction } = row
    await expect(w.db.insert(attendanceCorrections).values(correction)).rejects.toThrow()
    await expect(w.db.insert(meetingAttendances).values({ ...there, meetingId: over.id, name: 'x' })).rejects.toThrow()
  })

  test('who was there and who was in conflict stays as it was when the meeting ended', async () => {
    const over = await kk.plan(-4, 'ayla', 'mirjam')
    const matter = await kk.add(over, 'Kasse', 'decision')
    await kk.post('ayla', paths.meetingOpening(kk.group, over))
    await kk.post('ayla', paths.attendances(kk.group, over), { personIds: [w.people.ayla.id] })
    const conflict = { personId: w.people.ayla.id, category: 'office_at_funder' }
    await kk.post('ayla', paths.conflicts(kk.group, over, matter), conflict)
    await kk.post('ayla', paths.meetingEnding(kk.group, over))
    const seen = async () => [await attendanceOf(w.db, over.id), (await conflictsIn(w.db, [matter.id])).declared]
    const before = await seen()
    expect(before.map(({ length }) => length)).toEqual([1, 1])
    const late = await Promise.all([
      kk.post('ayla', paths.attendances(kk.group, over), { personIds: [w.people.kemal.id], name: 'Gast' }),
      kk.post('ayla', paths.conflictQuestion(kk.group, over, matter)),
      kk.post('kemal', paths.conflicts(kk.group, over, matter), { ...conflict, personId: w.people.kemal.id }),
      kk.post('ayla', paths.conflictEnd(kk.group, over, matter, w.people.ayla.id)),
    ])
    expect(late.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await seen()).toEqual(before)
    expect(before[0]?.[0]).toMatchObject({ leftAt: expect.any(Date) })
  })
})

describe('the minutes go round', () => {
  test('once the meeting is over, to be signed by the two who led and wrote', async () => {
    const early = await kk.post('mirjam', paths.minutesCirculations(kk.group, earlier))
    expect(early.status).toBe(422)
    await kk.post('ayla', paths.meetingEnding(kk.group, earlier))
    expect((await kk.post('kemal', paths.minutesCirculations(kk.group, earlier))).status).toBe(403)
    expect((await kk.post('mirjam', paths.minutesCirculations(kk.group, earlier))).status).toBe(303)
    const { state, circulations } = await kk.facts(earlier)
    expect(state).toBe('circulated')
    expect(circulations[0]).toMatchObject({ minuteTakerId: w.people.mirjam.id, facilitatorId: w.people.ayla.id })
    const again = await kk.post('mirjam', paths.minutesCirculations(kk.group, earlier), { days: '20' })
    expect(await again.text()).toContain('Genau dieser Text ist schon in Umlauf.')
  })

  test('Kemal objects; one refuses, and the group has to decide', async () => {
    const objection = { itemId: item.id, present: 'Alle stimmten zu.', wished: 'Mit einer Enthaltung.' }
    expect((await kk.post('kemal', paths.minutesObjections(kk.group, earlier), objection)).status).toBe(303)
    const [raised] = (await kk.facts(earlier)).objections
    if (!raised) throw new Error('No objection')
    const at = paths.minutesObjectionAnswer(kk.group, earlier, raised)
    expect((await kk.post('kemal', at, { says: 'accept' })).status).toBe(403)
    expect((await kk.post('mirjam', at, { says: 'refuse' })).status).toBe(422)
    await kk.post('mirjam', at, { says: 'refuse', words: 'Ich habe neun Hände gezählt.' })
    await kk.post('ayla', at, { says: 'refuse', words: 'Ich auch.' })
    expect((await contestedMinutes(w.db, kk.group.id)).map(({ state }) => state)).toEqual(['with_group'])
    const wishes = await w.db.select().from(agendaWishes).where(eq(agendaWishes.groupId, kk.group.id))
    expect(wishes.filter(({ title }) => title.includes('Einspruch von Kemal'))).toHaveLength(1)
    const stuck = await kk.post('mirjam', paths.minutesCirculations(kk.group, earlier))
    expect(stuck.status).toBe(422)
  })

  test('the next meeting upholds it and approves; the words are put right, everything stays attached', async () => {
    const next = await kk.plan(0, 'ayla', 'mirjam')
    await kk.post('ayla', paths.meetingOpening(kk.group, next))
    const [raised] = (await kk.facts(earlier)).objections
    if (!raised) throw new Error('No objection')
    const approval = paths.minutesApproval(kk.group, earlier)
    expect((await kk.post('ayla', approval)).status).toBe(422)
    await kk.post('ayla', paths.minutesObjectionRuling(kk.group, earlier, raised), { says: 'accept' })
    expect(await kk.text(earlier)).toContain('Die Allianz macht beim Larnfest mit. Mit einer Enthaltung.')
    expect((await kk.facts(earlier)).state).toBe('corrected')
    const wishes = await w.db.select().from(agendaWishes).where(eq(agendaWishes.groupId, kk.group.id))
    expect(wishes.find(({ title }) => title.includes('Einspruch von Kemal'))?.doneAt).not.toBeNull()
    expect((await kk.get('nele', paths.approvedMinutes(earlier))).status).toBe(404)
    expect((await kk.post('ayla', approval)).status).toBe(303)
    const facts = await kk.facts(earlier)
    expect(facts).toMatchObject({ state: 'approved', circulations: [{ number: 2 }, { number: 1 }] })
    expect(facts.objections[0]).toMatchObject({ state: 'upheld', present: 'Alle stimmten zu.' })
    const page = await kk.get('mirjam', paths.minutes(kk.group, earlier))
    expect(page.html).toContain('Ich habe neun Hände gezählt.')
    expect(page.html).not.toContain('Mehrere schreiben zusammen.')
    expect(page.html).toContain(paths.snapshot(kk.group, { id: facts.documentId ?? '' }, 1))
  })

  test('approved minutes are read by the whole alliance, and nobody writes in them any more', async () => {
    const page = await kk.get('gerd', paths.approvedMinutes(earlier))
    expect([page.status, page.html.includes('Mit einer Enthaltung.')]).toEqual([200, true])
    const documentId = await kk.documentId(earlier)
    expect((await kk.get('mirjam', paths.editDocument(kk.group, { id: documentId }))).status).toBe(403)
    await expect(kk.write(earlier, 1, 'Noch etwas')).resolves.toBe('refused')
    expect(await kk.text(earlier)).not.toContain('Noch etwas')
    for (const kind of ['task', 'decision'] as const) {
      const late = await kk.lift(
        'mirjam',
        kind,
        earlier,
        item,
        'Die Allianz macht beim Larnfest mit. Mit einer Enthaltung.',
      )
      expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('ist schon genehmigt')])
    }
  })

  test('what is wrong afterwards is a note that both sign who signed the minutes', async () => {
    const note = { itemId: item.id, present: 'Larnfest', wished: 'Larn-Fest', reason: 'Schreibfehler' }
    const at = paths.minutesNotes(kk.group, earlier)
    expect((await kk.post('kemal', at, note)).status).toBe(403)
    await kk.post('mirjam', at, note)
    const { html } = await kk.get('ayla', paths.minutes(kk.group, earlier))
    const id = html.match(/notes\/([0-9a-f-]{36})\/signature/)?.[1] ?? ''
    const signature = paths.minutesNoteSignature(kk.group, earlier, { id })
    expect((await kk.post('mirjam', signature)).status).toBe(403)
    expect((await kk.post('ayla', signature)).status).toBe(303)
    const after = await kk.get('nele', paths.approvedMinutes(earlier))
    expect(after.html).toContain('Unterschrieben von Mirjam Okafor-Lenz')
  })
})

test('the answer to a referral is decided by those who answer it, and the second person can discard it', async () => {
  await between(w).send(null)
  const held = await kk.plan(-1, 'ayla', 'mirjam')
  const sent = (await kk.agenda(held)).find(({ referral }) => referral !== null)
  if (!sent) throw new Error('Nothing was sent')
  await kk.post('ayla', paths.meetingOpening(kk.group, held))
  await kk.everybodyComes(held)
  await kk.post('ayla', paths.conflictQuestion(kk.group, held, sent))
  await kk.write(held, await numberOf(held, sent.id), 'Wir tragen das mit.')
  const button = paths.lineDecision(kk.group, held, sent)
  expect((await kk.get('kemal', paths.minutes(kk.group, held))).html).not.toContain(button)
  expect((await kk.get('mirjam', paths.minutes(kk.group, held))).html).toContain(button)
  expect((await kk.lift('kemal', 'decision', held, sent, 'Wir tragen das mit.')).status).toBe(403)
  expect((await kk.lift('kemal', 'task', held, sent, 'Wir tragen das mit.')).status).toBe(303)
  expect((await kk.lift('mirjam', 'decision', held, sent, 'Wir tragen das mit.')).status).toBe(303)
  const id = (await linksIn(w.db, [held.id])).find(({ kind }) => kind === 'decision')?.recordId ?? ''
  expect((await kk.post('kemal', paths.recordDiscard(kk.group, { id }))).status).toBe(403)
  expect((await kk.post('henrike', paths.recordDiscard(kk.group, { id }))).status).toBe(303)
  expect((await findRecord(w.db, kk.group.id, id))?.record.discardedAt).toBeInstanceOf(Date)
})

test('what was changed since it went round goes round once more before a meeting approves it', async () => {
  const [held, later] = [await kk.plan(-3, 'ayla', 'mirjam'), await kk.plan(-2, 'ayla', 'mirjam')]
  for (const one of [held, later]) await kk.post('ayla', paths.meetingOpening(kk.group, one))
  await kk.post('ayla', paths.meetingEnding(kk.group, held))
  await kk.post('mirjam', paths.minutesCirculations(kk.group, held))
  const mails = (subject: string) =>
    w.mails().filter((mail) => mail.subject.startsWith(`${subject}: Protokoll ${held.cited}`))
  const here = and(
    eq(memberships.groupId, kk.group.id),
    eq(memberships.standing, 'member'),
    isNull(memberships.endedAt),
  )
  const members = await w.db.$count(memberships, here)
  await expect.poll(() => mails('Bitte lesen').length, { timeout: 10_000 }).toBe(members)
  expect(new Set(mails('Bitte lesen').map(({ to }) => to)).size).toBe(members)
  expect(mails('Bitte lesen')[0]?.text).toContain(paths.minutes(kk.group, held))
  expect(mails('Bitte lesen')[0]?.text).toMatch(/Bis \S+ \d+\.\s\S+, .* kannst du Einspruch erheben/)
  await kk.write(held, 1, 'Das hat niemand gelesen.')
  const approval = paths.minutesApproval(kk.group, held)
  const early = await kk.post('ayla', approval)
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('seit er herumging. Schickt ihn')])
  expect(await kk.facts(held)).toMatchObject({ state: 'circulated', circulations: [{ number: 1 }] })
  expect((await kk.post('mirjam', paths.minutesCirculations(kk.group, held), { days: '20' })).status).toBe(303)
  await expect.poll(() => mails('Berichtigt').length, { timeout: 10_000 }).toBe(members)
  await w.db.update(minutesLetters).set({ sentAt: null })
  const everybodyHasLeft = w.db.transaction(async (tx) => {
    await tx.update(memberships).set({ endedAt: new Date() }).where(here)
    await sendMinutesLetters({ ...w.ports, db: tx }, minutesLetter(testSettings))
    throw new Error('and is back')
  })
  await expect(everybodyHasLeft).rejects.toThrow('and is back')
  expect(mails('Berichtigt')).toHaveLength(members)
  expect((await kk.post('ayla', approval)).status).toBe(303)
  await sendMinutesLetters(w.ports, minutesLetter(testSettings))
  expect(mails('Berichtigt')).toHaveLength(members)
  expect(await kk.facts(held)).toMatchObject({ state: 'approved', circulations: [{ number: 2 }, { number: 1 }] })
})

test('silence approves only where the rules of the group say so', async () => {
  const en = sitting(w, 'en')
  const held = await en.plan(-1, 'swantje', 'tarek')
  await en.post('swantje', paths.meetingOpening(en.group, held))
  await en.post('swantje', paths.meetingEnding(en.group, held))
  await en.post('swantje', paths.minutesCirculations(en.group, held))
  await en.timePasses(held)
  const revoked = vi.spyOn(w.ports.bus, 'revoke')
  await approveExpired(w.ports)
  expect((await en.facts(held)).state).toBe('circulated')
  await enacted(w, 'en', { minutesBySilence: true })
  await en.write(held, 1, 'Das hat niemand gelesen.', 'swantje')
  await approveExpired(w.ports)
  expect((await en.facts(held)).state).toBe('circulated')
  expect(revoked).not.toHaveBeenCalled()
  await en.post('swantje', paths.minutesCirculations(en.group, held), { days: '20' })
  await en.timePasses(held)
  await Promise.all([approveExpired(w.ports), approveExpired(w.ports)])
  const states = await minutesState(w.db, [held.id, earlier.id])
  expect([...states.values()].map(({ state, approval }) => [state, approval?.kind])).toEqual([
    ['approved', 'expiry'],
    ['approved', 'meeting'],
  ])
})

test('one that cannot be approved holds up no other', async () => {
  const en = sitting(w, 'en')
  const held = [await en.plan(-3, 'swantje', 'tarek'), await en.plan(-2, 'swantje', 'tarek')]
  for (const one of held) {
    await en.post('swantje', paths.meetingOpening(en.group, one))
    await en.post('swantje', paths.meetingEnding(en.group, one))
    await en.post('swantje', paths.minutesCirculations(en.group, one))
    await en.timePasses(one)
  }
  const logged = vi.spyOn(w.ports.log, 'error').mockReturnValue(undefined)
  vi.spyOn(w.ports.bus, 'revoke').mockRejectedValueOnce(new Error('no connection'))
  await approveExpired(w.ports)
  expect(logged.mock.calls.map(([what]) => what)).toEqual(['minutes.approval'])
  const states = await Promise.all(held.map(async (one) => (await en.facts(one)).state))
  expect(states).toEqual(['approved', 'approved'])
  vi.restoreAllMocks()
})

describe('what goes round waits to be read', () => {
  const en = () => sitting(w, 'en')
  let held: MeetingEntry
  const waits = async (...keys: PersonKey[]) => {
    const asked = keys.map((key) => readingsAwaited(w.db, w.people[key].id, [w.groups.en.id]))
    return (await Promise.all(asked)).map((found) => found.some(({ meetingId }) => meetingId === held.id))
  }

  test('by everybody in the group but who sent it round or wrote it, on the first page, until it is opened', async () => {
    held = await en().plan(-1, 'swantje', 'tarek')
    await en().post('swantje', paths.meetingOpening(en().group, held))
    await en().get('gerd', paths.minutes(en().group, held))
    await en().post('swantje', paths.meetingEnding(en().group, held))
    expect(await waits('gerd', 'bjarne')).toEqual([false, false])
    await en().post('swantje', paths.minutesCirculations(en().group, held), { days: '5' })
    expect(await waits('gerd', 'bjarne', 'swantje', 'tarek')).toEqual([true, true, false, false])
    const start = await en().get('gerd', paths.start())
    expect(start.html).toContain(`Protokoll ${held.cited} der Sitzung vom`)
    expect(start.html).toContain(`href="${paths.minutes(en().group, held)}"`)
    expect((await en().get('nele', paths.start())).html).not.toContain(held.cited)

    await en().get('gerd', paths.minutes(en().group, held))
    await vi.waitFor(async () => expect(await waits('gerd', 'bjarne')).toEqual([false, true]))
    expect((await en().get('gerd', paths.start())).html).not.toContain('der Sitzung vom')
  })

  test('once more when it was put right, and not when it is too late to object', async () => {
    await en().write(held, 1, 'Das fehlte noch.', 'swantje')
    await en().post('swantje', paths.minutesCirculations(en().group, held), { days: '5' })
    expect(await waits('gerd', 'bjarne')).toEqual([true, true])
    await en().timePasses(held)
    expect(await waits('gerd', 'bjarne')).toEqual([false, false])
  })
})
