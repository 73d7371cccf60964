import { sql } from 'drizzle-orm'
import { boolean, check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '../db/columns.ts'

export const lang = pgEnum('lang', ['de', 'en'])

/** A person keeps this row for good; contact data may be erased from it later. */
export const people = pgTable(
  'people',
  {
    id: id(),
    name: text().notNull(),
    /** Lower case. */
    email: text().unique(),
    lang: lang(),
    /** Runs the server. Gives no right to any content. */
    isOperator: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [check('people_email_lower_case', sql`${t.email} = lower(${t.email})`)],
)

/** Only hashes of session ids are stored. `expiresAt` is the idle limit, `endsAt` the absolute one. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => people.id),
    expiresAt: instant().notNull(),
    endsAt: instant().notNull(),
    device: text().notNull().default(''),
    /** To the hour. */
    usedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.userId)],
)

/** The form that was sent last in a session, and where it led to: what is sent twice has one effect. */
export const latestForms = pgTable('latest_forms', {
  sessionId: text()
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  /** A hash over the address and everything that was filled in. */
  what: text().notNull(),
  sentAt: instant().notNull().defaultNow(),
  doneAt: instant(),
  /** Null when it was refused. */
  ledTo: text(),
})

export const linkPurpose = pgEnum('link_purpose', ['sign_in', 'set_up'])

/** One-time links. Only the hash of the secret part is stored; using one is a row update that only one request can win. */
export const oneTimeLinks = pgTable(
  'one_time_links',
  {
    id: id(),
    purpose: linkPurpose().notNull(),
    tokenHash: text().notNull().unique(),
    personId: uuid().references(() => people.id),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.personId, t.createdAt)],
)

/** How often sign-in was asked for lately: by address and by network, hashed, forgotten after minutes. */
export const signInTries = pgTable(
  'sign_in_tries',
  { id: id(), addressHash: text().notNull(), networkHash: text().notNull(), createdAt: createdAt() },
  (t) => [index().on(t.addressHash, t.createdAt), index().on(t.networkHash, t.createdAt), index().on(t.createdAt)],
)

/** Somebody has left the alliance: no session, no mail. Whoever is invited again comes back as the same person. */
export const accountClosings = pgTable(
  'account_closings',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    closedById: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    reopenedAt: instant(),
  },
  (t) => [uniqueIndex('an_account_is_closed_once').on(t.personId).where(sql`${t.reopenedAt} is null`)],
)

export type Person = typeof people.$inferSelect
