import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { tasks } from '../schema.ts'

/** A task is in progress while this row exists; it goes when the task is halted or ends. */
export const taskBeginnings = pgTable('task_beginnings', {
  taskId: to(() => tasks.id).primaryKey(),
  begunById: always(() => people.id),
  createdAt: createdAt(),
})

/** One line of a task's checklist. */
export const taskSteps = pgTable(
  'task_steps',
  {
    id: id(),
    taskId: always(() => tasks.id),
    words: text().notNull(),
    position: integer().notNull(),
    createdAt: createdAt(),
    doneAt: instant(),
    doneById: to(() => people.id),
  },
  (t) => [
    index().on(t.taskId, t.position),
    check('task_steps_say_something', sql`${t.words} <> ''`),
    check('task_steps_done_by_somebody', sql`(${t.doneAt} is null) = (${t.doneById} is null)`),
  ],
)

/** What one person said about a task. Deleted by its author it stays in its place, without its words. */
export const taskRemarks = pgTable(
  'task_remarks',
  {
    id: id(),
    taskId: always(() => tasks.id),
    authorId: always(() => people.id),
    words: text().notNull(),
    createdAt: createdAt(),
    deletedAt: instant(),
  },
  (t) => [
    index().on(t.taskId, t.createdAt),
    check('task_remarks_said', sql`(${t.deletedAt} is null) = (${t.words} <> '')`),
  ],
)

/** Who was responsible from when to when. Kept by the database beside `task_people`, and never taken back. */
export const taskTurns = pgTable(
  'task_turns',
  {
    id: id(),
    taskId: always(() => tasks.id),
    personId: always(() => people.id),
    since: instant().notNull(),
    /** Null as long as the turn lasts. */
    until: instant(),
  },
  (t) => [
    uniqueIndex('task_turns_one_at_a_time').on(t.taskId, t.personId).where(sql`${t.until} is null`),
    index().on(t.taskId),
  ],
)

export type TaskStep = typeof taskSteps.$inferSelect
export type TaskRemark = typeof taskRemarks.$inferSelect
