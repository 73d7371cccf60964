import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { callLate } from '../letters/calling.ts'
import type { MeetingEntry } from '../model.ts'
import { isOver } from '../standing.ts'
import { type AgendaEntry, agendaOf } from './entries.ts'
import { leaveMissed } from './moving.ts'
import { place, placeOf } from './order.ts'
import { agendaItems } from './schema.ts'
import { tellScheduled } from './telling.ts'
import { whatWaits } from './waiting.ts'

/** Behind everything that is there, until it has its place. */
const behind = 10_000

/**
 * Puts onto the agenda what waits and is not there yet. Whoever fills second finds nothing new; what was taken off this
 * agenda keeps its row there, and does not come back to it. The caller holds the group.
 */
export async function fillAgenda(
  tx: Database,
  record: RecordEvent,
  meeting: MeetingEntry,
  actorId: string,
): Promise<AgendaEntry[]> {
  if (isOver(meeting)) return []
  const waiting = await whatWaits(tx, meeting.group, meeting)
  const added = new Set<string>()
  for (const [at, draft] of waiting.entries()) {
    const row = { ...draft, meetingId: meeting.id, groupId: meeting.groupId, position: behind + at }
    const [item] = await tx.insert(agendaItems).values(row).onConflictDoNothing().returning()
    if (item) added.add(item.id)
  }
  if (added.size === 0) return []
  await place(tx, meeting.id, placeOf(await agendaOf(tx, meeting.id), added))
  const facts = { title: meeting.cited, number: meeting.cited, count: String(added.size) }
  await record({ kind: 'meeting.filled', groupId: meeting.groupId, actorId, subjectId: meeting.id, facts })
  const items = (await agendaOf(tx, meeting.id)).filter(({ id }) => added.has(id))
  await leaveMissed(tx, meeting, items, actorId)
  await callLate(tx, meeting)
  for (const { referral, title } of items)
    if (referral) await tellScheduled(record, meeting, { ...referral, referralId: referral.id, title }, actorId)
  return items
}
