import { and, eq, inArray } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { documents } from '../schema.ts'
import { documentVisits } from './schema.ts'

/** Whoever leaves a group leaves nothing behind about when they read what. */
export const forgetVisits: DepartureConsequence<RecordEvent> = async (tx, _record, { groupId, personId }) => {
  const papers = tx.select({ id: documents.id }).from(documents).where(eq(documents.groupId, groupId))
  await tx
    .delete(documentVisits)
    .where(and(eq(documentVisits.personId, personId), inArray(documentVisits.documentId, papers)))
}
