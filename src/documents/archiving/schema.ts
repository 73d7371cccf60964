import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents } from '../schema.ts'

/** A text is laid aside with a reason, and may be taken out again (`DOMAIN.md 3.5`). */
export const documentArchivings = pgTable(
  'document_archivings',
  {
    id: id(),
    documentId: uuid().notNull(),
    groupId: uuid().notNull(),
    reason: text().notNull(),
    archivedById: always(() => people.id),
    createdAt: createdAt(),
    takenOutAt: instant(),
    takenOutById: to(() => people.id),
  },
  (t) => [
    foreignKey({ columns: [t.documentId, t.groupId], foreignColumns: [documents.id, documents.groupId] }),
    uniqueIndex('archived_once_at_a_time').on(t.documentId).where(sql`${t.takenOutAt} is null`),
    check('archived_for_a_reason', sql`length(trim(${t.reason})) > 0`),
    check('taken_out_by_somebody', sql`(${t.takenOutAt} is null) = (${t.takenOutById} is null)`),
  ],
)

export type Archiving = typeof documentArchivings.$inferSelect
