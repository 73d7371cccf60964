import { and, asc, desc, eq, gt, inArray, lte, not, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type Group, groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { meetingCitation } from './citation.ts'
import { minutesApprovals } from './minutes/schema.ts'
import {
  type Meeting,
  meetingCancellations,
  meetingEndings,
  meetingInvitations,
  meetingOpenings,
  meetings,
} from './schema.ts'
import { type Happened, isOverIn, type MeetingState, stateOf } from './standing.ts'

/** A meeting with where it stands, as everybody sees it. */
export interface MeetingEntry extends Meeting, Happened {
  /** As in KK-07. */
  cited: string
  group: Group
  facilitator: string | null
  minuteTaker: string | null
  state: MeetingState
  /** Why it does not take place. */
  cancelledFor: string
}

type Named = typeof meetings.facilitatorId | typeof meetings.minuteTakerId

/** Looked up for itself: a table that is only joined for one of its columns makes planning dearer than asking. */
const nameOf = (id: Named) => sql<string | null>`(select ${people.name} from ${people} where ${people.id} = ${id})`

const invitedAt = sql<Date | null>`(
  select ${meetingInvitations.createdAt} from ${meetingInvitations}
  where ${meetingInvitations.meetingId} = ${meetings.id})`.mapWith(meetingInvitations.createdAt)

const rows = (db: Database) =>
  db
    .select({
      meeting: meetings,
      group: groups,
      facilitator: nameOf(meetings.facilitatorId),
      minuteTaker: nameOf(meetings.minuteTakerId),
      invitedAt,
      openedAt: meetingOpenings.createdAt,
      endedAt: meetingEndings.createdAt,
      /** Once the minutes are approved nothing changes any more. */
      closedAt: minutesApprovals.createdAt,
      cancelledAt: meetingCancellations.createdAt,
      cancelledFor: meetingCancellations.reason,
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(meetingOpenings, eq(meetingOpenings.meetingId, meetings.id))
    .leftJoin(meetingEndings, eq(meetingEndings.meetingId, meetings.id))
    .leftJoin(minutesApprovals, eq(minutesApprovals.meetingId, meetings.id))
    .leftJoin(meetingCancellations, eq(meetingCancellations.meetingId, meetings.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const entry = ({ meeting, cancelledFor, ...row }: Row): MeetingEntry => ({
  ...meeting,
  ...row,
  cited: meetingCitation(row.group.prefix, meeting.number),
  state: stateOf(row),
  cancelledFor: cancelledFor ?? '',
})

/** Meetings with where they stand; the caller says which and for whom. */
export const meetingEntries = async (
  db: Database,
  which: SQL | undefined,
  { order = [asc(meetings.startsAt)], limit = 500 }: { order?: SQL[]; limit?: number } = {},
): Promise<MeetingEntry[]> =>
  (
    await rows(db)
      .where(which)
      .orderBy(...order, asc(meetings.number))
      .limit(limit)
  ).map(entry)

/** One meeting of this very group. */
export async function findMeeting(db: Database, groupId: string, id: string): Promise<MeetingEntry | null> {
  const [meeting] = await meetingEntries(db, and(eq(meetings.groupId, groupId), eq(meetings.id, id)))
  return meeting ?? null
}

/** What is still to come or going on, the next one on top. */
export const comingMeetings = (db: Database, groupId: string): Promise<MeetingEntry[]> =>
  meetingEntries(db, and(eq(meetings.groupId, groupId), not(isOverIn)))

/** What is over or was cancelled, the latest on top. */
export const pastMeetings = (db: Database, groupId: string, limit = 60): Promise<MeetingEntry[]> =>
  meetingEntries(db, and(eq(meetings.groupId, groupId), isOverIn), { order: [desc(meetings.startsAt)], limit })

/** All meetings of a group, the latest on top. */
export const meetingsOf = (db: Database, groupId: string): Promise<MeetingEntry[]> =>
  meetingEntries(db, eq(meetings.groupId, groupId), { order: [desc(meetings.startsAt)] })

/** The one that the group prepares or sits in: not over, and its end has not passed. */
export async function nextMeeting(db: Database, groupId: string, now: Date): Promise<MeetingEntry | null> {
  const [next] = await nextMeetings(db, [groupId], now)
  return next ?? null
}

/** The same for several groups at once, one query for all. */
export async function nextMeetings(db: Database, groupIds: string[], now: Date): Promise<MeetingEntry[]> {
  const which = and(inArray(meetings.groupId, groupIds), gt(meetings.endsAt, now), not(isOverIn))
  const coming = await meetingEntries(db, which)
  const first = new Map(coming.toReversed().map((meeting) => [meeting.groupId, meeting]))
  return [...first.values()]
}

/** The last one that took place before this instant. */
export async function meetingBefore(db: Database, groupId: string, before: Date): Promise<MeetingEntry | null> {
  const [last] = await meetingEntries(
    db,
    and(eq(meetings.groupId, groupId), lte(meetings.startsAt, before), sql`${meetingEndings.meetingId} is not null`),
    { order: [desc(meetings.startsAt)], limit: 1 },
  )
  return last ?? null
}
