import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { rounds } from '../rounds/schema.ts'
import { seatHolders, seats } from '../seats/schema.ts'

export const objectionEnd = pgEnum('objection_end', ['withdrawn', 'integrated', 'downgraded'])

/** A reasoned claim that the proposal endangers the aim. Owner = who raised it. */
export const objections = pgTable(
  'objections',
  {
    id: id(),
    roundId: always(() => rounds.id),
    ownerId: always(() => people.id),
    /** For which seat it was said: whoever answers for several may object for one and agree for another. */
    seatId: uuid(),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.roundId),
    unique().on(t.id, t.ownerId),
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    foreignKey({ columns: [t.seatId, t.ownerId], foreignColumns: [seatHolders.seatId, seatHolders.personId] }),
  ],
)

/** Somebody has taken on to find a wording with its owner. */
export const objectionEfforts = pgTable('objection_efforts', {
  objectionId: to(() => objections.id).primaryKey(),
  takenUpById: always(() => people.id),
  note: text().notNull().default(''),
  createdAt: createdAt(),
})

/** The pair of keys makes it impossible that anybody but the owner ends an objection (`DOMAIN.md 3.3`). */
export const objectionEndings = pgTable(
  'objection_endings',
  {
    objectionId: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    kind: objectionEnd().notNull(),
    note: text().notNull().default(''),
    /** The version of the proposal that settled it. */
    settledIn: integer(),
    createdAt: createdAt(),
  },
  (t) => [foreignKey({ columns: [t.objectionId, t.ownerId], foreignColumns: [objections.id, objections.ownerId] })],
)

/** Its owner has left or has been silent for 14 days: closed by two, with a reason, never by one. */
export const objectionLapses = pgTable(
  'objection_lapses',
  {
    objectionId: to(() => objections.id).primaryKey(),
    reason: text().notNull(),
    proposedById: always(() => people.id),
    createdAt: createdAt(),
    signedById: to(() => people.id),
    signedAt: instant(),
  },
  (t) => [
    check('nobody_lapses_alone', sql`${t.signedById} is null or ${t.signedById} <> ${t.proposedById}`),
    check('lapses_are_signed_whole', sql`num_nonnulls(${t.signedById}, ${t.signedAt}) in (0, 2)`),
  ],
)

/** The text of those who differ, shown wherever the decision is, if they wish (`DOMAIN.md 0.11`). */
export const minorityStatements = pgTable(
  'minority_statements',
  {
    id: id(),
    roundId: always(() => rounds.id),
    authorId: always(() => people.id),
    statement: text().notNull(),
    /** Goes with every publication. */
    travels: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.roundId, t.authorId), index().on(t.roundId)],
)

export type Objection = typeof objections.$inferSelect
export type MinorityStatement = typeof minorityStatements.$inferSelect
