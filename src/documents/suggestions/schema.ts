import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, instant } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import type { Content } from '../markup.ts'
import { documentAuthors, documents } from '../schema.ts'
import type { Change } from './changes.ts'

export const suggestionState = pgEnum('suggestion_state', ['open', 'accepted', 'rejected', 'withdrawn'])

/** On what in the text it lies, by client, clock and length: to see later whether that is still there. */
export type Spans = [client: number, clock: number, length: number][]

export type Letter = [client: number, clock: number] | null

/** Between which letters or paragraphs of the text it puts something in. */
export type Gaps = [left: Letter, right: Letter][]

/** How the touched paragraphs would read, and what that does to them: kept, as the text goes on changing. */
export interface Shown {
  /** The paragraphs as they would be, with marks for what is put in and taken out. */
  content: Content
  changes: Change[]
}

/**
 * A change of a text that somebody proposes: an update of the shared text under client ids of its own, kept beside the
 * text. With it the text is what the author sees; without it nobody else's text is touched.
 */
export const suggestions = pgTable(
  'suggestions',
  {
    /** Given by the browser, so that what is sent twice is there once. */
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    changedAt: createdAt(),
    /** Counts what the author has made of it; what was sent earlier and comes later is set aside. */
    version: integer().notNull().default(1),
    update: bytes().notNull(),
    /** What it takes out of the text. */
    touches: jsonb().$type<Spans>().notNull(),
    /** The paragraphs and cells in which it puts something in. */
    within: jsonb().$type<Spans>().notNull(),
    between: jsonb().$type<Gaps>().notNull(),
    /** The text as it was then, as a state vector. */
    seen: bytes().notNull(),
    shown: jsonb().$type<Shown>().notNull(),
    state: suggestionState().notNull().default('open'),
    settledById: uuid().references(() => people.id),
    settledAt: instant(),
  },
  (t) => [
    unique().on(t.id, t.documentId),
    index().on(t.documentId, t.state, t.createdAt),
    index().on(t.authorId, t.createdAt),
    check('suggestions_size', sql`octet_length(${t.update}) between 3 and 65536`),
    check('suggestions_settled_at', sql`(${t.state} = 'open') = (${t.settledAt} is null)`),
    check('suggestions_settled_by', sql`(${t.state} = 'open') = (${t.settledById} is null)`),
    check('suggestions_withdrawn_by_author', sql`${t.state} <> 'withdrawn' or ${t.settledById} = ${t.authorId}`),
  ],
)

/** Under which client ids it is written: each belongs to its author for good, and to one suggestion at a time. */
export const suggestionClients = pgTable(
  'suggestion_clients',
  {
    documentId: uuid().notNull(),
    clientId: bigint({ mode: 'number' }).notNull(),
    suggestionId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.clientId] }),
    foreignKey({ columns: [t.suggestionId, t.documentId], foreignColumns: [suggestions.id, suggestions.documentId] }),
    foreignKey({
      columns: [t.documentId, t.clientId],
      foreignColumns: [documentAuthors.documentId, documentAuthors.clientId],
    }),
    index().on(t.suggestionId),
  ],
)

export type Suggestion = typeof suggestions.$inferSelect
export type SuggestionState = Suggestion['state']
