import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents } from '../schema.ts'

/**
 * A text takes the place of an earlier one as soon as it is adopted; or a decision does that has no text of its own
 * (`DOMAIN.md 3.5`). Both stay readable.
 */
export const documentReplacements = pgTable(
  'document_replacements',
  {
    id: id(),
    olderId: uuid().notNull(),
    newerId: uuid(),
    groupId: uuid().notNull(),
    /** Number of the decision where there is no newer text. */
    decision: text().notNull().default(''),
    namedById: always(() => people.id),
    createdAt: createdAt(),
    takenBackAt: instant(),
    takenBackById: to(() => people.id),
  },
  (t) => [
    foreignKey({ columns: [t.olderId, t.groupId], foreignColumns: [documents.id, documents.groupId] }),
    foreignKey({ columns: [t.newerId, t.groupId], foreignColumns: [documents.id, documents.groupId] }),
    uniqueIndex('replaced_once').on(t.olderId).where(sql`${t.takenBackAt} is null`),
    index().on(t.newerId),
    check('replaced_by_another', sql`${t.newerId} is null or ${t.newerId} <> ${t.olderId}`),
    check('replaced_by_text_or_decision', sql`(${t.newerId} is null) = (${t.decision} <> '')`),
    check('replacements_taken_back_by_somebody', sql`(${t.takenBackAt} is null) = (${t.takenBackById} is null)`),
  ],
)

export type Replacement = typeof documentReplacements.$inferSelect
