import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { decisions } from '../register/schema.ts'
import { rounds } from '../rounds/schema.ts'

export const agendaReason = pgEnum('agenda_reason', [
  'undecided',
  'procedure_objection',
  'in_doubt',
  'review',
  'wish',
  /** What a group has against the changes with which its text was adopted. */
  'reservation',
])

/** What a group has to take up when it meets next; nothing drops out until somebody says that it is done. */
export const agendaWishes = pgTable(
  'agenda_wishes',
  {
    id: id(),
    groupId: always(() => groups.id),
    title: text().notNull(),
    why: agendaReason().notNull(),
    roundId: to(() => rounds.id).unique(),
    decisionId: to(() => decisions.id),
    /** Nobody when it follows from a count. */
    addedById: to(() => people.id),
    createdAt: createdAt(),
    doneAt: instant(),
    doneById: to(() => people.id),
  },
  (t) => [
    index().on(t.groupId),
    unique().on(t.decisionId, t.why),
    check('about_one_thing', sql`num_nonnulls(${t.roundId}, ${t.decisionId}) < 2`),
    check('done_by_somebody', sql`num_nonnulls(${t.doneAt}, ${t.doneById}) in (0, 2)`),
  ],
)

export type AgendaWish = typeof agendaWishes.$inferSelect
