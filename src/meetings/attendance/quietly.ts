import type { Database } from '../../db/database.ts'
import type { Ports } from '../../ports.ts'
import { holdMeeting } from '../planning/holding.ts'
import type { Meeting } from '../schema.ts'
import { isOver } from '../standing.ts'

/**
 * Whoever comes and goes, and which item it is now, is no news of the group; but everybody who looks on sees it at once. What
 * comes when the meeting is over changes nothing.
 */
export async function quietly(
  { db, bus }: Pick<Ports, 'db' | 'bus'>,
  { id, groupId }: Pick<Meeting, 'id' | 'groupId'>,
  write: (tx: Database) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!isOver(await holdMeeting(tx, { id, groupId }))) await write(tx)
  })
  await bus.publish([{ id: null, groupId, name: `meeting-${id}` }])
}
