import { and, eq, not, or, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { type MeetingEntry, meetingEntries } from '../../meetings/model.ts'
import { tellOf } from '../../meetings/planning/telling.ts'
import { meetingOpenings, meetings } from '../../meetings/schema.ts'
import { isOverIn } from '../../meetings/standing.ts'

interface Leaver {
  groupId: string
  personId: string
  successorId: string | null
  actorId: string
}

/** Those that this person was to lead or to write down, and that have not begun. */
const plannedWith = (tx: Database, { groupId, personId }: Leaver): Promise<MeetingEntry[]> =>
  meetingEntries(
    tx,
    and(
      ...[eq(meetings.groupId, groupId), not(isOverIn), sql`${meetingOpenings.meetingId} is null`],
      or(eq(meetings.facilitatorId, personId), eq(meetings.minuteTakerId, personId)),
    ),
  )

/** Nobody does both: whoever leads a meeting does not write it down as well. */
function after({ facilitatorId, minuteTakerId }: MeetingEntry, { personId, successorId }: Leaver) {
  const leads = facilitatorId === personId ? (successorId === minuteTakerId ? null : successorId) : facilitatorId
  const writes = minuteTakerId === personId ? (successorId === leads ? null : successorId) : minuteTakerId
  return { facilitatorId: leads, minuteTakerId: writes }
}

/** Meetings that are planned are led and written down by somebody who belongs to the group, or by nobody yet. */
export async function giveMeetingsOn(tx: Database, record: RecordEvent, leaver: Leaver): Promise<void> {
  for (const meeting of await plannedWith(tx, leaver)) {
    await tx.update(meetings).set(after(meeting, leaver)).where(eq(meetings.id, meeting.id))
    await tellOf(record, 'meeting.changed', meeting, leaver.actorId)
  }
}
