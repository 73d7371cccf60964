import { asc, eq, inArray } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { createDocument } from '../../documents/creating.ts'
import type { Actor } from '../../groups/actor.ts'
import { agendaOf } from '../agenda/entries.ts'
import { attendanceOf, type Period, wasThereAtAll } from '../attendance/presence.ts'
import type { MeetingEntry } from '../model.ts'
import { meetings } from '../schema.ts'
import { meetingMinutes, minutesHeadings } from './schema.ts'
import { type MinutesWords, type Numbered, skeletonOf } from './skeleton.ts'

/** The text in which a meeting is written down, if it has begun. */
export async function minutesOf(db: Database, meetingId: string): Promise<{ documentId: string } | null> {
  const [found] = await db.select().from(meetingMinutes).where(eq(meetingMinutes.meetingId, meetingId))
  return found ?? null
}

/** The items of the minutes in their order there. */
export async function numberedItems(db: Database, meetingId: string): Promise<Numbered[]> {
  const agenda = await agendaOf(db, meetingId)
  const rows = await db
    .select()
    .from(minutesHeadings)
    .where(eq(minutesHeadings.meetingId, meetingId))
    .orderBy(asc(minutesHeadings.number))
  return rows.flatMap(({ itemId, number }) => {
    const item = agenda.find(({ id }) => id === itemId)
    return item ? [{ item, number }] : []
  })
}

/** Items that have none yet get the next numbers, and keep them for good. */
export async function numberItems(tx: Database, meetingId: string): Promise<Numbered[]> {
  await tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId)).for('no key update')
  const known = await numberedItems(tx, meetingId)
  const agenda = (await agendaOf(tx, meetingId)).filter(({ ending }) => ending?.kind !== 'removed')
  const fresh = agenda.filter(({ id }) => !known.some(({ item }) => item.id === id))
  const last = known.at(-1)?.number ?? 0
  const numbered = fresh.map((item, at) => ({ item, number: last + at + 1 }))
  const rows = numbered.map(({ item, number }) => ({ itemId: item.id, meetingId, number }))
  if (rows.length > 0) await tx.insert(minutesHeadings).values(rows)
  return [...known, ...numbered]
}

/** Everybody who is or was there, each once, in the order in which they came. */
export const namesOf = (attendance: (Period & { name: string })[]): string[] => [
  ...new Set(attendance.filter(wasThereAtAll).map(({ name }) => name)),
]

/** How many they are. Their names stay in the minutes: what is decided is read by more people than those. */
export const countOf = (attendance: (Period & { personId: string | null; name: string })[]): number =>
  new Set(attendance.filter(wasThereAtAll).map(({ personId, name }) => personId ?? name)).size

/** The minutes begin with the agenda as their skeleton. Whoever opens second finds them there. */
export async function beginMinutes(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  words: MinutesWords,
): Promise<string> {
  const items = await numberItems(tx, meeting.id)
  const first = await minutesOf(tx, meeting.id)
  if (first) return first.documentId
  const content = skeletonOf(items, namesOf(await attendanceOf(tx, meeting.id)), words)
  const of = { groupId: meeting.groupId, actorId: actor.person.id, kind: 'minutes' as const }
  const document = await createDocument(tx, record, { ...of, title: words.title(meeting.cited), content })
  await tx.insert(meetingMinutes).values({ meetingId: meeting.id, documentId: document.id })
  return document.id
}

/** Meeting id → its text, for lists. */
export async function textsOf(db: Database, meetingIds: string[]): Promise<Map<string, string>> {
  if (meetingIds.length === 0) return new Map()
  const found = await db.select().from(meetingMinutes).where(inArray(meetingMinutes.meetingId, meetingIds))
  return new Map(found.map(({ meetingId, documentId }) => [meetingId, documentId]))
}
