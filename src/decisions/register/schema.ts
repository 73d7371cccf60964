import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups, guidingIdeas } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { proposals } from '../proposals/schema.ts'
import { records } from '../records/schema.ts'
import { rounds } from '../rounds/schema.ts'
import { channel, decisionMethod, finalOutcome, outcome, scope, words } from '../schema.ts'

/** Immutable, numbered without gaps per group and year. Two different people stand behind each. */
export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    groupId: always(() => groups.id),
    year: integer().notNull(),
    number: integer().notNull(),
    roundId: to(() => rounds.id).unique(),
    recordId: to(() => records.id).unique(),
    method: decisionMethod().notNull(),
    channel: channel(),
    ...words(),
    rationale: text().notNull().default(''),
    /** In one plain sentence. */
    summary: text().notNull(),
    scope: scope().notNull().default('own_group'),
    legalEntity: text().notNull().default(''),
    outcome: finalOutcome().notNull(),
    reason: text().notNull(),
    tally: jsonb().$type<Record<string, number>>().notNull().default({}),
    flags: jsonb().$type<string[]>().notNull().default([]),
    snapshotId: to(() => snapshots.id),
    decidedOn: date().notNull(),
    inForceFrom: date(),
    inForceUntil: date(),
    reviewOn: date(),
    editorialMandate: text().notNull().default(''),
    firstPersonId: always(() => people.id),
    secondPersonId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.groupId, t.year, t.number),
    index().on(t.groupId, t.year),
    index().on(t.snapshotId),
    index().on(t.decidedOn),
    index().on(t.reviewOn),
    check('nobody_finalises_alone', sql`${t.firstPersonId} <> ${t.secondPersonId}`),
    check('one_origin', sql`num_nonnulls(${t.roundId}, ${t.recordId}) = 1`),
    check('whole_number', sql`${t.number} > 0`),
    check('said_in_plain_words', sql`length(trim(${t.summary})) > 0`),
  ],
)

export const noteKind = pgEnum('decision_note_kind', ['correction', 'recount', 'annulment', 'supersession'])

/** What was added to a decision since: proposed by one, in force once a second person has signed. Never an edit. */
export const decisionNotes = pgTable(
  'decision_notes',
  {
    id: id(),
    decisionId: always(() => decisions.id),
    kind: noteKind().notNull(),
    reason: text().notNull(),
    /** What is put right: field → wording as it should be. */
    changes: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Of a recount. */
    tally: jsonb().$type<Record<string, number>>(),
    outcome: outcome(),
    /** Counted again it would have ended otherwise, which leaves the decision in doubt (`DOMAIN.md 4.1 G10`). */
    isDecisive: boolean().notNull().default(false),
    /** Whose force ends this one's. */
    byDecisionId: to(() => decisions.id),
    firstPersonId: always(() => people.id),
    createdAt: createdAt(),
    secondPersonId: to(() => people.id),
    signedAt: instant(),
    discardedAt: instant(),
  },
  (t) => [
    index().on(t.decisionId),
    index().on(t.byDecisionId),
    check('nobody_corrects_alone', sql`${t.secondPersonId} is null or ${t.secondPersonId} <> ${t.firstPersonId}`),
    check('notes_are_signed_whole', sql`num_nonnulls(${t.secondPersonId}, ${t.signedAt}) in (0, 2)`),
    check('signed_or_discarded', sql`num_nonnulls(${t.signedAt}, ${t.discardedAt}) < 2`),
    check('superseded_by_something', sql`${t.kind} <> 'supersession' or ${t.byDecisionId} is not null`),
    check('not_by_itself', sql`${t.byDecisionId} is null or ${t.byDecisionId} <> ${t.decisionId}`),
    check('a_recount_counts', sql`(${t.kind} = 'recount') = (${t.tally} is not null and ${t.outcome} is not null)`),
    check('only_a_recount_decides', sql`not ${t.isDecisive} or ${t.kind} = 'recount'`),
  ],
)

/** Earlier decisions that lose their force when this one is adopted. */
export const proposedSupersessions = pgTable(
  'proposed_supersessions',
  {
    proposalId: always(() => proposals.id),
    decisionId: always(() => decisions.id),
    /** `annulled`: nothing takes its place. */
    kind: text({ enum: ['superseded', 'annulled'] })
      .notNull()
      .default('superseded'),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.decisionId] })],
)

/** Words and guiding ideas by which it is found across groups. Free of any voting meaning, so they may change. */
export const decisionTopics = pgTable(
  'decision_topics',
  { decisionId: always(() => decisions.id), topic: text().notNull() },
  (t) => [primaryKey({ columns: [t.decisionId, t.topic] }), index().on(t.topic)],
)

export const decisionIdeas = pgTable(
  'decision_ideas',
  { decisionId: always(() => decisions.id), ideaId: always(() => guidingIdeas.id) },
  (t) => [primaryKey({ columns: [t.decisionId, t.ideaId] }), index().on(t.ideaId)],
)

export type Decision = typeof decisions.$inferSelect
export type DecisionNote = typeof decisionNotes.$inferSelect
