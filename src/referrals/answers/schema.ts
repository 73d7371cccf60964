import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { always, createdAt, id, to } from '../../db/columns.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'
import { documents, snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { tasks } from '../../tasks/schema.ts'
import { answers, referrals } from '../schema.ts'

/** The answer has to wait; any number of times. A round that has decided nothing puts it off by itself. */
export const deferrals = pgTable(
  'deferrals',
  {
    id: id(),
    referralId: always(() => referrals.id),
    reason: text().notNull().default(''),
    /** The round about it that ended without a result: why is in its count. */
    roundId: to(() => rounds.id).unique(),
    /** What those who answer had against it and nobody has settled, in words and without names. */
    openObjections: text().array().notNull().default(sql`'{}'::text[]`),
    /** Nobody when it follows from a count. */
    deferredById: to(() => people.id),
    /** For whoever coordinates: to bring it up again. */
    taskId: always(() => tasks.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.referralId),
    check('a_deferral_has_a_reason', sql`${t.roundId} is not null or length(trim(${t.reason})) > 0`),
    check('deferred_by_somebody', sql`${t.roundId} is not null or ${t.deferredById} is not null`),
  ],
)

/** What was sent, with the changes of those who answer: a text of their own that began with the version that was sent. */
export const changedTexts = pgTable('changed_texts', {
  documentId: to(() => documents.id).primaryKey(),
  referralId: always(() => referrals.id).unique(),
  startedById: always(() => people.id),
  createdAt: createdAt(),
})

/** In which form a referral was adopted with changes, and whose they were. */
export const adoptedChanges = pgTable('adopted_changes', {
  referralId: to(() => answers.referralId).primaryKey(),
  /** The frozen version that was adopted; none where the changes are in the wording alone. */
  snapshotId: to(() => snapshots.id),
  proposedById: always(() => people.id),
  createdAt: createdAt(),
})

/** What the group says against the changes: it undoes nothing and becomes a thing to be talked about (`DOMAIN.md 3.4`). */
export const reservations = pgTable(
  'reservations',
  {
    referralId: to(() => adoptedChanges.referralId).primaryKey(),
    words: text().notNull(),
    enteredById: always(() => people.id),
    /** Where it waits to be taken up. */
    wishId: always(() => agendaWishes.id).unique(),
    createdAt: createdAt(),
  },
  (t) => [check('a_reservation_has_words', sql`length(trim(${t.words})) > 0`)],
)

/** Who spoke for the group before it was decided. */
export const heardVoices = pgTable(
  'heard_voices',
  {
    id: id(),
    referralId: always(() => referrals.id),
    name: text().notNull(),
    addedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.referralId, t.name), check('a_voice_has_a_name', sql`length(trim(${t.name})) > 0`)],
)

export type Deferral = typeof deferrals.$inferSelect
export type Reservation = typeof reservations.$inferSelect
