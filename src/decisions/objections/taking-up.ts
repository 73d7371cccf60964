import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Round } from '../rounds/schema.ts'
import { type Objection, objectionEfforts } from './schema.ts'

/** Somebody takes on to look for a wording with its owner; whoever comes second finds it taken up. */
export async function takeUpObjection(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { id }: Pick<Objection, 'id'>,
  { takenUpById, note }: { takenUpById: string; note: string },
): Promise<void> {
  const added = await tx
    .insert(objectionEfforts)
    .values({ objectionId: id, takenUpById, note })
    .onConflictDoNothing()
    .returning()
  if (added.length === 0) return
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'objection.takenUp', groupId, actorId: takenUpById, subjectId, facts: { title } })
}
