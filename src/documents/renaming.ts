import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import { type Document, documents } from './schema.ts'

/** Frozen versions keep the title that they had. */
export async function rename(
  tx: Database,
  record: RecordEvent,
  document: Pick<Document, 'id' | 'groupId' | 'title'>,
  actor: Pick<Actor, 'person'>,
  title: string,
): Promise<void> {
  if (title === document.title) return
  const edited = { title, editedById: actor.person.id, editedAt: new Date() }
  await tx.update(documents).set(edited).where(eq(documents.id, document.id))
  await record({
    kind: 'document.renamed',
    groupId: document.groupId,
    actorId: actor.person.id,
    subjectId: document.id,
    facts: { title, before: document.title },
  })
}
