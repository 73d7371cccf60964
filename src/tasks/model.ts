import { and, asc, desc, eq, getTableColumns, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { inForce } from '../groups/membership.ts'
import { type Group, groups, memberships } from '../groups/schema.ts'
import { type Person, people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import { type Slice, sliceOf, spanOf } from '../web/slices.ts'
import { type Rhythm, taskRhythms } from './rhythm/schema.ts'
import { type Task, type TaskEnding, taskEndings, taskPeople, tasks } from './schema.ts'
import { taskBeginnings, taskRemarks, taskSteps } from './work/schema.ts'

/** A task with who is responsible, how far it is and how it ended, if it has. */
export type TaskEntry = Task & {
  people: Pick<Person, 'id' | 'name'>[]
  ending: TaskEnding | null
  endedBy: string | null
  /** In progress since then. */
  begunAt: Date | null
  rhythm: Rhythm | null
  /** The checklist in numbers. */
  steps: { done: number; all: number }
  /** How much was said about it. */
  remarks: number
}

export type MyTask = TaskEntry & { group: Group }

const steps = (db: Database, which?: SQL) => db.$count(taskSteps, and(eq(taskSteps.taskId, tasks.id), which))

const said = (db: Database) =>
  db.$count(taskRemarks, and(eq(taskRemarks.taskId, tasks.id), sql`${taskRemarks.deletedAt} is null`))

/** Everything that a row shows but the people; what it is asked for comes with `.where(…)`. */
export const entries = (db: Database) =>
  db
    .select({
      task: tasks,
      ending: taskEndings,
      endedBy: people.name,
      begunAt: taskBeginnings.createdAt,
      rhythm: taskRhythms,
      done: steps(db, sql`${taskSteps.doneAt} is not null`),
      all: steps(db),
      remarks: said(db),
    })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .leftJoin(people, eq(people.id, taskEndings.endedById))
    .leftJoin(taskBeginnings, eq(taskBeginnings.taskId, tasks.id))
    .leftJoin(taskRhythms, eq(taskRhythms.taskId, tasks.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof entries>>[number]

export const dueFirst = [sql`${tasks.dueOn} asc nulls last`, asc(tasks.createdAt), asc(tasks.id)]

const aDayAgo = sql`now() - interval '1 day'`

/** One question for all of them. */
export async function withPeople(db: Database, rows: Row[]): Promise<TaskEntry[]> {
  const ids = rows.map(({ task }) => task.id)
  const responsible = Map.groupBy(await peopleOf(db, ids), ({ taskId }) => taskId)
  return rows.map(({ task, done, all, ...row }) => ({
    ...task,
    ...row,
    steps: { done, all },
    people: (responsible.get(task.id) ?? []).map(({ id, name }) => ({ id, name })),
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

/** What came of these decisions, returns or meetings: open and ended ones. */
export const tasksOf = async (db: Database, originIds: string[]): Promise<TaskEntry[]> =>
  withPeople(
    db,
    await entries(db)
      .where(inArray(tasks.originId, originIds))
      .orderBy(...dueFirst),
  )

const noDay = '9999-12-31'

const byDue = (a: TaskEntry, b: TaskEntry) =>
  (a.dueOn ?? noDay).localeCompare(b.dueOn ?? noDay) || a.createdAt.getTime() - b.createdAt.getTime()

/** What was ticked off within a day: it keeps its place, so that it can be undone there. */
const justEnded = (db: Database) =>
  db.select({ id: taskEndings.taskId }).from(taskEndings).where(sql`${taskEndings.createdAt} > ${aDayAgo}`)

const enough = 200

const openRows = (db: Database, which: SQL | undefined, limit = enough, offset = 0) =>
  entries(db)
    .where(and(which, eq(tasks.isOpen, true)))
    .orderBy(...dueFirst)
    .limit(limit)
    .offset(offset)

/** Open ones of these, the nearest date first, and beside them what was ended within a day. */
export async function openAndJustEnded(
  db: Database,
  which: SQL | undefined,
  { limit = enough, offset = 0 } = {},
): Promise<TaskEntry[]> {
  const ended = entries(db)
    .where(and(which, eq(tasks.isOpen, false), inArray(tasks.id, justEnded(db))))
    .orderBy(desc(taskEndings.createdAt))
    .limit(limit)
  const [there, gone] = await Promise.all([openRows(db, which, limit, offset), offset === 0 ? ended : []])
  return (await withPeople(db, [...there, ...gone])).sort(byDue)
}

/** The group's list as it stands: the first open ones and those that were ended within a day. */
export const groupTasks = (db: Database, groupId: string, limit = 50): Promise<TaskEntry[]> =>
  openAndJustEnded(db, eq(tasks.groupId, groupId), { limit })

/** What the group has ended earlier, newest first. */
export const pastTasks = async (db: Database, groupId: string, limit = 50): Promise<TaskEntry[]> =>
  withPeople(
    db,
    await entries(db)
      .where(and(eq(tasks.groupId, groupId), eq(tasks.isOpen, false), lte(taskEndings.createdAt, aDayAgo)))
      .orderBy(desc(taskEndings.createdAt))
      .limit(limit),
  )

/** Open tasks of this person in all groups that they are a member of, the nearest date first. */
export async function openTasksFor(db: Database, personId: string, known?: Group[]): Promise<MyTask[]> {
  const theirs = known ?? (await groupsWithMember(db, personId))
  return inGroups(theirs, await withPeople(db, await openRows(db, taskOf(db, personId, theirs))))
}

/** The same page by page, with those that were ended within a day on the first, where they are ticked off. */
export async function myTasks(db: Database, personId: string, page = 1): Promise<Slice<MyTask>> {
  const theirs = await groupsWithMember(db, personId)
  const found = inGroups(theirs, await openAndJustEnded(db, taskOf(db, personId, theirs), spanOf(page)))
  const { hasMore } = sliceOf(
    found.filter(({ ending }) => ending === null),
    page,
  )
  return { entries: hasMore ? withoutLastOpen(found) : found, page, hasMore }
}

/** The one too many that was asked for to know whether there is another page. */
const withoutLastOpen = (found: MyTask[]): MyTask[] =>
  found.toSpliced(
    found.findLastIndex(({ ending }) => ending === null),
    1,
  )

function taskOf(db: Database, personId: string, theirs: Group[]): SQL | undefined {
  const mine = db.select({ id: taskPeople.taskId }).from(taskPeople).where(eq(taskPeople.personId, personId))
  const groupIds = theirs.map(({ id }) => id)
  return and(inArray(tasks.id, mine), inArray(tasks.groupId, groupIds))
}

const inGroups = (theirs: Group[], found: TaskEntry[]): MyTask[] =>
  found.flatMap((task) => theirs.filter(({ id }) => id === task.groupId).map((group) => ({ ...task, group })))

/** Groups that this person is a member of today; what a group does is nobody else's business. */
const groupsWithMember = (db: Database, personId: string): Promise<Group[]> =>
  db
    .select(getTableColumns(groups))
    .from(groups)
    .innerJoin(memberships, eq(memberships.groupId, groups.id))
    .where(and(eq(memberships.personId, personId), eq(memberships.standing, 'member'), inForce(dayOf(new Date()))))
