import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import type { Task } from '../schema.ts'
import { type TaskRemark, taskRemarks } from './schema.ts'

export type RemarkEntry = TaskRemark & { author: string }

/** What was said about a task, in its order; deleted ones without their words. */
export async function remarksOn(db: Database, taskId: string): Promise<RemarkEntry[]> {
  const rows = await db
    .select({ remark: taskRemarks, author: people.name })
    .from(taskRemarks)
    .innerJoin(people, eq(people.id, taskRemarks.authorId))
    .where(eq(taskRemarks.taskId, taskId))
    .orderBy(asc(taskRemarks.createdAt), asc(taskRemarks.id))
  return rows.map(({ remark, author }) => ({ ...remark, author }))
}

export async function findRemark(db: Database, task: Pick<Task, 'id'>, id: string): Promise<TaskRemark | null> {
  const [remark] = await db
    .select()
    .from(taskRemarks)
    .where(and(eq(taskRemarks.taskId, task.id), eq(taskRemarks.id, id)))
  return remark ?? null
}

/** Said about an open task as about one that has ended. */
export async function say(
  tx: Database,
  record: RecordEvent,
  task: Task,
  { words, actorId }: { words: string; actorId: string },
): Promise<void> {
  await tx.insert(taskRemarks).values({ taskId: task.id, authorId: actorId, words })
  const { id: subjectId, groupId, title } = task
  await record({ kind: 'task.remarked', groupId, actorId, subjectId, facts: { title } })
}

/** The words go, that something was said stays. */
export async function deleteRemark(
  tx: Database,
  record: RecordEvent,
  task: Task,
  { id, authorId }: TaskRemark,
): Promise<void> {
  const gone = { words: '', deletedAt: sql`now()` }
  const isThere = and(eq(taskRemarks.id, id), isNull(taskRemarks.deletedAt))
  const deleted = await tx.update(taskRemarks).set(gone).where(isThere).returning()
  if (deleted.length === 0) return
  const facts = { title: task.title, consequence: 'remark' }
  await record({ kind: 'task.changed', groupId: task.groupId, actorId: authorId, subjectId: task.id, facts })
}
