import { and, eq, notInArray } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { makeResponsible } from './adding.ts'
import { type Beat, giveRhythm, rhythmOf } from './rhythm/keeping.ts'
import { type Task, taskPeople, tasks } from './schema.ts'

interface TaskChange {
  title: string
  /** What is not mentioned stays as it is. */
  details?: string
  startsOn?: string | null
  dueOn: string | null
  /** Null: it comes no more. */
  rhythm?: Beat | null
  personIds: string[]
}

/** New words, other days, other people. The origin stays (`DOMAIN.md 3.6`). */
export async function changeTask(
  tx: Database,
  record: RecordEvent,
  task: Task,
  { title, details, startsOn, dueOn, rhythm, personIds, actorId }: TaskChange & { actorId: string },
): Promise<void> {
  await tx.update(tasks).set({ title, details, startsOn, dueOn }).where(eq(tasks.id, task.id))
  await tx.delete(taskPeople).where(and(eq(taskPeople.taskId, task.id), notInArray(taskPeople.personId, personIds)))
  await makeResponsible(tx, task, personIds)
  await changeRhythm(tx, task, rhythm, dueOn)
  await record({ kind: 'task.changed', groupId: task.groupId, actorId, subjectId: task.id, facts: { title } })
}

/** Counted anew when the day or the rhythm is another one; otherwise from where it was, so that a 31st stays one. */
async function changeRhythm(
  tx: Database,
  task: Task,
  wanted: Beat | null | undefined,
  dueOn: string | null,
): Promise<void> {
  const known = await rhythmOf(tx, task.id)
  const beat = wanted === undefined ? known : wanted
  const isSame = beat?.every === known?.every && beat?.unit === known?.unit && dueOn === task.dueOn
  if (!isSame) await giveRhythm(tx, task, beat, dueOn)
}

/** "Übernehmen": for a task that is nobody's. Of two at once the first one has it. */
export async function takeOver(
  tx: Database,
  record: RecordEvent,
  task: Task,
  { actorId }: { actorId: string },
): Promise<boolean> {
  await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, task.id)).for('no key update')
  const taken = await tx.select().from(taskPeople).where(eq(taskPeople.taskId, task.id)).limit(1)
  if (taken.length > 0) return false
  await makeResponsible(tx, task, [actorId])
  const { id: subjectId, groupId, title } = task
  await record({ kind: 'task.changed', groupId, actorId, subjectId, facts: { title } })
  return true
}
