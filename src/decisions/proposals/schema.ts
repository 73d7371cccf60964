import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { snapshots } from '../../documents/schema.ts'
import type { Rules } from '../../groups/rules.ts'
import { groups, guidingIdeas } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { type Scope, scope, words } from '../schema.ts'

/** A request to decide. Its wording is frozen while a round is open; a change afterwards raises `version`. */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** The wording is complete on its own: the sentences that will be in force. */
    ...words(),
    rationale: text().notNull().default(''),
    /** In one plain sentence, for the register. Empty until somebody has written it; a decision needs one. */
    summary: text().notNull().default(''),
    /** The frozen version that it is about. */
    snapshotId: to(() => snapshots.id),
    scope: scope().notNull().default('own_group'),
    /** Which legal entity carries it, where it costs money (`DOMAIN.md 8.1`). */
    legalEntity: text().notNull().default(''),
    /** First day in force; none: from the day of the decision. */
    inForceFrom: date(),
    /** Last day in force, included. */
    inForceUntil: date(),
    reviewOn: date(),
    /** What else may be changed in the text without a new decision. */
    editorialMandate: text().notNull().default(''),
    version: integer().notNull().default(1),
    authorId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.id, t.groupId),
    index().on(t.groupId),
    check('proposals_end_after_they_begin', sql`${t.inForceUntil} >= ${t.inForceFrom}`),
  ],
)

/** What people agree to besides the words themselves. Decisions are named by their numbers. */
export interface Terms {
  scope: Scope
  legalEntity: string
  inForceFrom: string | null
  inForceUntil: string | null
  reviewOn: string | null
  editorialMandate: string
  supersedes: { cited: string; kind: 'superseded' | 'annulled' }[]
}

/** Each wording that a proposal has had, the current one included. */
export const proposalVersions = pgTable(
  'proposal_versions',
  {
    proposalId: always(() => proposals.id),
    version: integer().notNull(),
    ...words(),
    rationale: text().notNull().default(''),
    snapshotId: to(() => snapshots.id),
    /** What else was proposed along with the words. Empty in versions from before it was kept. */
    terms: jsonb().$type<Partial<Terms>>().notNull().default({}),
    authorId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.version] })],
)

/** The choices of systemic consensing, besides changing nothing. They belong to one version of the proposal. */
export const proposalOptions = pgTable(
  'proposal_options',
  {
    id: id(),
    proposalId: uuid().notNull(),
    version: integer().notNull(),
    position: integer().notNull(),
    ...words(),
    /** What happens if nothing is decided; rated like the others. */
    isPassive: boolean().notNull().default(false),
  },
  (t) => [
    foreignKey({
      columns: [t.proposalId, t.version],
      foreignColumns: [proposalVersions.proposalId, proposalVersions.version],
    }),
    unique().on(t.proposalId, t.version, t.position),
  ],
)

/** What the group's own rules shall become, when the proposal is about them. One per version. */
export const proposedRules = pgTable(
  'proposed_rules',
  {
    proposalId: uuid().notNull(),
    version: integer().notNull(),
    rules: jsonb().$type<Rules>().notNull(),
    legalBasis: text().notNull().default(''),
    /** The version of the group's rules that it was written for. */
    base: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.version] }),
    foreignKey({
      columns: [t.proposalId, t.version],
      foreignColumns: [proposalVersions.proposalId, proposalVersions.version],
    }),
  ],
)

/** Words by which decisions are found across groups. */
export const proposalTopics = pgTable(
  'proposal_topics',
  { proposalId: always(() => proposals.id), topic: text().notNull() },
  (t) => [primaryKey({ columns: [t.proposalId, t.topic] })],
)

export const proposalIdeas = pgTable(
  'proposal_ideas',
  {
    proposalId: always(() => proposals.id),
    ideaId: uuid()
      .notNull()
      .references(() => guidingIdeas.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.ideaId] })],
)

/** Presented to the group: questions of understanding are asked, nobody rates yet (`DOMAIN.md 3.3`). */
export const proposalPresentations = pgTable('proposal_presentations', {
  proposalId: to(() => proposals.id).primaryKey(),
  presentedById: always(() => people.id),
  createdAt: createdAt(),
})

/** Questions are answered: everybody says once per round what they think. */
export const proposalDeliberations = pgTable('proposal_deliberations', {
  proposalId: to(() => proposals.id).primaryKey(),
  openedById: always(() => people.id),
  /** From then on everybody may say a second time what they think; before, once all have spoken. */
  secondTurnAt: instant(),
  createdAt: createdAt(),
})

export const proposalQuestions = pgTable(
  'proposal_questions',
  {
    id: id(),
    proposalId: always(() => proposals.id),
    askedById: always(() => people.id),
    question: text().notNull(),
    answer: text().notNull().default(''),
    answeredById: to(() => people.id),
    answeredAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.proposalId),
    check('answered_whole', sql`num_nonnulls(${t.answeredById}, ${t.answeredAt}) in (0, 2)`),
  ],
)

/** One person, one opinion per opinion round and version; the order in which they came is kept. */
export const proposalOpinions = pgTable(
  'proposal_opinions',
  {
    id: id(),
    proposalId: always(() => proposals.id),
    version: integer().notNull(),
    /** First or second opinion round. */
    turn: integer().notNull(),
    personId: always(() => people.id),
    opinion: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.proposalId, t.version, t.turn, t.personId), check('two_turns', sql`${t.turn} in (1, 2)`)],
)

export const proposalWithdrawals = pgTable('proposal_withdrawals', {
  proposalId: to(() => proposals.id).primaryKey(),
  reason: text().notNull(),
  withdrawnById: always(() => people.id),
  createdAt: createdAt(),
})

/** That it lapses unless somebody moves it, told a fortnight before. */
export const proposalLapseWarnings = pgTable(
  'proposal_lapse_warnings',
  { id: id(), proposalId: always(() => proposals.id), createdAt: createdAt() },
  (t) => [index().on(t.proposalId)],
)

/** Nobody has moved it for half a year (`DOMAIN.md 3.3`). */
export const proposalLapses = pgTable('proposal_lapses', {
  proposalId: to(() => proposals.id).primaryKey(),
  createdAt: createdAt(),
})

export type Proposal = typeof proposals.$inferSelect
export type ProposalVersion = typeof proposalVersions.$inferSelect
export type ProposalOption = typeof proposalOptions.$inferSelect
export type ProposalQuestion = typeof proposalQuestions.$inferSelect
export type ProposalOpinion = typeof proposalOpinions.$inferSelect
