import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { meetingForm, meetings } from '../schema.ts'

/** On which day a group meets: some dates are proposed, and everybody says when they can come. */
export const meetingPolls = pgTable(
  'meeting_polls',
  {
    id: id(),
    groupId: always(() => groups.id),
    /** How long it will take. */
    minutes: integer().notNull(),
    form: meetingForm().notNull().default('on_site'),
    place: text().notNull().default(''),
    note: text().notNull().default(''),
    /** Until this day, included, replies are hoped for. */
    answerBy: date().notNull(),
    openedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.groupId), check('polled_meetings_take_their_time', sql`${t.minutes} between 15 and 1440`)],
)

/** Fixed once people have been asked. */
export const pollDates = pgTable(
  'poll_dates',
  { id: id(), pollId: always(() => meetingPolls.id), startsAt: instant().notNull() },
  (t) => [unique().on(t.pollId, t.startsAt), unique().on(t.id, t.pollId)],
)

export const pollChoice = pgEnum('poll_choice', ['yes', 'if_need_be', 'no'])

/** What somebody said about a date; changed as long as the poll is open. */
export const pollReplies = pgTable(
  'poll_replies',
  {
    dateId: uuid().notNull(),
    pollId: uuid().notNull(),
    personId: always(() => people.id),
    choice: pollChoice().notNull(),
    repliedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.dateId, t.personId] }),
    foreignKey({ columns: [t.dateId, t.pollId], foreignColumns: [pollDates.id, pollDates.pollId] }),
    index().on(t.pollId),
  ],
)

/** The end of a poll: one of its dates, with the meeting that was planned for it; or none of them. */
export const pollClosings = pgTable(
  'poll_closings',
  {
    pollId: to(() => meetingPolls.id).primaryKey(),
    dateId: uuid(),
    meetingId: to(() => meetings.id).unique(),
    closedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.dateId, t.pollId], foreignColumns: [pollDates.id, pollDates.pollId] }),
    check('a_chosen_date_has_its_meeting', sql`num_nonnulls(${t.dateId}, ${t.meetingId}) in (0, 2)`),
  ],
)

export type MeetingPoll = typeof meetingPolls.$inferSelect
export type PollChoice = (typeof pollChoice.enumValues)[number]
