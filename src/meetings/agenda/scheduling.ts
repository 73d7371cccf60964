import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { Actor } from '../../groups/actor.ts'
import type { ReferralEntry } from '../../referrals/entries.ts'
import { callLate } from '../letters/calling.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { meetings } from '../schema.ts'
import { isOver } from '../standing.ts'
import { carriedInto } from './carried.ts'
import { referralDraft } from './drafts.ts'
import { agendaOf } from './entries.ts'
import { takeOff } from './moving.ts'
import { place, placeOf } from './order.ts'
import { type AgendaItem, agendaItems, itemEndings } from './schema.ts'
import { tellScheduled } from './telling.ts'

/** Where the matter stands already, of all that is still to come. */
const openItemsOf = (tx: Database, referralId: string) =>
  tx
    .select({ item: agendaItems, ending: itemEndings.kind })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .where(eq(agendaItems.referralId, referralId))

async function putOn(tx: Database, meeting: MeetingEntry, referral: ReferralEntry): Promise<void> {
  const carried = (await carriedInto(tx, meeting.groupId)).find(({ referralId }) => referralId === referral.id)
  const draft = carried ?? referralDraft(referral)
  const row = { ...draft, meetingId: meeting.id, groupId: meeting.groupId, position: 0 }
  const item = only(await tx.insert(agendaItems).values(row).returning())
  await place(tx, meeting.id, placeOf(await agendaOf(tx, meeting.id), new Set([item.id])))
}

/** What was taken off this agenda comes back to it because somebody says so. */
const bringBack = (tx: Database, item: AgendaItem) =>
  tx.delete(itemEndings).where(and(eq(itemEndings.itemId, item.id), eq(itemEndings.kind, 'removed')))

/**
 * "Auf die Tagesordnung": both groups see when the matter is talked about. It stands on one agenda at a time. Whoever
 * comes second finds it there.
 */
export async function scheduleReferral(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  referral: ReferralEntry,
): Promise<boolean> {
  const meeting = await holdMeeting(tx, of)
  if (isOver(meeting) || referral.answer || referral.toId !== meeting.groupId) return false
  const known = await openItemsOf(tx, referral.id)
  const here = known.find(({ item }) => item.meetingId === meeting.id)
  if (here && here.ending !== 'removed') return false
  for (const { item, ending } of known) if (ending === null) await takeOff(tx, item, meeting, actor.person.id)
  if (here) await bringBack(tx, here.item)
  else await putOn(tx, meeting, referral)
  await callLate(tx, meeting)
  await tellScheduled(record, meeting, { ...referral, referralId: referral.id }, actor.person.id)
  return true
}
