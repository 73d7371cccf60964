import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Subject } from './saying.ts'
import { documentThreads, type Thread } from './schema.ts'

/** Of two who do it at once one did it. */
export async function resolve(
  tx: Database,
  record: RecordEvent,
  { id: subjectId, groupId, title }: Subject,
  { person }: Pick<Actor, 'person'>,
  { id }: Pick<Thread, 'id'>,
): Promise<void> {
  const [resolved] = await tx
    .update(documentThreads)
    .set({ resolvedById: person.id, resolvedAt: sql`now()` })
    .where(and(eq(documentThreads.id, id), isNull(documentThreads.resolvedAt)))
    .returning()
  if (resolved) await record({ kind: 'comment.resolved', groupId, actorId: person.id, subjectId, facts: { title } })
}

export async function reopen(
  tx: Database,
  record: RecordEvent,
  { id: subjectId, groupId, title }: Subject,
  { person }: Pick<Actor, 'person'>,
  { id }: Pick<Thread, 'id'>,
): Promise<void> {
  const [reopened] = await tx
    .update(documentThreads)
    .set({ resolvedById: null, resolvedAt: null })
    .where(and(eq(documentThreads.id, id), isNotNull(documentThreads.resolvedAt)))
    .returning()
  if (reopened) await record({ kind: 'comment.reopened', groupId, actorId: person.id, subjectId, facts: { title } })
}
