import { sql } from 'drizzle-orm'
import { check, date, integer, pgEnum, pgTable } from 'drizzle-orm/pg-core'
import { createdAt, to } from '../../db/columns.ts'
import { tasks } from '../schema.ts'

export const rhythmUnit = pgEnum('rhythm_unit', ['week', 'month'])

/** A task that comes again: when it is done, the next one of the rhythm is written down. */
export const taskRhythms = pgTable(
  'task_rhythms',
  {
    taskId: to(() => tasks.id).primaryKey(),
    every: integer().notNull(),
    unit: rhythmUnit().notNull(),
    /** The day from which is counted: the 31st stays the 31st, though February ends before it. */
    anchorOn: date().notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('task_rhythms_come_again', sql`${t.every} between 1 and 52`)],
)

export type Rhythm = typeof taskRhythms.$inferSelect
