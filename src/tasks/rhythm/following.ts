import { asc, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { dayOf } from '../../web/days.ts'
import { membersAmong } from '../adding.ts'
import { type Task, taskPeople, tasks } from '../schema.ts'
import { taskSteps } from '../work/schema.ts'
import { nextDue, nextStart } from './coming.ts'
import { giveRhythm, rhythmOf } from './keeping.ts'
import type { Rhythm } from './schema.ts'

async function writeNext(tx: Database, task: Task, rhythm: Rhythm, actorId: string): Promise<Task | null> {
  const { groupId, title, details, origin, originId, originLabel } = task
  const dueOn = nextDue(rhythm, { dueOn: task.dueOn, today: dayOf(new Date()) })
  const same = { groupId, title, details, origin, originId, originLabel }
  const [next] = await tx
    .insert(tasks)
    .values({ ...same, dueOn, startsOn: nextStart(task, dueOn), followsId: task.id, createdById: actorId })
    .onConflictDoNothing({ target: tasks.followsId })
    .returning()
  return next ?? null
}

/** The same people as far as they are still members, the same steps with none of them done. */
async function handOn(tx: Database, from: Task, to: Task): Promise<void> {
  const before = await tx.select().from(taskPeople).where(eq(taskPeople.taskId, from.id))
  const members = await membersAmong(
    tx,
    from.groupId,
    before.map(({ personId }) => personId),
  )
  if (members.length > 0) await tx.insert(taskPeople).values(members.map((personId) => ({ taskId: to.id, personId })))
  const steps = await tx.select().from(taskSteps).where(eq(taskSteps.taskId, from.id)).orderBy(asc(taskSteps.position))
  const again = steps.map(({ words, position }) => ({ taskId: to.id, words, position }))
  if (again.length > 0) await tx.insert(taskSteps).values(again)
}

/**
 * In the transaction in which a task with a rhythm is done the next one is written down. A task has one successor at
 * most: whoever ticks it off a second time after it was opened again finds it there.
 */
export async function followUp(tx: Database, record: RecordEvent, task: Task, actorId: string): Promise<void> {
  const rhythm = await rhythmOf(tx, task.id)
  const next = rhythm && (await writeNext(tx, task, rhythm, actorId))
  if (!rhythm || !next) return
  await handOn(tx, task, next)
  await giveRhythm(tx, next, { every: rhythm.every, unit: rhythm.unit }, rhythm.anchorOn)
  const facts = { title: task.title, consequence: 'rhythm' }
  await record({ kind: 'task.created', groupId: task.groupId, actorId, subjectId: next.id, facts })
}
