import { sql } from 'drizzle-orm'
import {
  boolean,
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from '../db/columns.ts'
import { people } from '../identity/schema.ts'
import type { Rules } from './rules.ts'

/** One installation is one alliance. */
export const alliances = pgTable(
  'alliances',
  { only: boolean().primaryKey().default(true), name: text().notNull(), createdAt: createdAt() },
  (t) => [check('one_alliance', sql`${t.only}`)],
)

/** What the alliance stands for, cited by its code, as in "L3". */
export const guidingIdeas = pgTable(
  'guiding_ideas',
  { id: id(), code: text().notNull().unique(), title: text().notNull(), position: integer().notNull() },
  (t) => [check('guiding_ideas_code_form', sql`${t.code} ~ '^[A-Z]{1,3}[0-9]{1,2}$'`)],
)

export const organisations = pgTable('organisations', {
  id: id(),
  name: text().notNull().unique(),
  createdAt: createdAt(),
})

/** For whom a person speaks, if for anybody. */
export const affiliations = pgTable('affiliations', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  organisationId: uuid()
    .notNull()
    .references(() => organisations.id),
})

export const groupKind = pgEnum('group_kind', ['working_group', 'circle'])
export const groupState = pgEnum('group_state', ['active', 'dormant', 'dissolved'])
/** An organ of an association decides as the statute says until its own rules say otherwise (`DOMAIN.md 3.2`). */
export const legalForm = pgEnum('legal_form', ['informal', 'association_organ'])

export const groups = pgTable(
  'groups',
  {
    id: id(),
    kind: groupKind().notNull(),
    state: groupState().notNull().default('active'),
    legalForm: legalForm().notNull().default('informal'),
    slug: text().notNull().unique(),
    /** Stands before the numbers of its decisions, as in EN-2026-004. */
    prefix: text().notNull().unique(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('exactly_one_circle').on(t.kind).where(sql`${t.kind} = 'circle'`),
    check('groups_slug_form', sql`${t.slug} ~ '^[a-z][a-z0-9-]{0,30}$'`),
    check('groups_prefix_form', sql`${t.prefix} ~ '^[A-Z]{2,4}$'`),
  ],
)

export const standing = pgEnum('standing', ['member', 'guest'])

/** Never deleted, only ended. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    standing: standing().notNull().default('member'),
    /** A coordinator attends the circle without a vote (`DOMAIN.md 6.3`). */
    votes: boolean().notNull().default(true),
    /** A guest's last day, Europe/Berlin, included. */
    endsOn: date(),
    startedAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('one_membership_at_a_time').on(t.groupId, t.personId).where(sql`${t.endedAt} is null`),
    unique().on(t.id, t.groupId),
    index().on(t.personId),
    check('guests_end_by_date', sql`${t.standing} <> 'guest' or (${t.endsOn} is not null and not ${t.votes})`),
  ],
)

/** A `publisher` of the circle makes adopted texts public. */
export const role = pgEnum('role', [
  'lead',
  'delegate',
  'facilitator',
  'minute_taker',
  'coordinator',
  'publisher',
  'deputy_lead',
  'deputy_delegate',
])

export const roleTerms = pgTable(
  'role_terms',
  {
    id: id(),
    membershipId: uuid().notNull(),
    groupId: uuid().notNull(),
    role: role().notNull(),
    /** First and last day of the term. */
    startsOn: date().notNull(),
    endsOn: date(),
    /** Number of the decision that gave it, or how else it was given. */
    givenBy: text().notNull().default(''),
    endedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.membershipId, t.groupId], foreignColumns: [memberships.id, memberships.groupId] }),
    uniqueIndex('a_role_once_per_member').on(t.membershipId, t.role).where(sql`${t.endedAt} is null`),
    index().on(t.groupId),
  ],
)

/** What a group is for and what it may decide alone (`DOMAIN.md 3.9`). A new one supersedes the old one. */
export const mandates = pgTable(
  'mandates',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    aim: text().notNull(),
    domain: text().notNull().default(''),
    limits: text().notNull().default(''),
    /** What the circle waits for. */
    deliverables: text().notNull().default(''),
    /** Every so many months the group reports to the circle. */
    reportMonths: integer().notNull().default(3),
    /** Number of the decision that gave it, or how else it was given. */
    givenBy: text().notNull().default(''),
    validFrom: date().notNull(),
    validUntil: date(),
    /** The day on which the circle looks at it again. */
    reviewOn: date(),
    supersededAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('one_mandate_in_force').on(t.groupId).where(sql`${t.supersededAt} is null`),
    check('reports_come_now_and_then', sql`${t.reportMonths} between 1 and 24`),
    check('mandates_end_after_they_begin', sql`${t.validUntil} >= ${t.validFrom}`),
  ],
)

export const ruleSets = pgTable(
  'rule_sets',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    version: integer().notNull(),
    rules: jsonb().$type<Rules>().notNull(),
    /** Which statute, bylaw or decision it rests on. */
    legalBasis: text().notNull().default(''),
    /** Number of the decision that gave it, or how else it was given. */
    givenBy: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.groupId, t.version),
    /** Later versions are each given by a decision of their own. */
    uniqueIndex('one_rule_set_per_decision').on(t.groupId, t.givenBy).where(sql`${t.version} > 1`),
  ],
)

/** A link into a group. Only the hash of its secret part is stored. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    email: text().notNull(),
    standing: standing().notNull().default('member'),
    /** Comes with the membership, as for the first lead of a new group. */
    role: role(),
    /** For a guest: the last day of access. */
    endsOn: date(),
    tokenHash: text().notNull().unique(),
    invitedById: uuid()
      .notNull()
      .references(() => people.id),
    expiresAt: instant().notNull(),
    acceptedById: uuid().references(() => people.id),
    acceptedAt: instant(),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.groupId)],
)

export type GuidingIdea = typeof guidingIdeas.$inferSelect
export type Group = typeof groups.$inferSelect
export type LegalForm = Group['legalForm']
export type Membership = typeof memberships.$inferSelect
export type Role = (typeof role.enumValues)[number]
export type StoredRuleSet = typeof ruleSets.$inferSelect
export type Standing = (typeof standing.enumValues)[number]
export type Mandate = typeof mandates.$inferSelect
export type RoleTerm = typeof roleTerms.$inferSelect
