import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents, snapshots } from '../schema.ts'

/** People are asked to read a frozen version until a day and to say what they think (`DOMAIN.md 3.5`). */
export const documentReviews = pgTable(
  'document_reviews',
  {
    id: id(),
    documentId: uuid().notNull(),
    groupId: uuid().notNull(),
    /** As in "Durchsicht 2". */
    number: integer().notNull(),
    snapshotId: always(() => snapshots.id),
    /** The last day, included. */
    until: date().notNull(),
    note: text().notNull().default(''),
    startedById: always(() => people.id),
    createdAt: createdAt(),
    endedAt: instant(),
    /** Nobody when it ended because the text went into a decision or was replaced. */
    endedById: to(() => people.id),
  },
  (t) => [
    foreignKey({ columns: [t.documentId, t.groupId], foreignColumns: [documents.id, documents.groupId] }),
    unique().on(t.documentId, t.number),
    uniqueIndex('one_review_at_a_time').on(t.documentId).where(sql`${t.endedAt} is null`),
    index().on(t.groupId),
    check('reviews_end_when_somebody_ends_them', sql`${t.endedById} is null or ${t.endedAt} is not null`),
  ],
)

/** Who is asked, and when they said that they have read it. */
export const reviewReaders = pgTable(
  'review_readers',
  {
    reviewId: always(() => documentReviews.id),
    personId: always(() => people.id),
    readAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.personId] }), index().on(t.personId, t.readAt)],
)

export type Review = typeof documentReviews.$inferSelect
