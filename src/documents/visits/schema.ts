import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { always, instant } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents } from '../schema.ts'
import { documentContents } from '../versions/schema.ts'

/** What a person last saw of a text, and what they had seen before this visit began. */
export const documentVisits = pgTable(
  'document_visits',
  {
    personId: always(() => people.id),
    documentId: always(() => documents.id),
    seenChecksum: text().notNull(),
    seenAt: instant().notNull(),
    /** Nothing on the first visit. */
    beforeChecksum: text(),
    beforeAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.documentId] }),
    foreignKey({
      name: 'visits_seen',
      columns: [t.documentId, t.seenChecksum],
      foreignColumns: [documentContents.documentId, documentContents.checksum],
    }),
    foreignKey({
      name: 'visits_before',
      columns: [t.documentId, t.beforeChecksum],
      foreignColumns: [documentContents.documentId, documentContents.checksum],
    }),
    index().on(t.documentId),
  ],
)

export type DocumentVisit = typeof documentVisits.$inferSelect
