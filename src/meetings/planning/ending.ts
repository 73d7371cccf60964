import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { carryOver, putOffReferrals } from '../agenda/carrying.ts'
import { callFor } from '../letters/calling.ts'
import type { MeetingEntry } from '../model.ts'
import { meetingCancellations, meetingEndings, meetingOpenings } from '../schema.ts'
import { isOver } from '../standing.ts'
import { holdMeeting } from './holding.ts'
import { tellOf } from './telling.ts'

/** Everybody sits down. Whoever opens second changes nothing, and nothing opens again what is over. */
export async function openMeeting(tx: Database, record: RecordEvent, actor: Actor, of: MeetingEntry): Promise<boolean> {
  const held = await holdMeeting(tx, of)
  if (isOver(held) || held.openedAt) return false
  await tx.insert(meetingOpenings).values({ meetingId: held.id, openedById: actor.person.id })
  await tellOf(record, 'meeting.opened', held, actor.person.id)
  return true
}

/**
 * The meeting is over: what was not finished goes on to the next one, and groups that wait for an answer read `reason`.
 * Of two who end it the second changes nothing, and what was never opened does not end.
 */
export async function endMeeting(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  reason: string,
): Promise<boolean> {
  const held = await holdMeeting(tx, of)
  if (isOver(held) || !held.openedAt) return false
  await putOffReferrals(tx, record, actor, await carryOver(tx, actor, held), reason)
  await tx.insert(meetingEndings).values({ meetingId: held.id, endedById: actor.person.id })
  await tellOf(record, 'meeting.ended', held, actor.person.id)
  return true
}

/** It does not take place, for a reason; whatever stood on its agenda waits for the next one. */
export async function cancelMeeting(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  reason: string,
): Promise<boolean> {
  const held = await holdMeeting(tx, of)
  if (isOver(held) || held.openedAt) return false
  await carryOver(tx, actor, held)
  const row = { meetingId: held.id, reason, cancelledById: actor.person.id }
  await tx.insert(meetingCancellations).values(row)
  if (held.invitedAt) await callFor(tx, held, 'cancellation')
  await tellOf(record, 'meeting.cancelled', held, actor.person.id, { reason })
  return true
}
