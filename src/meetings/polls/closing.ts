import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { planMeeting } from '../planning/planning.ts'
import { nameOf } from './asking.ts'
import type { PollEntry } from './model.ts'
import { type MeetingPoll, meetingPolls, pollClosings, pollDates } from './schema.ts'

/** Holds the poll; null when somebody was faster. */
async function holdOpen(
  tx: Database,
  { id, groupId }: Pick<MeetingPoll, 'id' | 'groupId'>,
): Promise<MeetingPoll | null> {
  const which = and(eq(meetingPolls.id, id), eq(meetingPolls.groupId, groupId))
  const [poll] = await tx.select().from(meetingPolls).where(which).for('update')
  const closed = await tx.$count(pollClosings, eq(pollClosings.pollId, id))
  return poll && closed === 0 ? poll : null
}

const planFor = ({ form, place, minutes }: MeetingPoll, startsAt: Date) => ({
  ...{ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), form, place },
  ...{ accessLink: '', facilitatorId: null, minuteTakerId: null, leadDays: 7 },
})

/** The date that it shall be, one ahead of us: the meeting is planned in the same moment. Null when the poll was closed already. */
export async function chooseDate(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: PollEntry,
  dateId: string,
): Promise<{ id: string } | 'is_past' | null> {
  const poll = await holdOpen(tx, of)
  const [date] = await tx
    .select()
    .from(pollDates)
    .where(and(eq(pollDates.pollId, of.id), eq(pollDates.id, dateId)))
  if (!poll || !date) return null
  if (date.startsAt <= new Date()) return 'is_past'
  const { id: meetingId } = await planMeeting(tx, record, actor, planFor(poll, date.startsAt))
  await tx.insert(pollClosings).values({ pollId: poll.id, dateId, meetingId, closedById: actor.person.id })
  await tell(record, actor, of)
  return { id: meetingId }
}

/** None of these dates. */
export async function discardPoll(tx: Database, record: RecordEvent, actor: Actor, of: PollEntry): Promise<void> {
  const poll = await holdOpen(tx, of)
  if (!poll) return
  await tx.insert(pollClosings).values({ pollId: poll.id, closedById: actor.person.id })
  await tell(record, actor, of)
}

function tell(record: RecordEvent, { group, person }: Actor, poll: PollEntry) {
  const dates = poll.dates.map(({ startsAt }) => startsAt)
  const facts = { title: nameOf(poll, dates) }
  return record({ kind: 'poll.closed', groupId: group.id, actorId: person.id, subjectId: poll.id, facts })
}
