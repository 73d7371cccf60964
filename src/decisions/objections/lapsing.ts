import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Round } from '../rounds/schema.ts'
import { type Objection, objectionEndings, objectionLapses } from './schema.ts'

const tell = (
  record: RecordEvent,
  round: Round,
  kind: 'objection.lapseProposed' | 'objection.lapsed',
  actorId: string,
) => record({ kind, groupId: round.groupId, actorId, subjectId: round.id, facts: { title: round.title } })

/** One says why nobody will settle it any more. It still stands: nothing lapses by one person. */
export async function proposeLapse(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { id }: Pick<Objection, 'id'>,
  { proposedById, reason }: { proposedById: string; reason: string },
): Promise<void> {
  const row = { objectionId: id, proposedById, reason }
  const added = await tx.insert(objectionLapses).values(row).onConflictDoNothing().returning()
  if (added.length > 0) await tell(record, round, 'objection.lapseProposed', proposedById)
}

/** A second person signs. Nothing happens when the owner has ended it meanwhile. */
export async function signLapse(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { id }: Pick<Objection, 'id'>,
  signedById: string,
): Promise<void> {
  const ended = tx.select().from(objectionEndings).where(eq(objectionEndings.objectionId, objectionLapses.objectionId))
  const signed = await tx
    .update(objectionLapses)
    .set({ signedById, signedAt: sql`now()` })
    .where(
      and(
        eq(objectionLapses.objectionId, id),
        isNull(objectionLapses.signedAt),
        ne(objectionLapses.proposedById, signedById),
        notExists(ended),
      ),
    )
    .returning()
  if (signed.length > 0) await tell(record, round, 'objection.lapsed', signedById)
}
