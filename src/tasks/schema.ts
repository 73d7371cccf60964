import { sql } from 'drizzle-orm'
import { check, date, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id } from '../db/columns.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

export const taskOrigin = pgEnum('task_origin', ['free', 'decision', 'return'])

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    title: text().notNull(),
    /** Last day, Europe/Berlin, included. */
    dueOn: date(),
    origin: taskOrigin().notNull().default('free'),
    /** The decision or the referral that it came from. Fixed. */
    originId: uuid(),
    /** How the origin is cited, as in EN-2026-004 or W-2026-05. */
    originLabel: text(),
    createdById: uuid().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.groupId),
    index().on(t.originId),
    check('origin_is_named', sql`(${t.origin} = 'free') = (${t.originId} is null)`),
  ],
)

/** Who is responsible. Nobody is allowed, and shown. */
export const taskPeople = pgTable(
  'task_people',
  {
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.personId] }), index().on(t.personId)],
)

export const taskEnd = pgEnum('task_end', ['done', 'dropped'])

/** A task is done or dropped when this row exists; reopening removes it and leaves an event. */
export const taskEndings = pgTable(
  'task_endings',
  {
    taskId: uuid()
      .primaryKey()
      .references(() => tasks.id),
    kind: taskEnd().notNull(),
    /** Result of a done task, reason of a dropped one. */
    words: text().notNull().default(''),
    endedById: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [check('dropping_has_a_reason', sql`${t.kind} <> 'dropped' or ${t.words} <> ''`)],
)

export type Task = typeof tasks.$inferSelect
export type TaskEnding = typeof taskEndings.$inferSelect
