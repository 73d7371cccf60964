import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { documents, snapshots } from '../schema.ts'

/** Who may put typing errors right in what was adopted (`DOMAIN.md 3.5`): given with the decision, or by two people. */
export const editorialMandates = pgTable(
  'editorial_mandates',
  {
    id: id(),
    documentId: uuid().notNull(),
    groupId: uuid().notNull(),
    personId: always(() => people.id),
    /** What it covers, as in "Rechtschreibung". */
    scope: text().notNull(),
    /** Number of the decision that says so; without one a second person confirms. */
    decision: text().notNull().default(''),
    givenById: always(() => people.id),
    createdAt: createdAt(),
    confirmedById: to(() => people.id),
    confirmedAt: instant(),
    endedById: to(() => people.id),
    endedAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.documentId, t.groupId], foreignColumns: [documents.id, documents.groupId] }),
    uniqueIndex('one_editorial_mandate_each').on(t.documentId, t.personId).where(sql`${t.endedAt} is null`),
    check('nobody_gives_a_mandate_alone', sql`${t.confirmedById} <> ${t.givenById}`),
    check('nobody_confirms_their_own_mandate', sql`${t.confirmedById} <> ${t.personId}`),
    check('mandates_confirmed_by_somebody', sql`(${t.confirmedAt} is null) = (${t.confirmedById} is null)`),
    check('mandates_ended_by_somebody', sql`(${t.endedAt} is null) = (${t.endedById} is null)`),
  ],
)

/** What somebody with the mandate has put right, until a second person makes a version of it. */
export const documentCorrections = pgTable(
  'document_corrections',
  {
    id: id(),
    documentId: always(() => documents.id),
    /** The adopted version. */
    originalId: always(() => snapshots.id),
    mandateId: always(() => editorialMandates.id),
    title: text().notNull(),
    /** ProseMirror document. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Of what is to be replaced, so that nobody confirms something else than what they were shown. */
    against: text().notNull(),
    words: integer().notNull(),
    note: text().notNull().default(''),
    madeById: always(() => people.id),
    createdAt: createdAt(),
    confirmedById: to(() => people.id),
    /** The version that came of it. */
    snapshotId: to(() => snapshots.id).unique(),
    discardedById: to(() => people.id),
    endedAt: instant(),
  },
  (t) => [
    index().on(t.documentId, t.createdAt),
    uniqueIndex('one_correction_at_a_time').on(t.documentId).where(sql`${t.endedAt} is null`),
    check('nobody_corrects_alone', sql`${t.confirmedById} <> ${t.madeById}`),
    check('confirmed_corrections_have_a_version', sql`(${t.confirmedById} is null) = (${t.snapshotId} is null)`),
    check(
      'corrections_end_one_way',
      sql`num_nonnulls(${t.confirmedById}, ${t.discardedById}) = case when ${t.endedAt} is null then 0 else 1 end`,
    ),
  ],
)

export type EditorialMandate = typeof editorialMandates.$inferSelect
export type Correction = typeof documentCorrections.$inferSelect
