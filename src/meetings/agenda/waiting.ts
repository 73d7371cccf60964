import { and, eq, exists, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Group } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { minutesApprovals, minutesCirculations } from '../minutes/schema.ts'
import { type MeetingEntry, meetingBefore, meetingEntries } from '../model.ts'
import { meetingEndings, meetings } from '../schema.ts'
import { carriedInto } from './carried.ts'
import {
  deadlineDraft,
  frames,
  type ItemDraft,
  minutesDraft,
  proposalDraft,
  referralDraft,
  reportDraft,
  reviewDraft,
  tasksDraft,
  wishDraft,
} from './drafts.ts'
import {
  deadlinesAhead,
  proposalsReady,
  referralsOpen,
  reportsUnheard,
  reviewsDue,
  tasksAreWaiting,
  wishesOpen,
} from './sources.ts'
import { subjectOf, subjectsElsewhere } from './subjects.ts'

/** The meeting that is asked about; nothing of it is changed. */
type For = Pick<MeetingEntry, 'id' | 'groupId' | 'startsAt'>

/** The minutes of the last meeting, and older ones that were sent round and nobody has approved. */
async function minutesLeft(db: Database, { groupId, startsAt }: For): Promise<ItemDraft[]> {
  const held = and(eq(meetings.groupId, groupId), lte(meetings.startsAt, startsAt), isNotNull(meetingEndings.meetingId))
  const last = await meetingBefore(db, groupId, startsAt)
  const sent = db
    .select({ id: minutesCirculations.id })
    .from(minutesCirculations)
    .where(eq(minutesCirculations.meetingId, meetings.id))
  const open = await meetingEntries(db, and(held, isNull(minutesApprovals.meetingId), exists(sent)))
  const isOpenToo = last?.state === 'ended' && !open.some(({ id }) => id === last.id)
  return [...open, ...(isOpenToo ? [last] : [])].map(({ id }) => minutesDraft(id))
}

const reportsFor = async (db: Database, group: Group): Promise<ItemDraft[]> =>
  group.kind === 'circle' ? (await reportsUnheard(db, group.id)).map(reportDraft) : []

/**
 * Everything that a meeting of this group has to look at, in the order of its agenda (`DOMAIN.md 5.2`), whether or not
 * it is on it already. What stands on another agenda that is still to come does not wait.
 */
export async function whatWaits(db: Database, group: Group, meeting: For): Promise<ItemDraft[]> {
  const wishes = await wishesOpen(db, group.id)
  const carried = await carriedInto(db, group.id)
  const carriedOver = new Set(carried.map(subjectOf))
  const all = [
    ...frames,
    ...(await minutesLeft(db, meeting)).filter((draft) => !carriedOver.has(subjectOf(draft))),
    ...carried,
    ...(await reportsFor(db, group)),
    ...(await referralsOpen(db, group.id)).map(referralDraft),
    ...(await proposalsReady(db, group.id, wishes)).map(proposalDraft),
    ...wishes.map(wishDraft),
    ...(await deadlinesAhead(db, group, meeting.startsAt)).map(deadlineDraft),
    ...(await reviewsDue(db, group.id, meeting.startsAt)).map(reviewDraft),
    ...((await tasksAreWaiting(db, group.id, dayOf(new Date()))) ? [tasksDraft] : []),
  ]
  const elsewhere = await subjectsElsewhere(db, meeting)
  return all.filter((draft) => !elsewhere.has(subjectOf(draft)))
}
