import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Round } from '../rounds/schema.ts'
import { isStuck } from './entries.ts'
import { holdOpen } from './holding.ts'
import { type Objection, objectionLapses } from './schema.ts'

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
  objection: Pick<Objection, 'id' | 'roundId'>,
  { proposedById, reason }: { proposedById: string; reason: string },
): Promise<'settled' | null> {
  if (!(await holdOpen(tx, objection))) return 'settled'
  const row = { objectionId: objection.id, proposedById, reason }
  const added = await tx.insert(objectionLapses).values(row).onConflictDoNothing().returning()
  if (added.length > 0) await tell(record, round, 'objection.lapseProposed', proposedById)
  return null
}

/** A second person signs. `settled`: it has been decided meanwhile, or the owner has spoken up. */
export async function signLapse(
  tx: Database,
  record: RecordEvent,
  round: Round,
  objection: Pick<Objection, 'id' | 'roundId'>,
  signedById: string,
): Promise<'settled' | null> {
  const held = await holdOpen(tx, objection)
  if (!held || !isStuck(held)) return 'settled'
  const signed = await tx
    .update(objectionLapses)
    .set({ signedById, signedAt: sql`now()` })
    .where(
      and(
        eq(objectionLapses.objectionId, objection.id),
        isNull(objectionLapses.signedAt),
        ne(objectionLapses.proposedById, signedById),
      ),
    )
    .returning()
  if (signed.length > 0) await tell(record, round, 'objection.lapsed', signedById)
  return null
}
