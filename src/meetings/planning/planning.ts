import { eq, max } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { Actor } from '../../groups/actor.ts'
import { fillAgenda } from '../agenda/filling.ts'
import { callFor, callLate } from '../letters/calling.ts'
import type { MeetingEntry } from '../model.ts'
import { type Meeting, meetings } from '../schema.ts'
import { isOver } from '../standing.ts'
import { holdGroup, holdMeeting } from './holding.ts'
import { tellOf } from './telling.ts'

export type MeetingPlan = Pick<
  Meeting,
  'startsAt' | 'endsAt' | 'form' | 'place' | 'accessLink' | 'facilitatorId' | 'minuteTakerId' | 'leadDays'
>

async function nextNumber(tx: Database, groupId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(meetings.number) })
    .from(meetings)
    .where(eq(meetings.groupId, groupId))
  return (last?.number ?? 0) + 1
}

/** A meeting with its number; its agenda holds at once what waits. */
export async function planMeeting(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  plan: MeetingPlan,
): Promise<MeetingEntry> {
  const { id: groupId } = actor.group
  await holdGroup(tx, groupId)
  const row = { ...plan, groupId, number: await nextNumber(tx, groupId), createdById: actor.person.id }
  const { id } = only(await tx.insert(meetings).values(row).returning())
  const meeting = await holdMeeting(tx, { id, groupId })
  await tellOf(record, 'meeting.planned', meeting, actor.person.id)
  await fillAgenda(tx, record, meeting, actor.person.id)
  return meeting
}

/** Whoever was invited has to know. */
const isElsewhere = (before: MeetingPlan, after: MeetingPlan) =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.form !== after.form ||
  before.place !== after.place ||
  before.accessLink !== after.accessLink

/** Another day, place or person. What is over stays as it was. */
export async function changeMeeting(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  plan: MeetingPlan,
): Promise<MeetingEntry> {
  const held = await holdMeeting(tx, of)
  if (isOver(held)) return held
  await tx.update(meetings).set(plan).where(eq(meetings.id, held.id))
  await tellOf(record, 'meeting.changed', held, actor.person.id)
  const changed = await holdMeeting(tx, of)
  if (held.state === 'invited' && isElsewhere(held, changed)) await callFor(tx, changed, 'change')
  else await callLate(tx, changed)
  return changed
}
