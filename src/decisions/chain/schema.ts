import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { minorityStatements } from '../objections/schema.ts'
import { decisionNotes, decisions } from '../register/schema.ts'

export const entryKind = pgEnum('register_entry_kind', ['decision', 'note', 'statement', 'erasure'])

/**
 * The register as a chain over all groups: each entry carries the hash of the one before. What is hashed are canonical
 * bytes in which texts and people stand as commitments only, so that erasing a person leaves it verifiable.
 */
export const registerEntries = pgTable(
  'register_entries',
  {
    /** 1, 2, 3 … without gaps. */
    seq: bigint({ mode: 'number' }).primaryKey(),
    kind: entryKind().notNull(),
    decisionId: to(() => decisions.id).unique(),
    noteId: to(() => decisionNotes.id).unique(),
    /** Of somebody who differs, written when the decision stood already. */
    statementId: to(() => minorityStatements.id).unique(),
    canonical: text().notNull(),
    previous: bytes().notNull().unique(),
    hash: bytes().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    check('from_one_on', sql`${t.seq} > 0`),
    check('whole_hashes', sql`length(${t.hash}) = 32 and length(${t.previous}) = 32`),
    check(
      'entries_of_their_kind',
      sql`(${t.kind} = 'decision') = (${t.decisionId} is not null) and (${t.kind} = 'note') = (${t.noteId} is not null) and (${t.kind} = 'statement') = (${t.statementId} is not null)`,
    ),
  ],
)

/** What a commitment was made with. Gone when the person is erased; the entry stays. */
export const registerSalts = pgTable(
  'register_salts',
  {
    seq: bigint({ mode: 'number' })
      .notNull()
      .references(() => registerEntries.seq),
    field: text().notNull(),
    /** Which of several, as with a list of people. */
    position: integer().notNull().default(0),
    salt: bytes().notNull(),
    personId: uuid().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.seq, t.field, t.position] }), index().on(t.personId)],
)

/** Its one row stands there until what earlier versions have decided is in the chain; nothing ever brings it back. */
export const registerBacklog = pgTable('register_backlog', { since: createdAt().primaryKey() })

export type RegisterEntry = typeof registerEntries.$inferSelect
