import { date, index, pgEnum, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { always, createdAt, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { tasks } from '../schema.ts'

export const taskNotice = pgEnum('task_notice', ['soon', 'late'])

/** Who is reminded of what: each kind once per person and day on which it was due, whoever sends it. */
export const taskNotices = pgTable(
  'task_notices',
  {
    taskId: always(() => tasks.id),
    personId: always(() => people.id),
    kind: taskNotice().notNull(),
    dueOn: date().notNull(),
    createdAt: createdAt(),
    /** A mail that has left the house. */
    sentAt: instant(),
    bouncedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.personId, t.kind, t.dueOn] }),
    index().on(t.personId),
    index().on(t.createdAt),
  ],
)

/** Whoever wants no mails about their tasks. What they have taken on stands on their start page. */
export const taskMailRefusals = pgTable('task_mail_refusals', {
  personId: to(() => people.id).primaryKey(),
  createdAt: createdAt(),
})
