import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { mandates, roleTerms } from '../schema.ts'

export const reminderLead = pgEnum('reminder_lead', ['two_months', 'two_weeks'])

/**
 * That a term or a mandate ends soon, told once per person and distance: written when its day has come, marked in the
 * transaction that sends the mail.
 */
export const termReminders = pgTable(
  'term_reminders',
  {
    id: id(),
    termId: uuid().references(() => roleTerms.id),
    mandateId: uuid().references(() => mandates.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    lead: reminderLead().notNull(),
    createdAt: createdAt(),
    sentAt: instant(),
    /** There is no such mailbox. */
    gaveUpAt: instant(),
  },
  (t) => [
    uniqueIndex('a_term_is_told_once').on(t.termId, t.personId, t.lead).where(sql`${t.termId} is not null`),
    uniqueIndex('a_mandate_is_told_once').on(t.mandateId, t.personId, t.lead).where(sql`${t.mandateId} is not null`),
    index('term_reminders_unsent').on(t.createdAt).where(sql`${t.sentAt} is null and ${t.gaveUpAt} is null`),
    check('about_a_term_or_a_mandate', sql`num_nonnulls(${t.termId}, ${t.mandateId}) = 1`),
  ],
)
