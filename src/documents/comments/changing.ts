import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { call, happened, type Speaker } from './saying.ts'
import { documentRemarks, type Remark, remarkMentions } from './schema.ts'
import type { Table } from './table.ts'

/** Too small a thing to be told; open pages look again all the same. */
function quietly(table: Table, speaker: Speaker) {
  const { facts, ...event } = happened(table, speaker)
  return { ...event, facts: { ...facts, consequence: 'changed' } }
}

/** Whom it no longer calls has nothing waiting any more; whom it calls now is told. */
export async function changeRemark(
  tx: Database,
  record: RecordEvent,
  table: Table,
  speaker: Speaker,
  { remark, typed }: { remark: Pick<Remark, 'id'>; typed: string },
): Promise<boolean> {
  const { words, ids } = await call(tx, table, speaker, typed)
  const still = and(eq(documentRemarks.id, remark.id), isNull(documentRemarks.deletedAt))
  const [changed] = await tx.update(documentRemarks).set({ words, editedAt: sql`now()` }).where(still).returning()
  if (!changed) return false
  const before = await tx.delete(remarkMentions).where(eq(remarkMentions.remarkId, remark.id)).returning()
  const known = new Map(before.map((row) => [row.personId, row]))
  const rows = ids.map((personId) => known.get(personId) ?? { remarkId: remark.id, personId })
  if (rows.length > 0) await tx.insert(remarkMentions).values(rows)
  await record({ kind: 'comment.changed', ...quietly(table, speaker) })
  return true
}

/** Its place stays, so that what was answered to it can be understood. */
export async function deleteRemark(
  tx: Database,
  record: RecordEvent,
  table: Table,
  speaker: Speaker,
  { id }: Pick<Remark, 'id'>,
): Promise<void> {
  const still = and(eq(documentRemarks.id, id), isNull(documentRemarks.deletedAt))
  const [deleted] = await tx.update(documentRemarks).set({ words: '', deletedAt: sql`now()` }).where(still).returning()
  if (!deleted) return
  await tx.delete(remarkMentions).where(eq(remarkMentions.remarkId, id))
  await record({ kind: 'comment.changed', ...quietly(table, speaker) })
}
