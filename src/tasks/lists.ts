import { and, asc, desc, eq, exists, gte, isNull, lt, lte, not, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { addDays, dayOf, weekdayOf } from '../web/days.ts'
import { isNobodys } from './attention.ts'
import { dueFirst, entries, openAndJustEnded, type TaskEntry, withPeople } from './model.ts'
import { type Task, taskEndings, taskPeople, tasks } from './schema.ts'
import { taskBeginnings } from './work/schema.ts'

export const dueFilters = ['overdue', 'week', 'none'] as const
export const stateFilters = ['open', 'begun', 'done', 'dropped', 'all'] as const

/** What somebody wants to see of a group's tasks; nothing of it set is everything that is open. */
export interface TaskFilter {
  /** A person's id, or "nobody". */
  who?: string | undefined
  due?: (typeof dueFilters)[number] | undefined
  origin?: Task['origin'] | undefined
  state?: (typeof stateFilters)[number] | undefined
}

export interface TaskPart {
  tasks: TaskEntry[]
  /** How many there are on all pages. */
  count: number
  page: number
  of: number
}

export const onOnePage = 50

const withPerson = (db: Database, personId: string) =>
  exists(
    db
      .select({ id: taskPeople.taskId })
      .from(taskPeople)
      .where(and(eq(taskPeople.taskId, tasks.id), eq(taskPeople.personId, personId))),
  )

/** Until the coming Sunday. */
function dueIn(due: TaskFilter['due'], now: Date): SQL | undefined {
  const today = dayOf(now)
  if (due === 'overdue') return lt(tasks.dueOn, today)
  if (due === 'none') return isNull(tasks.dueOn)
  return due && and(gte(tasks.dueOn, today), lte(tasks.dueOn, addDays(today, 7 - weekdayOf(today))))
}

/** In progress. */
export const isBegun = sql`exists (select from ${taskBeginnings} where ${taskBeginnings.taskId} = ${tasks.id})`

const endedAs = (db: Database, kind: 'done' | 'dropped') =>
  exists(
    db
      .select({ id: taskEndings.taskId })
      .from(taskEndings)
      .where(and(eq(taskEndings.taskId, tasks.id), eq(taskEndings.kind, kind))),
  )

function inState(db: Database, state: TaskFilter['state']): SQL | undefined {
  if (state === 'all') return undefined
  if (state === 'done' || state === 'dropped') return and(eq(tasks.isOpen, false), endedAs(db, state))
  return and(eq(tasks.isOpen, true), state === 'begun' ? isBegun : undefined)
}

/** Everything but the state, for lists and boards alike. */
export const wanted = (db: Database, groupId: string, { who, due, origin }: TaskFilter, now: Date) =>
  and(
    eq(tasks.groupId, groupId),
    who === 'nobody' ? isNobodys(db) : who ? withPerson(db, who) : undefined,
    dueIn(due, now),
    origin && eq(tasks.origin, origin),
  )

const isPast = ({ state }: TaskFilter) => state === 'done' || state === 'dropped'

/** Open ones by their date; what has ended by when it ended, the latest first; everything with the open ones on top. */
const orderOf = (filter: TaskFilter): SQL[] =>
  isPast(filter) ? [desc(taskEndings.createdAt)] : [desc(tasks.isOpen), ...dueFirst]

/** One page of a group's tasks. Without a wish for a state what was ticked off within a day keeps its place. */
export async function taskPart(
  db: Database,
  groupId: string,
  filter: TaskFilter,
  { page, now }: { page: number; now: Date },
): Promise<TaskPart> {
  const which = wanted(db, groupId, filter, now)
  const stated = and(which, inState(db, filter.state))
  const count = await db.$count(tasks, stated)
  const of = Math.max(1, Math.ceil(count / onOnePage))
  const at = { limit: onOnePage, offset: (Math.min(page, of) - 1) * onOnePage }
  const isPlain = filter.state === undefined || filter.state === 'open'
  const found = isPlain ? await openAndJustEnded(db, which, at) : await partOf(db, stated, filter, at)
  return { tasks: found, count, page: Math.min(page, of), of }
}

const partOf = async (
  db: Database,
  stated: SQL | undefined,
  filter: TaskFilter,
  { limit, offset }: { limit: number; offset: number },
) =>
  withPeople(
    db,
    await entries(db)
      .where(stated)
      .orderBy(...orderOf(filter), asc(tasks.id))
      .limit(limit)
      .offset(offset),
  )

/** For the board's columns. */
export const notBegun = not(isBegun)
