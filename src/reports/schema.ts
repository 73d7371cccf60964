import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { always, createdAt, id } from '../db/columns.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

/** What a group tells the circle about itself: three lines, and what the records say of the time since (`DOMAIN.md 3.9`). */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** The days that it is about. */
    since: date().notNull(),
    until: date().notNull(),
    achieved: text().notNull().default(''),
    stuck: text().notNull().default(''),
    needed: text().notNull().default(''),
    /** As they stood then: how many decisions, open referrals, tasks and drafts. */
    numbers: jsonb().$type<Record<string, number>>().notNull().default({}),
    writtenById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.groupId, t.createdAt),
    check('a_report_says_something', sql`length(trim(${t.achieved} || ${t.stuck} || ${t.needed})) > 0`),
    check('reports_end_after_they_begin', sql`${t.until} >= ${t.since}`),
  ],
)

export type Report = typeof reports.$inferSelect
