import type { Database } from '../../db/database.ts'
import type { Group } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type MeetingEntry, meetingBefore } from '../model.ts'
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
  reportsSince,
  reviewsDue,
  tasksAreWaiting,
  wishesOpen,
} from './sources.ts'
import { subjectOf, subjectsElsewhere } from './subjects.ts'

/** The meeting that is asked about; nothing of it is changed. */
type For = Pick<MeetingEntry, 'id' | 'groupId' | 'startsAt'>

async function minutesLeft(db: Database, { groupId, startsAt }: For): Promise<ItemDraft[]> {
  const last = await meetingBefore(db, groupId, startsAt)
  return last && last.state === 'ended' ? [minutesDraft(last.id)] : []
}

const reportsFor = async (db: Database, group: Group, { startsAt }: For): Promise<ItemDraft[]> => {
  if (group.kind !== 'circle') return []
  const last = await meetingBefore(db, group.id, startsAt)
  return (await reportsSince(db, group.id, last?.endedAt ?? null)).map(reportDraft)
}

/**
 * Everything that a meeting of this group has to look at, in the order of its agenda (`DOMAIN.md 5.2`), whether or not
 * it is on it already. What stands on another agenda that is still to come does not wait.
 */
export async function whatWaits(db: Database, group: Group, meeting: For): Promise<ItemDraft[]> {
  const wishes = await wishesOpen(db, group.id)
  const all = [
    ...frames,
    ...(await minutesLeft(db, meeting)),
    ...(await carriedInto(db, group.id)),
    ...(await reportsFor(db, group, meeting)),
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
