import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { inForce } from '../groups/membership.ts'
import { type Group, groups, memberships } from '../groups/schema.ts'
import { type Person, people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import { type Task, type TaskEnding, taskEndings, taskPeople, tasks } from './schema.ts'

/** A task with who is responsible and how it ended, if it has. */
export type TaskEntry = Task & {
  people: Pick<Person, 'id' | 'name'>[]
  ending: TaskEnding | null
  endedBy: string | null
}

export type MyTask = TaskEntry & { group: Group }

const entries = (db: Database) =>
  db
    .select({ task: tasks, ending: taskEndings, endedBy: people.name })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .leftJoin(people, eq(people.id, taskEndings.endedById))
    .$dynamic()

type Row = Awaited<ReturnType<typeof entries>>[number]

const dueFirst = [sql`${tasks.dueOn} asc nulls last`, asc(tasks.createdAt), asc(tasks.id)]

/** What was ticked off a moment ago keeps its place, so that it can be undone there. */
const justEnded = gt(taskEndings.createdAt, sql`now() - interval '1 day'`)
const endedBefore = lte(taskEndings.createdAt, sql`now() - interval '1 day'`)
const isOpen = isNull(taskEndings.taskId)

async function withPeople(db: Database, rows: Row[]): Promise<TaskEntry[]> {
  const responsible = await peopleOf(
    db,
    rows.map(({ task }) => task.id),
  )
  return rows.map(({ task, ending, endedBy }) => ({
    ...task,
    ending,
    endedBy,
    people: responsible.filter(({ taskId }) => taskId === task.id).map(({ id, name }) => ({ id, name })),
  }))
}

const peopleOf = (db: Database, taskIds: string[]) =>
  db
    .select({ taskId: taskPeople.taskId, id: people.id, name: people.name })
    .from(taskPeople)
    .innerJoin(people, eq(people.id, taskPeople.personId))
    .where(inArray(taskPeople.taskId, taskIds))
    .orderBy(asc(taskPeople.createdAt), byName(people.name))

export async function findTask(db: Database, groupId: string, id: string): Promise<TaskEntry | null> {
  const rows = await entries(db).where(and(eq(tasks.groupId, groupId), eq(tasks.id, id)))
  const [task] = await withPeople(db, rows)
  return task ?? null
}

/** What came of these decisions or returns: open and ended ones. */
export const tasksOf = async (db: Database, originIds: string[]): Promise<TaskEntry[]> =>
  withPeople(
    db,
    await entries(db)
      .where(inArray(tasks.originId, originIds))
      .orderBy(...dueFirst),
  )

/** The group's list as it stands: open ones and those that were ended within a day. */
export const groupTasks = async (db: Database, groupId: string): Promise<TaskEntry[]> =>
  withPeople(
    db,
    await entries(db)
      .where(and(eq(tasks.groupId, groupId), or(isOpen, justEnded)))
      .orderBy(...dueFirst),
  )

/** What the group has ended earlier, newest first. */
export const pastTasks = async (db: Database, groupId: string, limit = 50): Promise<TaskEntry[]> =>
  withPeople(
    db,
    await entries(db)
      .where(and(eq(tasks.groupId, groupId), endedBefore))
      .orderBy(desc(taskEndings.createdAt))
      .limit(limit),
  )

/** Open tasks of this person in all groups, the nearest date first. */
export const openTasksFor = (db: Database, personId: string): Promise<MyTask[]> => tasksFor(db, personId, isOpen)

/** The same with those that were ended within a day, for the page where they are ticked off. */
export const myTasks = (db: Database, personId: string): Promise<MyTask[]> =>
  tasksFor(db, personId, or(isOpen, justEnded))

/** Groups that this person is a member of today; what a group does is nobody else's business. */
const groupsWithMember = (db: Database, personId: string): Promise<Group[]> =>
  db
    .select(getTableColumns(groups))
    .from(groups)
    .innerJoin(memberships, eq(memberships.groupId, groups.id))
    .where(and(eq(memberships.personId, personId), eq(memberships.standing, 'member'), inForce(dayOf(new Date()))))

async function tasksFor(db: Database, personId: string, which: ReturnType<typeof or>): Promise<MyTask[]> {
  const mine = db.select({ id: taskPeople.taskId }).from(taskPeople).where(eq(taskPeople.personId, personId))
  const theirs = await groupsWithMember(db, personId)
  const inTheirs = inArray(
    tasks.groupId,
    theirs.map(({ id }) => id),
  )
  const rows = await entries(db)
    .where(and(inArray(tasks.id, mine), inTheirs, which))
    .orderBy(...dueFirst)
  const found = await withPeople(db, rows)
  return found.flatMap((task) => theirs.filter(({ id }) => id === task.groupId).map((group) => ({ ...task, group })))
}
