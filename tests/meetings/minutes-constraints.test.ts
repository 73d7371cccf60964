import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { documents, documentUpdates, snapshots } from '#src/documents/schema.ts'
import { conflictQuestions, conflicts, meetingAttendances } from '#src/meetings/attendance/schema.ts'
import {
  minutesApprovals,
  minutesCirculations,
  minutesNotes,
  minutesObjectionRulings,
  minutesObjections,
  minutesObjectionViews,
} from '#src/meetings/minutes/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../support/world.ts'
import { sitting } from './minutes-setting.ts'

let w: World
let kk: ReturnType<typeof sitting>
let first: MeetingEntry
let second: MeetingEntry

const refused = (insertion: Promise<unknown>, words: RegExp) =>
  expect(
    insertion.catch((error: Error) => String((error.cause as Error | undefined)?.message ?? error)),
  ).resolves.toMatch(words)

const circulationOf = async (of: MeetingEntry) => {
  const [latest] = (await kk.facts(of)).circulations
  if (!latest) throw new Error('It went not round')
  return latest
}

const objection = async (of: MeetingEntry) => ({
  ...{ meetingId: of.id, circulationId: (await circulationOf(of)).id, raisedById: w.people.kemal.id },
  ...{ itemId: (await kk.agenda(of))[0]?.id ?? '', present: 'Alle', wished: 'Fast alle' },
})

/** Held, over, and gone round. */
async function heldOn(days: number): Promise<MeetingEntry> {
  const held = await kk.plan(days, 'ayla', 'mirjam')
  await kk.post('ayla', paths.meetingOpening(kk.group, held))
  await kk.post('ayla', paths.meetingEnding(kk.group, held))
  await kk.post('mirjam', paths.minutesCirculations(kk.group, held))
  return kk.find(held)
}

beforeAll(async () => {
  w = await world({ quiet: true })
  kk = sitting(w)
  first = await heldOn(-3)
  second = await heldOn(-2)
})

describe('whoever asks, the database refuses', () => {
  test('an objection that comes too late or to an earlier round', async () => {
    await kk.timePasses(second)
    await refused(
      w.db
        .insert(minutesObjections)
        .values(await objection(second))
        .execute(),
      /time for objections/,
    )
    const form = await objection(second)
    const late = await kk.post('kemal', paths.minutesObjections(kk.group, second), {
      ...{ itemId: form.itemId, present: form.present, wished: form.wished },
    })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Die Frist für Einsprüche ist vorbei.')
  })

  test('an answer by somebody who does not sign, and a ruling in the same meeting', async () => {
    const [raised] = await w.db
      .insert(minutesObjections)
      .values(await objection(first))
      .returning()
    const objectionId = raised?.id ?? ''
    const view = { objectionId, accepts: true }
    await refused(
      w.db
        .insert(minutesObjectionViews)
        .values({ ...view, personId: w.people.kemal.id })
        .execute(),
      /only the two who sign/,
    )
    const ruling = { ...view, inMeetingId: first.id, enteredById: w.people.ayla.id }
    await refused(w.db.insert(minutesObjectionRulings).values(ruling).execute(), /in a later meeting/)
    await refused(
      w.db.delete(minutesObjections).where(eq(minutesObjections.id, objectionId)).execute(),
      /never changes/,
    )
  })

  test('sending round or approving while something is open, or what is not the newest', async () => {
    const { id: circulationId, snapshotId, minuteTakerId, facilitatorId } = await circulationOf(first)
    const by = { meetingId: first.id, minuteTakerId, facilitatorId, circulatedById: minuteTakerId }
    const again = { ...by, snapshotId, number: 2, objectionsUntil: new Date() }
    await refused(w.db.insert(minutesCirculations).values(again).execute(), /an objection to these minutes is open/)
    await refused(
      w.db
        .insert(minutesCirculations)
        .values({ ...again, facilitatorId: minuteTakerId })
        .execute(),
      /open|two_sign/,
    )
    const approval = { meetingId: first.id, circulationId, kind: 'expiry' as const }
    await refused(w.db.insert(minutesApprovals).values(approval).execute(), /an objection to these minutes is open/)
  })

  test('any change of what is approved: text, version, title, and the approval itself', async () => {
    const { id: circulationId } = await circulationOf(second)
    const alone = { meetingId: second.id, firstPersonId: w.people.mirjam.id, present: 'a', wished: 'b', reason: 'c' }
    await refused(w.db.insert(minutesNotes).values(alone).execute(), /before they are approved/)
    const approval = { meetingId: second.id, circulationId, kind: 'meeting' as const }
    const own = { ...approval, inMeetingId: second.id, enteredById: w.people.ayla.id }
    await refused(w.db.insert(minutesApprovals).values(own).execute(), /later meeting|approves_itself/)
    const third = await kk.plan(0, 'ayla', 'mirjam')
    await kk.post('ayla', paths.meetingOpening(kk.group, third))
    expect((await kk.post('ayla', paths.minutesApproval(kk.group, second))).status).toBe(303)

    const documentId = await kk.documentId(second)
    const words = { documentId, bytes: new Uint8Array([0, 0]), personId: w.people.ayla.id }
    await refused(w.db.insert(documentUpdates).values(words).execute(), /approved text never changes/)
    const [version] = await w.db.select().from(snapshots).where(eq(snapshots.documentId, documentId))
    if (!version) throw new Error('No version')
    const { id: _, ...same } = version
    await refused(
      w.db
        .insert(snapshots)
        .values({ ...same, number: 9 })
        .execute(),
      /approved text never changes/,
    )
    await refused(
      w.db.update(documents).set({ title: 'Anders' }).where(eq(documents.id, documentId)).execute(),
      /approved text never changes/,
    )
    await refused(w.db.delete(minutesApprovals).where(eq(minutesApprovals.meetingId, second.id)).execute(), /never/)
    const [note] = await w.db.insert(minutesNotes).values(alone).returning()
    const signed = { secondPersonId: w.people.mirjam.id, signedAt: sql`now()` }
    const noteId = note?.id ?? ''
    await refused(w.db.update(minutesNotes).set(signed).where(eq(minutesNotes.id, noteId)).execute(), /right_alone/)
    const reworded = { wished: 'z', discardedAt: sql`now()` }
    await refused(w.db.update(minutesNotes).set(reworded).where(eq(minutesNotes.id, noteId)).execute(), /only signed/)
  })

  test('somebody who is there twice, or leaves before coming', async () => {
    const next = await kk.plan(8, 'ayla', 'mirjam')
    const there = { meetingId: next.id, personId: w.people.ole.id, arrivedAt: new Date(), notedById: w.people.ayla.id }
    await w.db.insert(meetingAttendances).values(there)
    await refused(w.db.insert(meetingAttendances).values(there).execute(), /nobody_is_there_twice/)
    const gone = { ...there, leftAt: new Date(Date.now() - 60_000) }
    await refused(w.db.insert(meetingAttendances).values(gone).execute(), /before_coming/)
  })

  test('who was there, who was asked and who was in conflict, once the meeting is over', async () => {
    const person = { personId: w.people.ole.id, notedById: w.people.ayla.id }
    const attendance = { ...person, meetingId: first.id, arrivedAt: new Date() }
    await refused(w.db.insert(meetingAttendances).values(attendance).execute(), /stays as it was/)
    const itemId = (await kk.agenda(first))[0]?.id ?? ''
    await refused(w.db.insert(conflictQuestions).values({ itemId, askedById: person.notedById }).execute(), /stays as/)
    const conflict = { ...person, itemId, category: 'office_at_funder' }
    await refused(w.db.insert(conflicts).values(conflict).execute(), /stays as it was/)
  })
})
