import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../db/columns.ts'
import { snapshots } from '../documents/schema.ts'
import type { Rules } from '../groups/rules.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

const words = () => ({ title: text().notNull(), wording: text().notNull() })

export const scope = pgEnum('scope', ['own_group', 'public_effect', 'money', 'other_groups'])
export const roundMethod = pgEnum('round_method', ['consent', 'majority'])
export const decisionMethod = pgEnum('decision_method', ['consent', 'majority', 'recorded'])
export const seatKind = pgEnum('seat_kind', ['person', 'organisation', 'group'])
export const ballotChoice = pgEnum('ballot_choice', ['consent', 'concern', 'objection', 'yes', 'no', 'abstain'])
export const objectionEnd = pgEnum('objection_end', ['withdrawn', 'integrated'])
export const outcome = pgEnum('outcome', ['adopted', 'rejected', 'not_quorate', 'undecided'])
export const finalOutcome = pgEnum('final_outcome', ['adopted', 'rejected'])

/** A request to decide. Its wording is frozen while a round is open; a change afterwards raises `version`. */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** The wording is complete on its own: the sentences that will be in force. */
    ...words(),
    rationale: text().notNull().default(''),
    /** The frozen version that it is about. */
    snapshotId: to(() => snapshots.id),
    scope: scope().notNull().default('own_group'),
    version: integer().notNull().default(1),
    authorId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.id, t.groupId), index().on(t.groupId)],
)

export const proposalWithdrawals = pgTable('proposal_withdrawals', {
  proposalId: to(() => proposals.id).primaryKey(),
  reason: text().notNull(),
  withdrawnById: always(() => people.id),
  createdAt: createdAt(),
})

/** One collection of answers on one version of a proposal. Everything copied here stays as it was at opening. */
export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    proposalId: uuid().notNull(),
    groupId: uuid().notNull(),
    number: integer().notNull(),
    method: roundMethod().notNull(),
    ...words(),
    rationale: text().notNull(),
    proposalVersion: integer().notNull(),
    snapshotId: to(() => snapshots.id),
    rules: jsonb().$type<Rules>().notNull(),
    ruleSetVersion: integer().notNull(),
    legalBasis: text().notNull().default(''),
    openedById: always(() => people.id),
    openedAt: instant().notNull().defaultNow(),
    /** Exclusive: an answer counts if the server received it before this instant (`DOMAIN.md 4.1 G4`). */
    closesAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.proposalId, t.groupId], foreignColumns: [proposals.id, proposals.groupId] }),
    unique().on(t.proposalId, t.number),
    unique().on(t.id, t.groupId),
    index().on(t.groupId),
    index().on(t.snapshotId),
    check('rounds_end_after_they_open', sql`${t.closesAt} > ${t.openedAt}`),
  ],
)

/** The roll: every seat that is entitled, fixed at opening. */
export const seats = pgTable(
  'seats',
  {
    id: id(),
    roundId: always(() => rounds.id),
    kind: seatKind().notNull().default('person'),
    /** Who votes for the seat. One person holds at most one seat of a round. */
    holderId: always(() => people.id),
    weight: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.roundId, t.holderId),
    unique().on(t.id, t.roundId),
    index().on(t.holderId),
    check('whole_weight', sql`${t.weight} > 0`),
  ],
)

/** A seat that lost its entitlement without an answer leaves the roll (`DOMAIN.md 4.2 R3`). */
export const seatLosses = pgTable('seat_losses', {
  seatId: to(() => seats.id).primaryKey(),
  reason: text().notNull(),
  createdAt: createdAt(),
})

/** At most one answer per seat, whatever happens at the same time; a change overwrites it until the round closes. */
export const ballots = pgTable(
  'ballots',
  {
    seatId: uuid().primaryKey(),
    roundId: uuid().notNull(),
    choice: ballotChoice().notNull(),
    reason: text().notNull().default(''),
    castById: always(() => people.id),
    castAt: instant().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    index().on(t.roundId),
    check('objections_have_a_reason', sql`${t.choice} <> 'objection' or length(trim(${t.reason})) > 0`),
  ],
)

/** Received too late: kept, shown, not counted (`DOMAIN.md 4.1 G6`). */
export const lateBallots = pgTable(
  'late_ballots',
  {
    id: id(),
    roundId: always(() => rounds.id),
    seatId: always(() => seats.id),
    choice: ballotChoice().notNull(),
    reason: text().notNull().default(''),
    castById: always(() => people.id),
    receivedAt: instant().notNull().defaultNow(),
  },
  (t) => [index().on(t.roundId)],
)

/** A reasoned claim that the proposal endangers the aim. Owner = who raised it. */
export const objections = pgTable(
  'objections',
  {
    id: id(),
    roundId: always(() => rounds.id),
    ownerId: always(() => people.id),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.roundId, t.ownerId), unique().on(t.id, t.ownerId)],
)

/** The pair of keys makes it impossible that anybody but the owner ends an objection (`DOMAIN.md 3.3`). */
export const objectionEndings = pgTable(
  'objection_endings',
  {
    objectionId: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    kind: objectionEnd().notNull(),
    note: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [foreignKey({ columns: [t.objectionId, t.ownerId], foreignColumns: [objections.id, objections.ownerId] })],
)

/** How a round ended: written once, when it closes. */
export const counts = pgTable('counts', {
  roundId: to(() => rounds.id).primaryKey(),
  outcome: outcome().notNull(),
  /** Reason code of `DOMAIN.md 4`, such as `threshold_met`. */
  reason: text().notNull(),
  tally: jsonb().$type<Record<string, number>>().notNull(),
  flags: jsonb().$type<string[]>().notNull().default([]),
  countedById: always(() => people.id),
  createdAt: createdAt(),
})

/** A decision that was taken in a meeting, waiting for a second person to confirm it. */
export const records = pgTable(
  'records',
  {
    id: id(),
    groupId: always(() => groups.id),
    ...words(),
    decidedOn: date().notNull(),
    /** Where: a place, a meeting, a call. */
    place: text().notNull(),
    /** How: unanimous, by show of hands 5 to 1, by consent. */
    manner: text().notNull(),
    outcome: finalOutcome().notNull().default('adopted'),
    snapshotId: to(() => snapshots.id),
    reportedById: always(() => people.id),
    discardedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.groupId)],
)

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
    ...words(),
    rationale: text().notNull().default(''),
    scope: scope().notNull().default('own_group'),
    outcome: finalOutcome().notNull(),
    reason: text().notNull(),
    tally: jsonb().$type<Record<string, number>>().notNull().default({}),
    flags: jsonb().$type<string[]>().notNull().default([]),
    snapshotId: to(() => snapshots.id),
    decidedOn: date().notNull(),
    firstPersonId: always(() => people.id),
    secondPersonId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.groupId, t.year, t.number),
    index().on(t.groupId, t.year),
    index().on(t.snapshotId),
    check('nobody_finalises_alone', sql`${t.firstPersonId} <> ${t.secondPersonId}`),
    check('one_origin', sql`num_nonnulls(${t.roundId}, ${t.recordId}) = 1`),
    check('whole_number', sql`${t.number} > 0`),
  ],
)

export type Proposal = typeof proposals.$inferSelect
export type Round = typeof rounds.$inferSelect
export type Ballot = typeof ballots.$inferSelect
export type Choice = Ballot['choice']
export type Objection = typeof objections.$inferSelect
export type Count = typeof counts.$inferSelect
export type Outcome = Count['outcome']
export type DecisionRecord = typeof records.$inferSelect
export type Decision = typeof decisions.$inferSelect
