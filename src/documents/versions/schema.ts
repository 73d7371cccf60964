import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents, snapshots } from '../schema.ts'

/** What a draft said at some time, once for all who saw it so; cleared when nothing refers to it any more. */
export const documentContents = pgTable(
  'document_contents',
  {
    documentId: always(() => documents.id),
    /** SHA-256, hex, over the canonical JSON of the content. */
    checksum: text().notNull(),
    /** ProseMirror document. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.checksum] })],
)

export const pointKind = pgEnum('point_kind', ['automatic', 'named', 'before_restoring', 'frozen'])

/** A state of a draft that one can come back to. What a frozen version says stands in its `snapshot`. */
export const documentPoints = pgTable(
  'document_points',
  {
    id: id(),
    documentId: always(() => documents.id),
    kind: pointKind().notNull(),
    checksum: text().notNull(),
    title: text().notNull(),
    /** Since when the draft had been so. */
    reachedAt: instant().notNull(),
    /** Against the point before. */
    wordsAdded: integer().notNull(),
    wordsRemoved: integer().notNull(),
    /** Who named it, or restored something else over it. */
    createdById: to(() => people.id),
    createdAt: createdAt(),
    /** Given by people; a named one is kept for good. */
    name: text().notNull().default(''),
    namedById: to(() => people.id),
    snapshotId: to(() => snapshots.id).unique(),
    /** What it was replaced by: a frozen version, or the draft as it had been since then. */
    restoredNumber: integer(),
    restoredFrom: instant(),
  },
  (t) => [
    foreignKey({
      name: 'points_content',
      columns: [t.documentId, t.checksum],
      foreignColumns: [documentContents.documentId, documentContents.checksum],
    }),
    index().on(t.documentId, t.reachedAt),
    check('points_named_by_somebody', sql`(${t.name} = '') = (${t.namedById} is null)`),
    check('points_named_have_a_name', sql`${t.kind} <> 'named' or ${t.name} <> ''`),
    check('points_frozen_have_a_version', sql`(${t.kind} = 'frozen') = (${t.snapshotId} is not null)`),
    check('points_restored_by_somebody', sql`${t.kind} = 'automatic' or ${t.createdById} is not null`),
    // Two who come to it at once take the same state once.
    uniqueIndex('points_automatic_once').on(t.documentId, t.checksum, t.reachedAt).where(sql`${t.kind} = 'automatic'`),
  ],
)

/** Who wrote between the point before and this one. */
export const documentPointWriters = pgTable(
  'document_point_writers',
  {
    pointId: uuid()
      .notNull()
      .references(() => documentPoints.id, { onDelete: 'cascade' }),
    personId: always(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.pointId, t.personId] })],
)

/** When each person's words last became part of a draft. */
export const documentWriters = pgTable(
  'document_writers',
  {
    documentId: always(() => documents.id),
    personId: always(() => people.id),
    wroteAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.personId] })],
)

export type Point = typeof documentPoints.$inferSelect
