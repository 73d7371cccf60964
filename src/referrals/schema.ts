import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant } from '../db/columns.ts'
import { proposals } from '../decisions/proposals/schema.ts'
import { records } from '../decisions/records/schema.ts'
import { decisions } from '../decisions/register/schema.ts'
import { documents, snapshots } from '../documents/schema.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { tasks } from '../tasks/schema.ts'

export const referralRequest = pgEnum('referral_request', ['adopt', 'decide', 'take_note', 'mediate'])

/** From a group to the circle, or to another group. Ends only with an answer (`DOMAIN.md 3.4`). */
export const referrals = pgTable(
  'referrals',
  {
    id: id(),
    year: integer().notNull(),
    /** Gapless over the whole alliance and year, cited as W-2026-06. */
    number: integer().notNull(),
    fromId: uuid()
      .notNull()
      .references(() => groups.id),
    toId: uuid()
      .notNull()
      .references(() => groups.id),
    title: text().notNull(),
    request: referralRequest().notNull(),
    decisionId: uuid().references(() => decisions.id),
    /** Without a decision of the group: why it comes up anyway. */
    reason: text().notNull().default(''),
    snapshotId: uuid().references(() => snapshots.id),
    /** One sentence to the circle. */
    wish: text().notNull(),
    wishedBy: date(),
    /** A day that somebody outside has set: after it an answer helps nobody any more. */
    externalDeadline: date(),
    forwardedById: uuid()
      .notNull()
      .references(() => people.id),
    /** The earlier sending that this one follows, once that has ended. */
    followsId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.year, t.number),
    index().on(t.toId),
    index().on(t.fromId),
    index().on(t.followsId),
    index().on(t.snapshotId),
    uniqueIndex('a_decision_is_sent_once').on(t.decisionId).where(sql`${t.followsId} is null`),
    uniqueIndex('and_once_after_each_answer').on(t.decisionId, t.followsId),
    check('a_decision_or_a_reason', sql`${t.decisionId} is not null or length(trim(${t.reason})) > 0`),
    check('up_to_another_group', sql`${t.fromId} <> ${t.toId}`),
  ],
)

/** The circle has taken the matter up as a proposal of its own; its decision will be the answer. */
export const takeUps = pgTable('take_ups', {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposals.id),
  referralId: uuid()
    .notNull()
    .references(() => referrals.id),
  createdAt: createdAt(),
})

/** The circle has decided on the matter in a meeting; once a second person confirms the report it is the answer. */
export const recordTakeUps = pgTable('record_take_ups', {
  recordId: uuid()
    .primaryKey()
    .references(() => records.id),
  referralId: uuid()
    .notNull()
    .references(() => referrals.id),
  createdAt: createdAt(),
})

/** A newer referral is to take the place of an older one; in force once the group agrees, which is the older one's end. */
export const supersessions = pgTable(
  'supersessions',
  {
    id: id(),
    referralId: always(() => referrals.id),
    successorId: always(() => referrals.id),
    words: text().notNull().default(''),
    proposedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('a_successor_is_proposed_once').on(t.referralId, t.successorId),
    index().on(t.successorId),
    check('superseded_by_another', sql`${t.referralId} <> ${t.successorId}`),
  ],
)

/** The group does not want it; the older one stays open. */
export const supersessionRefusals = pgTable('supersession_refusals', {
  supersessionId: uuid()
    .primaryKey()
    .references(() => supersessions.id),
  words: text().notNull().default(''),
  refusedById: always(() => people.id),
  createdAt: createdAt(),
})

export const answerKind = pgEnum('answer_kind', [
  'adopted',
  'rejected',
  'returned',
  'noted',
  /** Taken back by the group itself, before there was an answer. */
  'withdrawn',
  /** A newer referral took its place. */
  'superseded',
  'adopted_with_changes',
])

/** How a referral has ended: one row each, never changed. */
export const answers = pgTable(
  'answers',
  {
    referralId: uuid()
      .primaryKey()
      .references(() => referrals.id),
    kind: answerKind().notNull(),
    /** The circle's decision behind an adoption or a rejection. */
    decisionId: uuid()
      .unique()
      .references(() => decisions.id),
    statement: text().notNull().default(''),
    /** Until when the circle hopes for the reworked text. */
    wishedBy: date(),
    /** Whom the group may ask. */
    contactId: uuid().references(() => people.id),
    answeredById: uuid()
      .notNull()
      .references(() => people.id),
    /** What the return brought the group. */
    draftId: uuid().references(() => documents.id),
    taskId: uuid().references(() => tasks.id),
    /** What took its place. */
    successorId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.successorId),
    index().on(t.draftId),
    foreignKey({
      name: 'superseded_as_proposed',
      columns: [t.referralId, t.successorId],
      foreignColumns: [supersessions.referralId, supersessions.successorId],
    }),
    check('superseding_needs_a_successor', sql`(${t.kind}::text = 'superseded') = (${t.successorId} is not null)`),
    check('withdrawn_with_a_reason', sql`${t.kind}::text <> 'withdrawn' or length(trim(${t.statement})) > 0`),
    check(
      'deciding_needs_a_decision',
      sql`(${t.kind}::text in ('adopted', 'adopted_with_changes', 'rejected')) = (${t.decisionId} is not null)`,
    ),
    check(
      'changes_bring_a_task_to_look_at_them',
      sql`${t.kind}::text <> 'adopted_with_changes' or ${t.taskId} is not null`,
    ),
    check(
      'a_return_brings_a_task',
      sql`${t.kind} <> 'returned' or (${t.taskId} is not null and ${t.contactId} is not null)`,
    ),
  ],
)

/** Why the circle returned it: at least one per return, kept for good. */
export const returnReasons = pgTable(
  'return_reasons',
  {
    id: id(),
    referralId: uuid()
      .notNull()
      .references(() => answers.referralId),
    position: integer().notNull(),
    words: text().notNull(),
    /** What the circle would like to know besides; a return has at least one reason that is none. */
    isQuestion: boolean().notNull().default(false),
  },
  (t) => [unique().on(t.referralId, t.position), check('a_reason_has_words', sql`length(trim(${t.words})) > 0`)],
)

/** What the group says to a reason, and where in the new text it did something about it. Fixed once it is sent again. */
export const reasonAnswers = pgTable(
  'reason_answers',
  {
    reasonId: uuid()
      .primaryKey()
      .references(() => returnReasons.id),
    words: text().notNull(),
    /** A heading of the new text, or how the group calls the place. */
    passage: text().notNull().default(''),
    answeredById: always(() => people.id),
    answeredAt: instant().notNull().defaultNow(),
  },
  (t) => [check('an_answer_to_a_reason_has_words', sql`length(trim(${t.words})) > 0`)],
)

export type ReasonAnswer = typeof reasonAnswers.$inferSelect
export type Supersession = typeof supersessions.$inferSelect
export type Referral = typeof referrals.$inferSelect
export type Answer = typeof answers.$inferSelect
export type ReferralRequest = Referral['request']
