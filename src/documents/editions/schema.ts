import { date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id } from '../../db/columns.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { documents } from '../schema.ts'

/** What somebody else has published and the group answers to, such as the programme for a region (`DOMAIN.md 6.6`). */
export const programmes = pgTable(
  'programmes',
  {
    id: id(),
    groupId: always(() => groups.id),
    title: text().notNull(),
    createdById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.id, t.groupId), unique().on(t.groupId, t.title)],
)

/** One state of it. Nothing about it changes; as long as no comparison has taken it over it can be discarded. */
export const editions = pgTable(
  'editions',
  {
    id: id(),
    programmeId: uuid().notNull(),
    groupId: uuid().notNull(),
    /** As in "2.1". */
    version: text().notNull(),
    publishedOn: date(),
    /** Where it can be read. */
    source: text().notNull().default(''),
    loadedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.programmeId, t.groupId], foreignColumns: [programmes.id, programmes.groupId] }),
    unique().on(t.programmeId, t.version),
    unique().on(t.id, t.groupId),
  ],
)

/** What it says, place by place, in its own words. */
export const statements = pgTable(
  'statements',
  {
    id: id(),
    editionId: always(() => editions.id),
    position: integer().notNull(),
    place: text().notNull(),
    words: text().notNull(),
  },
  (t) => [unique().on(t.editionId, t.position)],
)

/** That an edition counts in a comparison: its rows were marked by it, once. */
export const editionTakeovers = pgTable(
  'edition_takeovers',
  {
    documentId: always(() => documents.id),
    editionId: always(() => editions.id),
    personId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.editionId] }), index().on(t.editionId)],
)

export type Programme = typeof programmes.$inferSelect
export type Edition = typeof editions.$inferSelect
export type Statement = typeof statements.$inferSelect
