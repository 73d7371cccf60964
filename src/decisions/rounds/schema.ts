import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { snapshots } from '../../documents/schema.ts'
import { rulesColumn } from '../../groups/rules-column.ts'
import { people } from '../../identity/schema.ts'
import { proposals } from '../proposals/schema.ts'
import { channel, circularPreset, outcome, roundMethod, words } from '../schema.ts'

/** One collection of answers on one version of a proposal. Everything copied here stays as it was at opening. */
export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    proposalId: uuid().notNull(),
    groupId: uuid().notNull(),
    number: integer().notNull(),
    method: roundMethod().notNull(),
    channel: channel().notNull().default('online'),
    /** Of a circular resolution (`DOMAIN.md 4.8`). */
    preset: circularPreset(),
    ...words(),
    rationale: text().notNull(),
    proposalVersion: integer().notNull(),
    snapshotId: to(() => snapshots.id),
    rules: rulesColumn().notNull(),
    ruleSetVersion: integer().notNull(),
    legalBasis: text().notNull().default(''),
    /** Why it is shorter than the rules say; empty when it is not. */
    urgency: text().notNull().default(''),
    openedById: always(() => people.id),
    openedAt: instant().notNull().defaultNow(),
    /** Announced until then, where no answer is taken before. */
    startsAt: instant(),
    /** Exclusive: an answer counts if the server received it before this instant (`DOMAIN.md 4.1 G4`), extensions apart. */
    closesAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.proposalId, t.groupId], foreignColumns: [proposals.id, proposals.groupId] }),
    unique().on(t.proposalId, t.number),
    unique().on(t.id, t.groupId),
    unique().on(t.id, t.method),
    index().on(t.groupId),
    index().on(t.snapshotId),
    check('rounds_end_after_they_open', sql`${t.closesAt} > greatest(${t.openedAt}, ${t.startsAt})`),
    check('circulars_have_a_preset', sql`(${t.channel} = 'circular') = (${t.preset} is not null)`),
  ],
)

/** What is rated in systemic consensing, frozen at opening. */
export const roundOptions = pgTable(
  'round_options',
  {
    id: id(),
    roundId: always(() => rounds.id),
    position: integer().notNull(),
    ...words(),
    isPassive: boolean().notNull(),
  },
  (t) => [unique().on(t.roundId, t.position), unique().on(t.id, t.roundId)],
)

/** A later end, announced before the earlier one has come. */
export const roundExtensions = pgTable(
  'round_extensions',
  {
    id: id(),
    roundId: always(() => rounds.id),
    number: integer().notNull(),
    closesAt: instant().notNull(),
    reason: text().notNull(),
    extendedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.roundId, t.number)],
)

/** Numbers counted by raised hands in a meeting: no names, so nobody's answer stands behind them. */
export const handCounts = pgTable(
  'hand_counts',
  {
    roundId: to(() => rounds.id).primaryKey(),
    present: integer().notNull(),
    yes: integer().notNull(),
    no: integer().notNull(),
    abstain: integer().notNull(),
    void: integer().notNull().default(0),
    enteredById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    check('hands_of_those_present', sql`${t.yes} + ${t.no} + ${t.abstain} + ${t.void} <= ${t.present}`),
    check('whole_hands', sql`least(${t.yes}, ${t.no}, ${t.abstain}, ${t.void}) >= 0`),
  ],
)

/** Stopped before its end, because the roll was wrong or the wording changed; what was answered counts for nothing (`DOMAIN.md 4.2 R6`). */
export const roundCancellations = pgTable(
  'round_cancellations',
  {
    roundId: to(() => rounds.id).primaryKey(),
    reason: text().notNull(),
    cancelledById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [check('cancelled_for_a_reason', sql`length(trim(${t.reason})) > 0`)],
)

/** Whoever wants no mails about rounds. What they are asked stands on their start page. */
export const roundMailRefusals = pgTable('round_mail_refusals', {
  personId: to(() => people.id).primaryKey(),
  createdAt: createdAt(),
})

export const noticeKind = pgEnum('round_notice_kind', [
  'invitation',
  'extension',
  'half_time',
  'last_day',
  'result',
  'opened',
  'confirmed',
])

/** Who was told or reached, and when; each kind once per person, whoever sends it (`DOMAIN.md 4.6`). */
export const roundNotices = pgTable(
  'round_notices',
  {
    roundId: always(() => rounds.id),
    personId: always(() => people.id),
    kind: noticeKind().notNull(),
    createdAt: createdAt(),
    /** A mail that has left the house. */
    sentAt: instant(),
    bouncedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.personId, t.kind] }), index().on(t.personId)],
)

/** How a round ended: written once, when it closes. */
export const counts = pgTable('counts', {
  roundId: to(() => rounds.id).primaryKey(),
  outcome: outcome().notNull(),
  /** Reason code of `DOMAIN.md 4`, such as `threshold_met`. */
  reason: text().notNull(),
  tally: jsonb().$type<Record<string, number>>().notNull(),
  flags: jsonb().$type<string[]>().notNull().default([]),
  /** The option with the least resistance, where options were rated. */
  chosenId: to(() => roundOptions.id),
  /** Nobody when the time was over and the server counted by itself. */
  countedById: to(() => people.id),
  createdAt: createdAt(),
})

/** How high resistance against the winner was talked about, before it is established (`DOMAIN.md 4.7`). */
export const talkNotes = pgTable('talk_notes', {
  roundId: to(() => rounds.id).primaryKey(),
  note: text().notNull(),
  notedById: always(() => people.id),
  createdAt: createdAt(),
})

export const followUp = pgEnum('follow_up', [
  'small_group',
  'postponed',
  'next_meeting',
  'circle',
  'new_round',
  'rework',
])

/** What the group does with a round that decided nothing. */
export const followUps = pgTable('follow_ups', {
  roundId: to(() => rounds.id).primaryKey(),
  kind: followUp().notNull(),
  note: text().notNull().default(''),
  chosenById: always(() => people.id),
  createdAt: createdAt(),
})

export type Round = typeof rounds.$inferSelect
export type RoundOption = typeof roundOptions.$inferSelect
export type Count = typeof counts.$inferSelect
export type HandCount = typeof handCounts.$inferSelect
export type FollowUp = typeof followUps.$inferSelect
export type NoticeKind = (typeof noticeKind.enumValues)[number]
