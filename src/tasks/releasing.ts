import { and, eq, inArray, notExists } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { taskEndings, taskPeople, tasks } from './schema.ts'

/** Whoever leaves a group leaves its open tasks: they go back to nobody, if nobody else has them (`DOMAIN.md 3.6`). */
export async function releaseTasks(
  tx: Database,
  record: RecordEvent,
  { groupId, personId, actorId }: { groupId: string; personId: string; actorId: string },
): Promise<void> {
  const released = await openTasksOf(tx, groupId, personId)
  if (released.length === 0) return
  const ids = released.map(({ id }) => id)
  await tx.delete(taskPeople).where(and(eq(taskPeople.personId, personId), inArray(taskPeople.taskId, ids)))
  const others = await tx.select({ id: taskPeople.taskId }).from(taskPeople).where(inArray(taskPeople.taskId, ids))
  const shared = new Set(others.map(({ id }) => id))
  for (const { id, title } of released) {
    const facts: Record<string, string> = shared.has(id) ? { title } : { title, released: 'yes' }
    await record({ kind: 'task.changed', groupId, actorId, subjectId: id, facts })
  }
}

const openTasksOf = (tx: Database, groupId: string, personId: string) =>
  tx
    .select({ id: tasks.id, title: tasks.title })
    .from(tasks)
    .innerJoin(taskPeople, and(eq(taskPeople.taskId, tasks.id), eq(taskPeople.personId, personId)))
    .where(
      and(
        eq(tasks.groupId, groupId),
        notExists(tx.select({ id: taskEndings.taskId }).from(taskEndings).where(eq(taskEndings.taskId, tasks.id))),
      ),
    )
