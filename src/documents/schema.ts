import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant } from '../db/columns.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

export const documentKind = pgEnum('document_kind', [
  'position',
  'statement',
  'event_concept',
  'minutes',
  'invitation',
  'comparison',
])

/** Where a document stands on its way (`DOMAIN.md 3.5`); changed only by the verbs that cause it. */
export const documentStage = pgEnum('document_stage', [
  'draft',
  'in_decision',
  'adopted',
  'returned',
  'superseded',
  'in_review',
  'published',
  'archived',
  'approved',
])

export const documents = pgTable(
  'documents',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    /** Fixed at creation. */
    kind: documentKind().notNull(),
    title: text().notNull(),
    stage: documentStage().notNull().default('draft'),
    createdById: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    editedById: uuid().references(() => people.id),
    editedAt: instant().notNull().defaultNow(),
    /** Plain text of the draft, for previews; written by compaction. */
    plainText: text().notNull().default(''),
    wordCount: integer().notNull().default(0),
    /** Numbers of decisions and codes of guiding ideas that rows of a comparison name; written by compaction as well. */
    rowDecisions: text().array().notNull().default([]),
    rowIdeas: text().array().notNull().default([]),
    /** The frozen version that this draft was copied from, for example after a return. */
    copiedFromId: uuid(),
    /** What new texts of this kind begin with: no paper itself, and written like one. */
    isTemplate: boolean().notNull().default(false),
  },
  (t) => [
    unique().on(t.id, t.groupId),
    index().on(t.groupId, t.editedAt),
    index().using('gin', t.rowIdeas),
    uniqueIndex('one_template_of_a_kind').on(t.groupId, t.kind).where(sql`${t.isTemplate}`),
    check('templates_are_drafts', sql`not ${t.isTemplate} or ${t.stage} = 'draft'`),
  ],
)

/** Every accepted change of a draft, before anybody else sees it. Append only; compaction removes what it has covered. */
export const documentUpdates = pgTable(
  'document_updates',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    bytes: bytes().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.documentId, t.seq)],
)

/** The merged state of a draft and up to where the log is contained in it. */
export const documentStates = pgTable('document_states', {
  documentId: uuid()
    .primaryKey()
    .references(() => documents.id),
  bytes: bytes().notNull(),
  coveredSeq: bigint({ mode: 'number' }).notNull(),
  /** How often the log has been merged into it: another process sees by this that rows it never read are gone. */
  generation: integer().notNull().default(0),
  updatedAt: instant().notNull().defaultNow(),
})

/**
 * Whose words they are: a client id belongs to the person who first wrote under it in a document, for good. A client id
 * lives as long as one open tab, so `boundAt` also tells since when its words are there.
 */
export const documentAuthors = pgTable(
  'document_authors',
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    clientId: bigint({ mode: 'number' }).notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    boundAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.clientId] })],
)

/** A sentence that one person changed without connection while somebody else changed it too: for people to decide. */
export const documentCollisions = pgTable(
  'document_collisions',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    /** Who came back with the change. */
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Who changed the same sentence meanwhile. */
    otherId: uuid().references(() => people.id),
    before: text().notNull(),
    mine: text().notNull(),
    theirs: text().notNull(),
    /** Relative position in the shared text, as Yjs writes it to JSON. */
    position: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    settledById: uuid().references(() => people.id),
    settledAt: instant(),
  },
  (t) => [index().on(t.documentId, t.settledAt)],
)

/** A frozen version: never changes, readable for ever. */
export const snapshots = pgTable(
  'snapshots',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    number: integer().notNull(),
    /** "a" for the first correction of typing errors in an adopted version, which keeps its number (`DOMAIN.md 3.5`). */
    suffix: text().notNull().default(''),
    /** The adopted version that it corrects: of the same text, with the same number. */
    originalId: uuid(),
    title: text().notNull(),
    /** ProseMirror document. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    plainText: text().notNull(),
    /** SHA-256, hex, over the canonical JSON of title and content. */
    checksum: text().notNull(),
    /** Why it was frozen, in the words of the person who did. */
    note: text().notNull().default(''),
    createdById: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.documentId, t.number, t.suffix),
    unique().on(t.id, t.documentId, t.number),
    check('corrected_versions_have_an_original', sql`(${t.suffix} = '') = (${t.originalId} is null)`),
    check('suffixes_are_letters', sql`${t.suffix} ~ '^[a-z]?$'`),
  ],
)

/** Papers that a guest of the group may read, or read and comment (`DOMAIN.md 3.1`). */
export const documentGuests = pgTable(
  'document_guests',
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Also takes part in the conversation beside the text, and may make suggestions. */
    mayComment: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.personId] })],
)

export type Document = typeof documents.$inferSelect
export type DocumentCollision = typeof documentCollisions.$inferSelect
export type DocumentKind = Document['kind']
export type DocumentStage = Document['stage']
export type Snapshot = typeof snapshots.$inferSelect
