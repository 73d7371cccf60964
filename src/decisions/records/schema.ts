import { date, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { finalOutcome, scope, words } from '../schema.ts'

/** A decision that was taken in a meeting, waiting for a second person to confirm it. */
export const records = pgTable(
  'records',
  {
    id: id(),
    groupId: always(() => groups.id),
    ...words(),
    /** In one plain sentence, for the register. */
    summary: text().notNull().default(''),
    decidedOn: date().notNull(),
    /** Where: a place, a meeting, a call. */
    place: text().notNull(),
    /** How: unanimous, by show of hands 5 to 1, by consent. */
    manner: text().notNull(),
    /** Who was there, as the minutes say it. */
    present: text().notNull().default(''),
    outcome: finalOutcome().notNull().default('adopted'),
    /** The numbers, where they are known. */
    tally: jsonb().$type<Record<string, number>>().notNull().default({}),
    scope: scope().notNull().default('own_group'),
    /** Which legal entity carries it, where it costs money (`DOMAIN.md 8.1`). */
    legalEntity: text().notNull().default(''),
    inForceFrom: date(),
    inForceUntil: date(),
    reviewOn: date(),
    snapshotId: to(() => snapshots.id),
    reportedById: always(() => people.id),
    discardedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.groupId)],
)

export type DecisionRecord = typeof records.$inferSelect
