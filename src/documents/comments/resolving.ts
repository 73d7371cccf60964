import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { happened, type Speaker } from './saying.ts'
import { documentThreads, type Thread } from './schema.ts'
import type { Table } from './table.ts'

/** Of two who do it at once one did it. */
export async function resolve(
  tx: Database,
  record: RecordEvent,
  table: Table,
  speaker: Speaker,
  { id }: Pick<Thread, 'id'>,
): Promise<void> {
  const [resolved] = await tx
    .update(documentThreads)
    .set({ resolvedById: speaker.person.id, resolvedAt: sql`now()` })
    .where(and(eq(documentThreads.id, id), isNull(documentThreads.resolvedAt)))
    .returning()
  if (resolved) await record({ kind: 'comment.resolved', ...happened(table, speaker) })
}

export async function reopen(
  tx: Database,
  record: RecordEvent,
  table: Table,
  speaker: Speaker,
  { id }: Pick<Thread, 'id'>,
): Promise<void> {
  const [reopened] = await tx
    .update(documentThreads)
    .set({ resolvedById: null, resolvedAt: null })
    .where(and(eq(documentThreads.id, id), isNotNull(documentThreads.resolvedAt)))
    .returning()
  if (reopened) await record({ kind: 'comment.reopened', ...happened(table, speaker) })
}
