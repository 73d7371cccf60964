import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { type Task, tasks } from '../schema.ts'
import { taskBeginnings } from './schema.ts'

type Doer = { actorId: string }

/** Of those who act on one task at once each sees what the one before did. */
export async function holdOpen(tx: Database, { id }: Pick<Task, 'id'>): Promise<boolean> {
  const isIt = and(eq(tasks.id, id), eq(tasks.isOpen, true))
  return (await tx.select({ id: tasks.id }).from(tasks).where(isIt).for('no key update')).length > 0
}

/** "In Arbeit" (`DOMAIN.md 3.6`). What has ended meanwhile or is begun already stays as it is. */
export async function begin(tx: Database, record: RecordEvent, task: Task, { actorId }: Doer): Promise<boolean> {
  if (!(await holdOpen(tx, task))) return false
  const row = { taskId: task.id, begunById: actorId }
  const begun = await tx.insert(taskBeginnings).values(row).onConflictDoNothing().returning()
  if (begun.length === 0) return false
  const { id: subjectId, groupId, title } = task
  await record({ kind: 'task.begun', groupId, actorId, subjectId, facts: { title } })
  return true
}

/** It lies still again, and is as open as before. */
export async function halt(tx: Database, record: RecordEvent, task: Task, { actorId }: Doer): Promise<boolean> {
  if (!(await holdOpen(tx, task))) return false
  const halted = await tx.delete(taskBeginnings).where(eq(taskBeginnings.taskId, task.id)).returning()
  if (halted.length === 0) return false
  const { id: subjectId, groupId, title } = task
  await record({ kind: 'task.halted', groupId, actorId, subjectId, facts: { title } })
  return true
}
