import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { records } from '../../decisions/records/schema.ts'
import { documents, snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { tasks } from '../../tasks/schema.ts'
import { agendaItems } from '../agenda/schema.ts'
import { meetings } from '../schema.ts'

/** The text in which a meeting is written down; made once, when it begins. */
export const meetingMinutes = pgTable('meeting_minutes', {
  meetingId: to(() => meetings.id).primaryKey(),
  documentId: always(() => documents.id).unique(),
  createdAt: createdAt(),
})

/** Under which number an item stands in the minutes; stays whatever becomes of the order of the agenda. */
export const minutesHeadings = pgTable(
  'minutes_headings',
  {
    itemId: to(() => agendaItems.id).primaryKey(),
    meetingId: always(() => meetings.id),
    number: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.meetingId, t.number)],
)

export const minutesLinkKind = pgEnum('minutes_link_kind', ['decision', 'task'])

/** A line of the minutes became a decision or a task, and stays linked with it. */
export const minutesLinks = pgTable(
  'minutes_links',
  {
    id: id(),
    meetingId: always(() => meetings.id),
    itemId: always(() => agendaItems.id),
    kind: minutesLinkKind().notNull(),
    /** The line as it was then. */
    quote: text().notNull(),
    recordId: to(() => records.id).unique(),
    taskId: to(() => tasks.id).unique(),
    madeById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.meetingId),
    uniqueIndex('a_line_becomes_it_once').on(t.itemId, t.kind, sql`md5(${t.quote})`),
    check('a_line_becomes_what_it_says', sql`(${t.kind} = 'decision') = (${t.recordId} is not null)`),
    check('a_line_becomes_one_thing', sql`num_nonnulls(${t.recordId}, ${t.taskId}) = 1`),
  ],
)

/** The minutes as they were sent round; corrected ones are sent round again. */
export const minutesCirculations = pgTable(
  'minutes_circulations',
  {
    id: id(),
    meetingId: always(() => meetings.id),
    /** From 1. */
    number: integer().notNull(),
    snapshotId: always(() => snapshots.id),
    /** The two who sign: whoever wrote the minutes, and whoever led the meeting. */
    minuteTakerId: always(() => people.id),
    facilitatorId: always(() => people.id),
    /** Objections that arrive later are too late. */
    objectionsUntil: instant().notNull(),
    circulatedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.meetingId, t.number),
    unique().on(t.id, t.meetingId),
    check('two_sign_the_minutes', sql`${t.minuteTakerId} <> ${t.facilitatorId}`),
    check('circulations_count_from_one', sql`${t.number} > 0`),
  ],
)

/** A mail about minutes that go round: written in the transaction that sends them round, marked in the one that sends it. */
export const minutesLetters = pgTable(
  'minutes_letters',
  {
    circulationId: always(() => minutesCirculations.id),
    personId: always(() => people.id),
    createdAt: createdAt(),
    sentAt: instant(),
    /** There is no such mailbox, or the person wants none. */
    gaveUpAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.circulationId, t.personId] }),
    index('minutes_letters_to_send').on(t.createdAt).where(sql`${t.sentAt} is null and ${t.gaveUpAt} is null`),
  ],
)

/** Somebody says that an item is written down wrongly: how it stands, and how it should. Stays for good. */
export const minutesObjections = pgTable(
  'minutes_objections',
  {
    id: id(),
    circulationId: always(() => minutesCirculations.id),
    meetingId: always(() => meetings.id),
    itemId: always(() => agendaItems.id),
    present: text().notNull(),
    wished: text().notNull(),
    raisedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.meetingId),
    index().on(t.itemId),
    check('an_objection_names_both_wordings', sql`length(trim(${t.present})) > 0 and length(trim(${t.wished})) > 0`),
  ],
)

/** What minute taker and facilitator say to it: only both together accept; otherwise the group decides. */
export const minutesObjectionViews = pgTable(
  'minutes_objection_views',
  {
    objectionId: always(() => minutesObjections.id),
    personId: always(() => people.id),
    accepts: boolean().notNull(),
    words: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.objectionId, t.personId] }),
    check('refusing_has_a_reason', sql`${t.accepts} or length(trim(${t.words})) > 0`),
  ],
)

/** The group is to decide on it when it meets next. */
export const minutesObjectionHandings = pgTable('minutes_objection_handings', {
  objectionId: to(() => minutesObjections.id).primaryKey(),
  wishId: to(() => agendaWishes.id),
  handedById: always(() => people.id),
  createdAt: createdAt(),
})

/** What the group has decided on it, in a later meeting. */
export const minutesObjectionRulings = pgTable('minutes_objection_rulings', {
  objectionId: to(() => minutesObjections.id).primaryKey(),
  accepts: boolean().notNull(),
  words: text().notNull().default(''),
  inMeetingId: always(() => meetings.id),
  enteredById: always(() => people.id),
  createdAt: createdAt(),
})

export const minutesApprovalKind = pgEnum('minutes_approval_kind', ['meeting', 'expiry'])

/** From now on the minutes are what was said; nothing in them changes any more. */
export const minutesApprovals = pgTable(
  'minutes_approvals',
  {
    meetingId: to(() => meetings.id).primaryKey(),
    circulationId: always(() => minutesCirculations.id),
    kind: minutesApprovalKind().notNull(),
    /** The later meeting that approved them. */
    inMeetingId: to(() => meetings.id),
    /** Nobody where the time for objections has run out. */
    enteredById: to(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      'a_meeting_approves_or_time_does',
      sql`(${t.kind} = 'meeting') = (${t.inMeetingId} is not null and ${t.enteredById} is not null)`,
    ),
    check('no_meeting_approves_itself', sql`${t.inMeetingId} <> ${t.meetingId}`),
  ],
)

/** What was put right in approved minutes: proposed by one of the two who signed them, in force once the other has signed. */
export const minutesNotes = pgTable(
  'minutes_notes',
  {
    id: id(),
    meetingId: always(() => meetings.id),
    itemId: to(() => agendaItems.id),
    present: text().notNull(),
    wished: text().notNull(),
    reason: text().notNull(),
    firstPersonId: always(() => people.id),
    createdAt: createdAt(),
    secondPersonId: to(() => people.id),
    signedAt: instant(),
    discardedAt: instant(),
  },
  (t) => [
    index().on(t.meetingId),
    check('nobody_puts_minutes_right_alone', sql`${t.secondPersonId} <> ${t.firstPersonId}`),
    check('minutes_notes_are_signed_whole', sql`num_nonnulls(${t.secondPersonId}, ${t.signedAt}) in (0, 2)`),
    check('minutes_notes_end_once', sql`num_nonnulls(${t.signedAt}, ${t.discardedAt}) < 2`),
  ],
)

export type MinutesLink = typeof minutesLinks.$inferSelect
export type Circulation = typeof minutesCirculations.$inferSelect
export type MinutesObjection = typeof minutesObjections.$inferSelect
export type MinutesApproval = typeof minutesApprovals.$inferSelect
export type MinutesNote = typeof minutesNotes.$inferSelect
