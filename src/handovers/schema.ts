import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../db/columns.ts'
import { decisions } from '../decisions/register/schema.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

/** Somebody has left a group, and what they held went somewhere. Never changes. */
export const handovers = pgTable(
  'handovers',
  {
    id: id(),
    groupId: always(() => groups.id),
    personId: always(() => people.id),
    /** Nobody: then what can be nobody's is nobody's, and everything else stays where it is. */
    successorId: to(() => people.id),
    /** Number of the decision that gave the roles on, or why they went. */
    givenBy: text().notNull().default(''),
    /** Who has seen to it. */
    actorId: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.groupId, t.createdAt),
    index().on(t.personId),
    check('nobody_succeeds_themselves', sql`${t.successorId} <> ${t.personId}`),
  ],
)

export const heldKind = pgEnum('held_kind', [
  'task',
  'draft',
  'proposal',
  'role',
  'referral',
  'answer',
  'editorial_mandate',
  'seat',
])

/** Given on, free for somebody to take, ended with the membership, or left as it was. */
export const heldFate = pgEnum('held_fate', ['handed_over', 'nobody', 'ended', 'stays'])

export const handoverItems = pgTable(
  'handover_items',
  {
    id: id(),
    handoverId: always(() => handovers.id),
    kind: heldKind().notNull(),
    subjectId: uuid().notNull(),
    /** How it was called then. */
    title: text().notNull(),
    fate: heldFate().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.handoverId, t.kind, t.subjectId)],
)

/** A group rests: no rounds, its texts stay readable. */
export const dormancies = pgTable(
  'dormancies',
  {
    id: id(),
    groupId: always(() => groups.id),
    reason: text().notNull(),
    beganById: always(() => people.id),
    createdAt: createdAt(),
    wokenAt: instant(),
    wokenById: to(() => people.id),
  },
  (t) => [
    uniqueIndex('a_group_rests_once_at_a_time').on(t.groupId).where(sql`${t.wokenAt} is null`),
    check('resting_has_a_reason', sql`length(trim(${t.reason})) > 0`),
    check('woken_by_somebody', sql`num_nonnulls(${t.wokenAt}, ${t.wokenById}) in (0, 2)`),
  ],
)

/** The end of a group is being prepared: where everything goes that is open there (`DOMAIN.md 3.8`). */
export const dissolutions = pgTable(
  'dissolutions',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** Who takes over. */
    heirId: always(() => groups.id),
    startedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.groupId), check('no_group_inherits_from_itself', sql`${t.heirId} <> ${t.groupId}`)],
)

export const openKind = pgEnum('open_kind', [
  'document',
  'task',
  'proposal',
  'referral_sent',
  'referral_received',
  'wish',
  'meeting',
  'deadline',
])

export const destination = pgEnum('destination', ['heir', 'kept', 'dropped', 'withdrawn', 'noted', 'cancelled'])

/** Where one open thing goes; only what goes to the heir needs no reason. Fixed once the group is dissolved. */
export const dissolutionItems = pgTable(
  'dissolution_items',
  {
    id: id(),
    dissolutionId: always(() => dissolutions.id),
    kind: openKind().notNull(),
    subjectId: uuid().notNull(),
    title: text().notNull(),
    destination: destination().notNull(),
    reason: text().notNull().default(''),
    decidedById: always(() => people.id),
    /** What it became at the heir's. */
    becameId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.dissolutionId, t.kind, t.subjectId),
    index().on(t.becameId),
    check('letting_go_has_a_reason', sql`${t.destination} in ('heir', 'kept') or length(trim(${t.reason})) > 0`),
    check(
      'each_kind_has_its_ways',
      sql`case ${t.kind}::text
        when 'document' then ${t.destination} in ('heir', 'kept')
        when 'task' then ${t.destination} in ('heir', 'dropped')
        when 'proposal' then ${t.destination} in ('heir', 'withdrawn')
        when 'referral_sent' then ${t.destination} = 'withdrawn'
        when 'referral_received' then ${t.destination} = 'noted'
        when 'wish' then ${t.destination} in ('heir', 'dropped')
        when 'meeting' then ${t.destination} = 'cancelled'
        when 'deadline' then ${t.destination} in ('heir', 'dropped')
      end`,
    ),
  ],
)

/** The group is dissolved, by a decision of the circle. */
export const dissolutionCompletions = pgTable('dissolution_completions', {
  dissolutionId: to(() => dissolutions.id).primaryKey(),
  decisionId: always(() => decisions.id),
  completedById: always(() => people.id),
  createdAt: createdAt(),
})

export type Handover = typeof handovers.$inferSelect
export type HandoverItem = typeof handoverItems.$inferSelect
export type HeldKind = HandoverItem['kind']
export type HeldFate = HandoverItem['fate']
export type Dissolution = typeof dissolutions.$inferSelect
export type DissolutionItem = typeof dissolutionItems.$inferSelect
export type OpenKind = DissolutionItem['kind']
export type Destination = DissolutionItem['destination']
