import type { Database } from '../../db/database.ts'
import type { Ports } from '../../ports.ts'
import type { Meeting } from '../schema.ts'

/** Whoever comes and goes, and which item it is now, is no news of the group; but everybody who looks on sees it at once. */
export async function quietly<T>(
  { db, bus }: Pick<Ports, 'db' | 'bus'>,
  { id, groupId }: Pick<Meeting, 'id' | 'groupId'>,
  write: (tx: Database) => Promise<T>,
): Promise<T> {
  const result = await db.transaction(write)
  await bus.publish([{ id: null, groupId, name: `meeting-${id}` }])
  return result
}
