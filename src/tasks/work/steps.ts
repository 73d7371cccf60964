import { and, asc, eq, isNull, max } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import type { Task } from '../schema.ts'
import { holdOpen } from './beginning.ts'
import { type TaskStep, taskSteps } from './schema.ts'

export type StepEntry = TaskStep & { doneBy: string | null }

/** The checklist in its order. */
export async function stepsOf(db: Database, taskId: string): Promise<StepEntry[]> {
  const rows = await db
    .select({ step: taskSteps, doneBy: people.name })
    .from(taskSteps)
    .leftJoin(people, eq(people.id, taskSteps.doneById))
    .where(eq(taskSteps.taskId, taskId))
    .orderBy(asc(taskSteps.position), asc(taskSteps.id))
  return rows.map(({ step, doneBy }) => ({ ...step, doneBy }))
}

/** A checklist is read at a glance; what is longer is several tasks. */
export const mostSteps = 50

type Doing = { record: RecordEvent; task: Task; actorId: string }

/** Open pages look again; nobody is told of every tick. */
const told = ({ record, task: { id: subjectId, groupId, title }, actorId }: Doing) =>
  record({ kind: 'task.changed', groupId, actorId, subjectId, facts: { title, consequence: 'step' } })

export async function addStep(tx: Database, doing: Doing, words: string): Promise<boolean> {
  const taskId = doing.task.id
  if (!(await holdOpen(tx, doing.task))) return false
  if ((await tx.$count(taskSteps, eq(taskSteps.taskId, taskId))) >= mostSteps) return false
  const [last] = await tx
    .select({ position: max(taskSteps.position) })
    .from(taskSteps)
    .where(eq(taskSteps.taskId, taskId))
  await tx.insert(taskSteps).values({ taskId, words, position: (last?.position ?? 0) + 1 })
  await told(doing)
  return true
}

const isIt = (task: Task, stepId: string) => and(eq(taskSteps.taskId, task.id), eq(taskSteps.id, stepId))

/** Ticked off or taken back. Who ticked it off first stays named. */
export async function markStep(
  tx: Database,
  doing: Doing,
  { stepId, isDone }: { stepId: string; isDone: boolean },
): Promise<void> {
  if (!(await holdOpen(tx, doing.task))) return
  const done = isDone ? { doneAt: new Date(), doneById: doing.actorId } : { doneAt: null, doneById: null }
  const which = and(isIt(doing.task, stepId), isDone ? isNull(taskSteps.doneAt) : undefined)
  const marked = await tx.update(taskSteps).set(done).where(which).returning()
  if (marked.length > 0) await told(doing)
}

export async function removeStep(tx: Database, doing: Doing, stepId: string): Promise<void> {
  if (!(await holdOpen(tx, doing.task))) return
  const removed = await tx.delete(taskSteps).where(isIt(doing.task, stepId)).returning()
  if (removed.length > 0) await told(doing)
}

/** One place up or down; at the end of the list nothing happens. */
export async function moveStep(
  tx: Database,
  doing: Doing,
  { stepId, by }: { stepId: string; by: 1 | -1 },
): Promise<void> {
  if (!(await holdOpen(tx, doing.task))) return
  const ids = (await stepsOf(tx, doing.task.id)).map(({ id }) => id)
  const [from, to] = [ids.indexOf(stepId), ids.indexOf(stepId) + by]
  if (from < 0 || to < 0 || to >= ids.length) return
  ids.splice(to, 0, ...ids.splice(from, 1))
  for (const [place, id] of ids.entries()) {
    await tx
      .update(taskSteps)
      .set({ position: place + 1 })
      .where(eq(taskSteps.id, id))
  }
  await told(doing)
}
