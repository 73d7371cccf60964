import { and, eq, inArray } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { inForce } from '../groups/membership.ts'
import { memberships } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import { type Beat, giveRhythm } from './rhythm/keeping.ts'
import { type Task, taskPeople, tasks } from './schema.ts'

/** Where a task came from, and how that is cited, as in EN-2026-004, W-2026-05 or "Sitzung am 3. Oktober", a comment by the title of its text. Fixed for good. */
export interface TaskOrigin {
  kind: Exclude<Task['origin'], 'free'>
  id: string
  label: string
}

export interface NewTask {
  groupId: string
  title: string
  details?: string
  startsOn?: string | null
  dueOn?: string | null
  personIds: string[]
  /** Nobody where it follows from a count. */
  actorId: string | null
  origin?: TaskOrigin
  /** When it comes again; only with a day on which it is due. */
  rhythm?: Beat | null
}

/** Writes a task down in this transaction. Whoever is not a member of the group does not become responsible. */
export async function addTask(
  tx: Database,
  record: RecordEvent,
  { groupId, title, details = '', startsOn, dueOn = null, personIds, actorId, origin, rhythm }: NewTask,
): Promise<Task> {
  const [task] = await tx
    .insert(tasks)
    .values({
      groupId,
      title,
      details,
      startsOn: startsOn ?? null,
      dueOn,
      createdById: actorId,
      ...(origin && { origin: origin.kind, originId: origin.id, originLabel: origin.label }),
    })
    .returning()
  if (!task) throw new Error('A task was not written down')
  await makeResponsible(tx, task, personIds)
  if (rhythm) await giveRhythm(tx, task, rhythm, dueOn)
  await record({ kind: 'task.created', groupId, actorId, subjectId: task.id, facts: { title } })
  return task
}

/** Only members in force; a task may well be nobody's. */
export async function makeResponsible(tx: Database, task: Task, personIds: string[]): Promise<void> {
  const members = await membersAmong(tx, task.groupId, personIds)
  if (members.length === 0) return
  const rows = members.map((personId) => ({ taskId: task.id, personId }))
  await tx.insert(taskPeople).values(rows).onConflictDoNothing()
}

/** Those of these people who are members of the group today. */
export async function membersAmong(
  db: Database,
  groupId: string,
  personIds: string[],
  now = new Date(),
): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.standing, 'member'),
        inArray(memberships.personId, personIds),
        inForce(dayOf(now)),
      ),
    )
    .for('share')
  return rows.map(({ id }) => id)
}

/** Who could be responsible in this group, by name. */
export const membersOf = (db: Database, groupId: string, now = new Date()) =>
  db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'member'), inForce(dayOf(now))))
    .orderBy(byName(people.name))

export type Member = Awaited<ReturnType<typeof membersOf>>[number]
