import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '../../db/columns.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { documents, snapshots } from '../schema.ts'

/** What a thread hangs on. */
export const threadOn = pgEnum('thread_on', ['passage', 'text', 'suggestion', 'row'])

/** From where to where in the shared text, as Yjs writes relative positions to JSON. */
export interface Anchor {
  from: unknown
  to: unknown
}

/** Remarks that belong together. Stands beside the text, never in it: whoever cannot write in the text can still speak. */
export const documentThreads = pgTable(
  'document_threads',
  {
    id: id(),
    documentId: uuid().notNull(),
    groupId: uuid().notNull(),
    on: threadOn().notNull(),
    anchor: jsonb().$type<Anchor>(),
    /** The words of the passage when the thread was begun, and what stood around them. */
    quote: text().notNull().default(''),
    wordsBefore: text().notNull().default(''),
    wordsAfter: text().notNull().default(''),
    suggestionId: uuid(),
    /** Attribute of the row in the comparison. */
    rowId: uuid(),
    /** The frozen version in which the passage stands; null: in the draft. */
    snapshotId: uuid().references(() => snapshots.id),
    /** The way by which others than the group have got the text: a thread begun there is seen on both sides. */
    windowId: uuid(),
    /** The group on the other side of it. */
    alsoForId: uuid().references(() => groups.id),
    createdById: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    resolvedById: uuid().references(() => people.id),
    resolvedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.documentId, t.groupId], foreignColumns: [documents.id, documents.groupId] }),
    index().on(t.documentId, t.createdAt),
    check('document_threads_resolved_by_somebody', sql`(${t.resolvedAt} is null) = (${t.resolvedById} is null)`),
    check('document_threads_quote', sql`(${t.on} = 'passage') = (${t.quote} <> '')`),
    check(
      'document_threads_anchored',
      sql`(${t.anchor} is not null) = (${t.on} = 'passage' and ${t.snapshotId} is null)`,
    ),
    check('document_threads_window', sql`(${t.windowId} is null) = (${t.alsoForId} is null)`),
    check('document_threads_window_shows', sql`${t.windowId} is null or ${t.snapshotId} is not null`),
    index().on(t.windowId),
    check('document_threads_on_suggestion', sql`(${t.on} = 'suggestion') = (${t.suggestionId} is not null)`),
    check('document_threads_on_row', sql`(${t.on} = 'row') = (${t.rowId} is not null)`),
  ],
)

/** What one person said. Deleted by its author it stays in its place, without its words. */
export const documentRemarks = pgTable(
  'document_remarks',
  {
    id: id(),
    threadId: uuid()
      .notNull()
      .references(() => documentThreads.id),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    /** A mention stands in it as `@{id of the person}`. */
    words: text().notNull(),
    createdAt: createdAt(),
    editedAt: instant(),
    deletedAt: instant(),
  },
  (t) => [
    index().on(t.threadId, t.createdAt),
    index().on(t.authorId, t.createdAt),
    check('document_remarks_said', sql`(${t.deletedAt} is null) = (${t.words} <> '')`),
  ],
)

/** Somebody whom a remark calls. Their name is looked up whenever it is shown. */
export const remarkMentions = pgTable(
  'remark_mentions',
  {
    remarkId: uuid()
      .notNull()
      .references(() => documentRemarks.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** When the person has said that they have read it, or has answered. */
    readAt: instant(),
    mailedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.remarkId, t.personId] }), index().on(t.personId, t.readAt)],
)

/** When somebody last got a mail about mentions in a text: the next ones wait and go out together. */
export const mentionMails = pgTable(
  'mention_mails',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    sentAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.documentId] })],
)

/** Whoever wants no mail when a remark calls them; it waits on the start page all the same. */
export const mentionMailRefusals = pgTable('mention_mail_refusals', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  createdAt: createdAt(),
})

export type Thread = typeof documentThreads.$inferSelect
export type Remark = typeof documentRemarks.$inferSelect
export type ThreadOn = Thread['on']
