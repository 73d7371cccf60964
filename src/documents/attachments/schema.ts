import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { always, bytes, createdAt, id } from '../../db/columns.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { documents } from '../schema.ts'

/** SVG is a program and not a picture: it is none of these (SECURITY S-57). */
export const pictureType = pgEnum('picture_type', ['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

/** A picture of a text. It neither changes nor goes: versions that are frozen show it for ever. */
export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** In which text it was put first. */
    documentId: always(() => documents.id),
    type: pictureType().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    size: integer().notNull(),
    bytes: bytes().notNull(),
    personId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.groupId),
    index().on(t.personId, t.createdAt),
    check('a_picture_has_an_extent', sql`${t.width} > 0 and ${t.height} > 0`),
    check('as_large_as_it_says', sql`${t.size} = octet_length(${t.bytes})`),
  ],
)

/** Whoever may read one of these texts may see the picture: the one it came with, and copies of that. */
export const attachmentPlaces = pgTable(
  'attachment_places',
  {
    attachmentId: always(() => attachments.id),
    documentId: always(() => documents.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.attachmentId, t.documentId] }), index().on(t.documentId)],
)

export type Attachment = typeof attachments.$inferSelect
export type PictureType = Attachment['type']
