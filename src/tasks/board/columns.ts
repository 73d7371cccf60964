import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { isBegun, notBegun, type TaskFilter, wanted } from '../lists.ts'
import { entries, type TaskEntry, withPeople } from '../model.ts'
import { taskEndings, tasks } from '../schema.ts'

export interface BoardColumn {
  tasks: TaskEntry[]
  /** How many there are; the rest of them stands in the list. */
  count: number
}

/** What is to do, what is being done, and what was ended within two weeks. */
export interface Board {
  open: BoardColumn
  begun: BoardColumn
  done: BoardColumn
}

const cards = 40

const open = (which: SQL | undefined, column: SQL) => and(which, eq(tasks.isOpen, true), column)

const lately = gt(taskEndings.createdAt, sql`now() - interval '14 days'`)

async function column(db: Database, which: SQL | undefined): Promise<BoardColumn> {
  const rows = await entries(db).where(which).orderBy(asc(tasks.place), asc(tasks.id)).limit(cards)
  const count = rows.length < cards ? rows.length : await db.$count(tasks, which)
  return { tasks: await withPeople(db, rows), count }
}

async function ended(db: Database, which: SQL | undefined): Promise<BoardColumn> {
  const past = and(which, eq(tasks.isOpen, false), lately)
  const rows = await entries(db).where(past).orderBy(desc(taskEndings.createdAt)).limit(cards)
  return { tasks: await withPeople(db, rows), count: rows.length }
}

/** The board of a group, as far as the filter lets through. */
export async function boardOf(db: Database, groupId: string, filter: TaskFilter, now: Date): Promise<Board> {
  const which = wanted(db, groupId, filter, now)
  const [openOnes, begunOnes, done] = await Promise.all([
    column(db, open(which, notBegun)),
    column(db, open(which, isBegun)),
    ended(db, which),
  ])
  return { open: openOnes, begun: begunOnes, done }
}
