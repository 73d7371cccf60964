import { sql } from 'drizzle-orm'
import { check, date, index, pgEnum, pgTable, text } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../db/columns.ts'
import { documents } from '../documents/schema.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

export const deadlineKind = pgEnum('calendar_deadline_kind', ['consultation', 'event', 'other'])

/** A day that somebody outside has set: a consultation that closes, an event (`DOMAIN.md 5.1`). */
export const calendarDeadlines = pgTable(
  'calendar_deadlines',
  {
    id: id(),
    kind: deadlineKind().notNull(),
    title: text().notNull(),
    /** Who has set it. */
    counterpart: text().notNull().default(''),
    /** Last day, Europe/Berlin, included. */
    dueOn: date().notNull(),
    /** Who sees to it. */
    groupId: always(() => groups.id),
    /** What is to be handed in. */
    documentId: to(() => documents.id),
    createdById: always(() => people.id),
    createdAt: createdAt(),
    /** Met, or not ours any more; with a word on it. */
    settledAt: instant(),
    settledById: to(() => people.id),
    outcome: text().notNull().default(''),
  },
  (t) => [
    index().on(t.dueOn),
    index().on(t.groupId),
    check('settled_by_somebody', sql`num_nonnulls(${t.settledAt}, ${t.settledById}) in (0, 2)`),
  ],
)

export type CalendarDeadline = typeof calendarDeadlines.$inferSelect
