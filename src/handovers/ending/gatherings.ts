import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { groups } from '../../groups/schema.ts'
import { meetingCitation } from '../../meetings/citation.ts'
import { minutesApprovals, minutesCirculations, minutesObjections } from '../../meetings/minutes/schema.ts'
import { discardPoll } from '../../meetings/polls/closing.ts'
import { findPoll } from '../../meetings/polls/model.ts'
import { meetingPolls, pollClosings } from '../../meetings/polls/schema.ts'
import { meetingEndings, meetings } from '../../meetings/schema.ts'

/** Nobody is asked any more when they could come: the group does not meet again. */
export async function closePolls(tx: Database, record: RecordEvent, actor: Actor): Promise<void> {
  const open = await tx
    .select({ id: meetingPolls.id })
    .from(meetingPolls)
    .leftJoin(pollClosings, eq(pollClosings.pollId, meetingPolls.id))
    .where(and(eq(meetingPolls.groupId, actor.group.id), isNull(pollClosings.pollId)))
    .orderBy(asc(meetingPolls.id))
  for (const { id } of open) {
    const poll = await findPoll(tx, actor.group.id, id)
    if (poll) await discardPoll(tx, record, actor, poll)
  }
}

/** Minutes that the group has not approved: they stay readable, and stay without approval when it ends. */
export interface UnapprovedMinutes {
  meetingId: string
  /** As in KK-06. */
  cited: string
  wasCirculated: boolean
  /** What was said against them. */
  objections: number
}

/** Which minutes of a group nobody has approved, the oldest on top. Once it has ended this does not change any more. */
export async function unapprovedMinutes(db: Database, groupId: string): Promise<UnapprovedMinutes[]> {
  const { meetingId } = meetingEndings
  const rows = await db
    .select({
      ...{ meetingId, number: meetings.number, prefix: groups.prefix },
      wasCirculated: sql<boolean>`exists (select from ${minutesCirculations} where ${minutesCirculations.meetingId} = ${meetingId})`,
      objections: sql<number>`(select count(*)::int from ${minutesObjections} where ${minutesObjections.meetingId} = ${meetingId})`,
    })
    .from(meetingEndings)
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(minutesApprovals, eq(minutesApprovals.meetingId, meetingId))
    .where(and(eq(meetings.groupId, groupId), isNull(minutesApprovals.meetingId)))
    .orderBy(asc(meetings.number))
  return rows.map(({ number, prefix, ...one }) => ({ ...one, cited: meetingCitation(prefix, number) }))
}
