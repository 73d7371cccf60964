import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { calendarDeadlines } from '../../calendar/schema.ts'
import { always, createdAt, id, to } from '../../db/columns.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { proposals } from '../../decisions/proposals/schema.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { referrals } from '../../referrals/schema.ts'
import { reports } from '../../reports/schema.ts'
import { meetings } from '../schema.ts'

/** What an item asks of those who come (`DOMAIN.md 2.1`). */
export const itemType = pgEnum('agenda_item_type', ['information', 'discussion', 'decision', 'election'])

/** Why it is there; the order of the agenda as it fills itself (`DOMAIN.md 5.2`). */
export const itemSource = pgEnum('agenda_item_source', [
  'opening',
  'minutes',
  'carried_over',
  'report',
  'referral',
  'proposal',
  'wish',
  'deadline',
  'review',
  'tasks',
  'free',
  'miscellaneous',
  'next_date',
])

export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    meetingId: always(() => meetings.id),
    groupId: always(() => groups.id),
    position: integer().notNull(),
    source: itemSource().notNull(),
    type: itemType().notNull(),
    title: text().notNull(),
    goal: text().notNull().default(''),
    /** Planned, in minutes. */
    minutes: integer().notNull().default(10),
    broughtById: to(() => people.id),
    broughtByGroupId: to(() => groups.id),
    /** What it is about; at most one. */
    referralId: to(() => referrals.id),
    proposalId: to(() => proposals.id),
    wishId: to(() => agendaWishes.id),
    reportId: to(() => reports.id),
    deadlineId: to(() => calendarDeadlines.id),
    /** The decision whose review date has come. */
    decisionId: to(() => decisions.id),
    /** Whose minutes are to be approved. */
    minutesOfId: to(() => meetings.id),
    /** The item of an earlier meeting that was not finished there. */
    carriedFromId: uuid().references((): AnyPgColumn => agendaItems.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.meetingId, t.position),
    index().on(t.referralId),
    foreignKey({
      name: 'items_of_the_group_that_meets',
      columns: [t.meetingId, t.groupId],
      foreignColumns: [meetings.id, meetings.groupId],
    }),
    uniqueIndex('carried_over_once').on(t.carriedFromId).where(sql`${t.carriedFromId} is not null`),
    uniqueIndex('a_referral_once_per_meeting').on(t.meetingId, t.referralId).where(sql`${t.referralId} is not null`),
    uniqueIndex('a_proposal_once_per_meeting').on(t.meetingId, t.proposalId).where(sql`${t.proposalId} is not null`),
    uniqueIndex('a_wish_once_per_meeting').on(t.meetingId, t.wishId).where(sql`${t.wishId} is not null`),
    uniqueIndex('a_report_once_per_meeting').on(t.meetingId, t.reportId).where(sql`${t.reportId} is not null`),
    uniqueIndex('a_deadline_once_per_meeting').on(t.meetingId, t.deadlineId).where(sql`${t.deadlineId} is not null`),
    uniqueIndex('a_decision_once_per_meeting').on(t.meetingId, t.decisionId).where(sql`${t.decisionId} is not null`),
    uniqueIndex('minutes_once_per_meeting').on(t.meetingId, t.minutesOfId).where(sql`${t.minutesOfId} is not null`),
    uniqueIndex('one_of_each_frame_per_meeting')
      .on(t.meetingId, t.source)
      .where(sql`${t.source} in ('opening', 'tasks', 'miscellaneous', 'next_date')`),
    check('carried_over_from_somewhere', sql`(${t.source} = 'carried_over') = (${t.carriedFromId} is not null)`),
    check(
      'nothing_is_decided_under_miscellaneous',
      sql`${t.source} <> 'miscellaneous' or ${t.type} not in ('decision', 'election')`,
    ),
    check(
      'an_item_is_about_one_thing',
      sql`num_nonnulls(${t.referralId}, ${t.proposalId}, ${t.wishId}, ${t.reportId}, ${t.deadlineId}, ${t.decisionId}, ${t.minutesOfId}) < 2`,
    ),
    check('items_take_time', sql`${t.minutes} between 1 and 480`),
  ],
)

export const itemEnd = pgEnum('agenda_item_end', ['done', 'carried_over', 'removed'])

/** How an item ended. Whoever ends the meeting leaves none without one. */
export const itemEndings = pgTable(
  'agenda_item_endings',
  {
    itemId: to(() => agendaItems.id).primaryKey(),
    kind: itemEnd().notNull(),
    /** Of a removal: why. */
    words: text().notNull().default(''),
    endedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [check('removing_has_a_reason', sql`${t.kind} <> 'removed' or length(trim(${t.words})) > 0`)],
)

export type AgendaItem = typeof agendaItems.$inferSelect
