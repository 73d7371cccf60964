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
  const sent = db
    .select({ id: minutesCirculations.id })
    .from(minutesCirculations)
    .where(eq(minutesCirculations.meetingId, meetings.id))
  const [last, open] = await Promise.all([
    meetingBefore(db, groupId, startsAt),
    meetingEntries(db, and(held, isNull(minutesApprovals.meetingId), exists(sent))),
  ])
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
  const { id } = group
  const wishing = wishesOpen(db, id)
  const [minutes, carried, heard, sent, ready, wishes, days, reviews, tasksWait, elsewhere] = await Promise.all([
    minutesLeft(db, meeting),
    carriedInto(db, id),
    reportsFor(db, group),
    referralsOpen(db, id),
    wishing.then((wishes) => proposalsReady(db, id, wishes)),
    wishing,
    deadlinesAhead(db, group, meeting.startsAt),
    reviewsDue(db, id, meeting.startsAt),
    tasksAreWaiting(db, id, dayOf(new Date())),
    subjectsElsewhere(db, meeting),
  ])
  const carriedOver = new Set(carried.map(subjectOf))
  const all = [
    ...frames,
    ...minutes.filter((draft) => !carriedOver.has(subjectOf(draft))),
    ...carried,
    ...heard,
    ...sent.map(referralDraft),
    ...ready.map(proposalDraft),
    ...wishes.map(wishDraft),
    ...days.map(deadlineDraft),
    ...reviews.map(reviewDraft),
    ...(tasksWait ? [tasksDraft] : []),
  ]
  return all.filter((draft) => !elsewhere.has(subjectOf(draft)))
}
