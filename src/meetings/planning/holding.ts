import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import { groups } from '../../groups/schema.ts'
import { type MeetingEntry, meetingEntries } from '../model.ts'
import { meetings } from '../schema.ts'

/**
 * Planning, filling, ending and cancelling of one group's meetings take turns on the row of the group: numbers have no
 * gap, and no matter gets onto two agendas.
 */
export async function holdGroup(tx: Database, groupId: string): Promise<void> {
  await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('no key update')
}

/** The meeting as it stands now that nobody else can change it. */
export async function holdMeeting(
  tx: Database,
  { id, groupId }: { id: string; groupId: string },
): Promise<MeetingEntry> {
  await holdGroup(tx, groupId)
  return only(await meetingEntries(tx, eq(meetings.id, id)))
}
