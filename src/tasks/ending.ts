import { and, eq, notInArray } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { inForce } from '../groups/membership.ts'
import { memberships } from '../groups/schema.ts'
import { dayOf } from '../web/days.ts'
import { followUp } from './rhythm/following.ts'
import { type Task, type TaskEnding, taskEndings, taskPeople } from './schema.ts'

/** A task that came from a decision or a return says in one line what was done (`DOMAIN.md 3.6`). */
export const needsResult = ({ origin }: Pick<Task, 'origin'>) => origin === 'decision' || origin === 'return'

/** Ticked off. Whoever comes second changes nothing. What comes again is written down for the next time. */
export async function complete(
  tx: Database,
  record: RecordEvent,
  task: Task,
  { result, actorId }: { result: string; actorId: string },
): Promise<boolean> {
  const isDone = await end(tx, record, task, { kind: 'done', words: result, endedById: actorId })
  if (isDone) await followUp(tx, record, task, actorId)
  return isDone
}

/** Given up, with the reason. */
export const drop = (
  tx: Database,
  record: RecordEvent,
  task: Task,
  { reason, actorId }: { reason: string; actorId: string },
): Promise<boolean> => end(tx, record, task, { kind: 'dropped', words: reason, endedById: actorId })

async function end(
  tx: Database,
  record: RecordEvent,
  task: Task,
  ending: Pick<TaskEnding, 'kind' | 'words' | 'endedById'>,
): Promise<boolean> {
  const ended = await tx
    .insert(taskEndings)
    .values({ taskId: task.id, ...ending })
    .onConflictDoNothing()
    .returning()
  if (ended.length === 0) return false
  await record({
    kind: `task.${ending.kind}`,
    groupId: task.groupId,
    actorId: ending.endedById,
    subjectId: task.id,
    facts: { title: task.title, words: ending.words },
  })
  return true
}

/** Open again. The ending goes, the event keeps that it was there and why it was taken back. */
export async function reopen(
  tx: Database,
  record: RecordEvent,
  task: Task,
  { reason, actorId }: { reason: string; actorId: string },
): Promise<boolean> {
  const [ending] = await tx.delete(taskEndings).where(eq(taskEndings.taskId, task.id)).returning()
  if (!ending) return false
  await forgetWhoLeft(tx, task)
  await record({
    kind: 'task.reopened',
    groupId: task.groupId,
    actorId,
    subjectId: task.id,
    facts: { title: task.title, reason, ending: ending.kind, words: ending.words },
  })
  return true
}

/** An ended task names whoever did it; an open one lies with nobody who has left since. */
async function forgetWhoLeft(tx: Database, { id, groupId }: Task): Promise<void> {
  const here = tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'member'), inForce(dayOf(new Date()))))
  await tx.delete(taskPeople).where(and(eq(taskPeople.taskId, id), notInArray(taskPeople.personId, here)))
}
