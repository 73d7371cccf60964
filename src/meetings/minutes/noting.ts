import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import { agendaItems } from '../agenda/schema.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { type MinutesNote, minutesHeadings, minutesNotes } from './schema.ts'
import { tellOfMinutes } from './telling.ts'

/** What was put right in approved minutes, with those who stand behind it. */
export type MinutesNoteEntry = MinutesNote & {
  first: string
  second: string | null
  item: string | null
  number: number | null
}

const firsts = alias(people, 'first_signer')
const seconds = alias(people, 'second_signer')

export async function notesOn(db: Database, meetingId: string): Promise<MinutesNoteEntry[]> {
  const found = await db
    .select({
      note: minutesNotes,
      first: firsts.name,
      second: seconds.name,
      item: agendaItems.title,
      number: minutesHeadings.number,
    })
    .from(minutesNotes)
    .innerJoin(firsts, eq(firsts.id, minutesNotes.firstPersonId))
    .leftJoin(seconds, eq(seconds.id, minutesNotes.secondPersonId))
    .leftJoin(agendaItems, eq(agendaItems.id, minutesNotes.itemId))
    .leftJoin(minutesHeadings, eq(minutesHeadings.itemId, minutesNotes.itemId))
    .where(eq(minutesNotes.meetingId, meetingId))
    .orderBy(asc(minutesNotes.createdAt))
  return found.map(({ note, ...more }) => ({ ...note, ...more }))
}

export type NoteDraft = Pick<MinutesNote, 'itemId' | 'present' | 'wished' | 'reason'>

/** One of those who signed says what is wrong; it holds once the other one has signed, too. */
export async function proposeNote(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  draft: NoteDraft,
): Promise<void> {
  await tx.insert(minutesNotes).values({ ...draft, meetingId: meeting.id, firstPersonId: actor.person.id })
  await tellOfMinutes(record, 'minutes.noteProposed', meeting, actor.person.id)
}

const isOpen = (meetingId: string, id: string) =>
  and(
    eq(minutesNotes.id, id),
    eq(minutesNotes.meetingId, meetingId),
    isNull(minutesNotes.signedAt),
    isNull(minutesNotes.discardedAt),
  )

/** The original stays as it is; the note stands beside it for good. Whoever comes second finds it signed. */
export async function signNote(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  id: string,
): Promise<void> {
  await holdMeeting(tx, meeting)
  const signed = await tx
    .update(minutesNotes)
    .set({ secondPersonId: actor.person.id, signedAt: sql`now()` })
    .where(isOpen(meeting.id, id))
    .returning({ id: minutesNotes.id })
  if (signed.length > 0) await tellOfMinutes(record, 'minutes.noteSigned', meeting, actor.person.id)
}

export async function discardNote(tx: Database, meeting: MeetingEntry, id: string): Promise<void> {
  await holdMeeting(tx, meeting)
  await tx.update(minutesNotes).set({ discardedAt: sql`now()` }).where(isOpen(meeting.id, id))
}
