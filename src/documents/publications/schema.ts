import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents, snapshots } from '../schema.ts'

/** An adopted version that everybody may read. Never changes: what is published anew is a new row (`DOMAIN.md 3.5`). */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    documentId: always(() => documents.id),
    snapshotId: always(() => snapshots.id),
    /** In the public address. */
    slug: text().notNull().unique(),
    /** The decision as it is cited, and its day: what stands on the public page. */
    decision: text().notNull(),
    decidedOn: date().notNull(),
    /** In whose name. */
    publisher: text().notNull(),
    /** Where else it appeared, as in "Amtsblatt, Nr. 9". */
    venue: text().notNull().default(''),
    minorityStatement: text().notNull().default(''),
    personalDataChecked: boolean().notNull(),
    minorityChecked: boolean().notNull(),
    accessibilityChecked: boolean().notNull(),
    publishedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.documentId),
    check('publications_slug_form', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 80`),
    check(
      'published_after_checking',
      sql`${t.personalDataChecked} and ${t.minorityChecked} and ${t.accessibilityChecked}`,
    ),
  ],
)

/** Organisations that put their name under it, as they write it. */
export const coSignatures = pgTable(
  'co_signatures',
  {
    publicationId: always(() => publications.id),
    place: integer().notNull(),
    organisation: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.place] })],
)

/** No longer public; what was published stays known. */
export const publicationWithdrawals = pgTable(
  'publication_withdrawals',
  {
    publicationId: uuid()
      .primaryKey()
      .references(() => publications.id),
    reason: text().notNull(),
    withdrawnById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [check('withdrawn_for_a_reason', sql`length(trim(${t.reason})) > 0`)],
)

export type Publication = typeof publications.$inferSelect
