import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id } from '../db/columns.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

export const taskOrigin = pgEnum('task_origin', ['free', 'decision', 'return', 'meeting', 'comment'])

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    title: text().notNull(),
    /** Whatever does not fit into the title. */
    details: text().notNull().default(''),
    /** Before this day nothing has to be done. */
    startsOn: date(),
    /** Last day, Europe/Berlin, included. */
    dueOn: date(),
    origin: taskOrigin().notNull().default('free'),
    /** The decision, the referral, the meeting or the comment that it came from. Fixed. */
    originId: uuid(),
    /** How the origin is cited, as in EN-2026-004, W-2026-05 or „Sitzung am 3. Oktober“; a comment by the title of its text. */
    originLabel: text(),
    /** The task of the same rhythm that was done before this one. Each has one successor at most, whoever ticks it off. */
    followsId: uuid()
      .unique()
      .references((): AnyPgColumn => tasks.id),
    /** Where the card lies on the board, from above: an exact fraction, so that there is always room between two. */
    place: numeric().notNull().default(sql`-extract(epoch from clock_timestamp()) - random()::numeric / 1000000`),
    /** Whether no ending exists; kept by the database, so that lists find what is open by an index. */
    isOpen: boolean().notNull().default(true),
    createdById: uuid().references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.groupId),
    index().on(t.originId),
    index('open_tasks_by_day').on(t.groupId, t.dueOn).where(sql`${t.isOpen}`),
    index('open_tasks_by_place').on(t.groupId, t.place).where(sql`${t.isOpen}`),
    index('open_tasks_by_origin').on(t.originId).where(sql`${t.isOpen}`),
    index('open_tasks_due').on(t.dueOn).where(sql`${t.isOpen}`),
    check('begins_before_it_is_due', sql`${t.startsOn} <= ${t.dueOn}`),
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
  (t) => [check('dropping_has_a_reason', sql`${t.kind} <> 'dropped' or ${t.words} <> ''`), index().on(t.createdAt)],
)

export type Task = typeof tasks.$inferSelect
export type TaskEnding = typeof taskEndings.$inferSelect
