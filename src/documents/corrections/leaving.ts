import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { editorialMandates } from './schema.ts'

/** Whoever leaves a group no longer puts its texts right, also when they come back some day. */
export const endMandates: DepartureConsequence<RecordEvent> = async (tx, _record, { groupId, personId, actorId }) => {
  const { groupId: ofGroup, personId: ofPerson, endedAt } = editorialMandates
  await tx
    .update(editorialMandates)
    .set({ endedById: actorId, endedAt: sql`now()` })
    .where(and(eq(ofGroup, groupId), eq(ofPerson, personId), isNull(endedAt)))
}
