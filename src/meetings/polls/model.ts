import { and, asc, desc, eq, inArray, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { meetings } from '../schema.ts'
import { type MeetingPoll, meetingPolls, type PollChoice, pollClosings, pollDates, pollReplies } from './schema.ts'

interface Named {
  id: string
  name: string
}

/** One date with everybody who has said something about it. */
export interface PolledDate {
  id: string
  startsAt: Date
  replies: (Named & { choice: PollChoice })[]
}

export interface PollEntry extends MeetingPoll {
  opener: string
  dates: PolledDate[]
  /** Members of the group who have not replied. */
  silent: Named[]
  closing: { dateId: string | null; meetingId: string | null; at: Date } | null
}

const found = (db: Database, which: SQL | undefined) =>
  db
    .select({ poll: meetingPolls, opener: people.name, closing: pollClosings })
    .from(meetingPolls)
    .innerJoin(people, eq(people.id, meetingPolls.openedById))
    .leftJoin(pollClosings, eq(pollClosings.pollId, meetingPolls.id))
    .where(which)

const repliesTo = (db: Database, pollId: string) =>
  db
    .select({ id: people.id, name: people.name, choice: pollReplies.choice, dateId: pollReplies.dateId })
    .from(pollReplies)
    .innerJoin(people, eq(people.id, pollReplies.personId))
    .where(eq(pollReplies.pollId, pollId))
    .orderBy(byName(people.name))

const datesOf = (db: Database, pollId: string) =>
  db.select().from(pollDates).where(eq(pollDates.pollId, pollId)).orderBy(asc(pollDates.startsAt))

const membersIn = (db: Database, groupId: string) =>
  db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'member'), inForce(dayOf(new Date()))))
    .orderBy(byName(people.name))

/** With dates and replies; of this very group. */
export async function findPoll(db: Database, groupId: string, id: string): Promise<PollEntry | null> {
  const [one] = await found(db, and(eq(meetingPolls.groupId, groupId), eq(meetingPolls.id, id)))
  if (!one) return null
  const [dates, replies, members] = await Promise.all([datesOf(db, id), repliesTo(db, id), membersIn(db, groupId)])
  const { closing } = one
  return {
    ...one.poll,
    opener: one.opener,
    dates: dates.map((date) => ({ ...date, replies: replies.filter(({ dateId }) => dateId === date.id) })),
    silent: members.filter((member) => replies.every(({ id: replied }) => replied !== member.id)),
    closing: closing && { dateId: closing.dateId, meetingId: closing.meetingId, at: closing.createdAt },
  }
}

/** A poll in a list: from when to when, and how many have said something. */
export interface PollLine {
  poll: MeetingPoll
  firstAt: Date
  lastAt: Date
  replied: number
  isClosed: boolean
  /** When the group meets, where the poll has ended with a date. */
  meetsAt: Date | null
}

const of = (which: SQL) =>
  sql<Date>`(select ${which} from ${pollDates} where ${pollDates.pollId} = ${meetingPolls.id})`.mapWith(
    pollDates.startsAt,
  )

/** The polls of a group, open ones on top. */
export async function pollsOf(db: Database, groupId: string, limit = 50): Promise<PollLine[]> {
  const rows = await db
    .select({
      poll: meetingPolls,
      firstAt: of(sql`min(${pollDates.startsAt})`),
      lastAt: of(sql`max(${pollDates.startsAt})`),
      replied: sql<number>`(select count(distinct ${pollReplies.personId})::int from ${pollReplies}
        where ${pollReplies.pollId} = ${meetingPolls.id})`,
      closedAt: pollClosings.createdAt,
      meetsAt: meetings.startsAt,
    })
    .from(meetingPolls)
    .leftJoin(pollClosings, eq(pollClosings.pollId, meetingPolls.id))
    .leftJoin(meetings, eq(meetings.id, pollClosings.meetingId))
    .where(eq(meetingPolls.groupId, groupId))
    .orderBy(sql`${pollClosings.pollId} is not null`, desc(meetingPolls.createdAt))
    .limit(limit)
  return rows.map(({ closedAt, ...row }) => ({ ...row, isClosed: closedAt !== null }))
}

/** Open polls of these groups to which this person has not replied: one query over all of them. */
export async function unansweredPolls(db: Database, personId: string, groupIds: string[]): Promise<MeetingPoll[]> {
  if (groupIds.length === 0) return []
  const own = db
    .select({ one: sql`1` })
    .from(pollReplies)
    .where(and(eq(pollReplies.pollId, meetingPolls.id), eq(pollReplies.personId, personId)))
  const rows = await db
    .select({ poll: meetingPolls })
    .from(meetingPolls)
    .leftJoin(pollClosings, eq(pollClosings.pollId, meetingPolls.id))
    .where(and(inArray(meetingPolls.groupId, groupIds), isNull(pollClosings.pollId), notExists(own)))
    .orderBy(asc(meetingPolls.answerBy))
  return rows.map(({ poll }) => poll)
}
