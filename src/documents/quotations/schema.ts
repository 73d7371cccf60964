import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { always, createdAt, id } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents } from '../schema.ts'

/** A paragraph of one text that stands in another one; the excerpt in that text names this row. */
export const quotations = pgTable(
  'quotations',
  {
    id: id(),
    /** Where it is quoted. */
    documentId: always(() => documents.id),
    /** Where it comes from. */
    sourceId: always(() => documents.id),
    /** Of a frozen version, which never changes; otherwise of the draft. */
    snapshotNumber: integer(),
    /** Where the paragraph stands in the draft: relative position, as Yjs writes it to JSON. */
    position: jsonb().$type<Record<string, unknown>>(),
    /** As the paragraph was when it was quoted, or taken over the last time. */
    words: text().notNull(),
    /** As the paragraph was when somebody decided to leave the quotation as it is. */
    leftAt: text(),
    quotedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.documentId),
    index().on(t.sourceId),
    check('fixed_or_living', sql`num_nonnulls(${t.snapshotNumber}, ${t.position}) = 1`),
  ],
)

export type Quotation = typeof quotations.$inferSelect
