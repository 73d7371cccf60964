import { and, asc, eq, lt, notExists, type SQL } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type Task, taskPeople, tasks } from './schema.ts'

export type TaskInShort = Pick<Task, 'id' | 'title' | 'dueOn'>

/** How many there are, and the first of them. */
export interface Attention {
  count: number
  first: TaskInShort[]
}

const shown = 10

async function attention(db: Database, which: SQL | undefined): Promise<Attention> {
  const first = await db
    .select({ id: tasks.id, title: tasks.title, dueOn: tasks.dueOn })
    .from(tasks)
    .where(which)
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(shown)
  return { count: first.length < shown ? first.length : await db.$count(tasks, which), first }
}

const openIn = (groupId: string) => and(eq(tasks.groupId, groupId), eq(tasks.isOpen, true))

/** Whether nobody is responsible for a task. */
export const isNobodys = (db: Database): SQL =>
  notExists(db.select({ id: taskPeople.taskId }).from(taskPeople).where(eq(taskPeople.taskId, tasks.id)))

/** Open tasks of a group that nobody has taken on: the next meeting asks about them (`DOMAIN.md 3.6`). Due ones first. */
export const openTasksWithoutAnybody = (db: Database, groupId: string): Promise<Attention> =>
  attention(db, and(openIn(groupId), isNobodys(db)))

/** Open tasks whose last day is over on `today` (`YYYY-MM-DD` in Europe/Berlin), the oldest first. */
export const overdueTasks = (db: Database, groupId: string, today: string): Promise<Attention> =>
  attention(db, and(openIn(groupId), lt(tasks.dueOn, today)))
