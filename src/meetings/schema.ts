import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../db/columns.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

export const meetingForm = pgEnum('meeting_form', ['on_site', 'online', 'hybrid'])

/** A dated gathering of a group. What has happened to it so far is in the rows below (`DOMAIN.md 3.7`). */
export const meetings = pgTable(
  'meetings',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** Gapless per group, cited as KK-07. */
    number: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    form: meetingForm().notNull().default('on_site'),
    place: text().notNull().default(''),
    accessLink: text().notNull().default(''),
    facilitatorId: to(() => people.id),
    minuteTakerId: to(() => people.id),
    /** So many days before, the invitation is out with its papers. */
    leadDays: integer().notNull().default(7),
    createdById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.groupId, t.number),
    unique().on(t.id, t.groupId),
    index().on(t.groupId, t.startsAt),
    check('meetings_end_after_they_begin', sql`${t.endsAt} > ${t.startsAt}`),
    check('meetings_lead_in_days', sql`${t.leadDays} between 0 and 90`),
  ],
)

/** The invitation went out with its agenda; a meeting is invited to once, later changes are letters of their own. */
export const meetingInvitations = pgTable('meeting_invitations', {
  meetingId: to(() => meetings.id).primaryKey(),
  sentById: always(() => people.id),
  createdAt: createdAt(),
})

export const meetingOpenings = pgTable('meeting_openings', {
  meetingId: to(() => meetings.id).primaryKey(),
  openedById: always(() => people.id),
  createdAt: createdAt(),
})

/** A meeting that was opened is over; whatever was still open on its agenda goes on to the next one. */
export const meetingEndings = pgTable('meeting_endings', {
  meetingId: to(() => meetingOpenings.meetingId).primaryKey(),
  endedById: always(() => people.id),
  createdAt: createdAt(),
})

export const meetingCancellations = pgTable(
  'meeting_cancellations',
  {
    meetingId: to(() => meetings.id).primaryKey(),
    reason: text().notNull(),
    cancelledById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [check('cancelling_has_a_reason', sql`length(trim(${t.reason})) > 0`)],
)

export const letterKind = pgEnum('meeting_letter_kind', ['invitation', 'change', 'cancellation'])

/** A mail about a meeting: written in the transaction that causes it, marked in the one that sends it. */
export const meetingLetters = pgTable(
  'meeting_letters',
  {
    meetingId: always(() => meetings.id),
    personId: always(() => people.id),
    kind: letterKind().notNull(),
    /** Of the calendar entry; rises with each letter. */
    sequence: integer().notNull(),
    createdAt: createdAt(),
    sentAt: instant(),
    /** There is no such mailbox, or the person wants none. */
    gaveUpAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.personId, t.sequence] })],
)

export type Meeting = typeof meetings.$inferSelect
