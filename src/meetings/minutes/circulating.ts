import { eq, max, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { officersOf } from '../../decisions/officers.ts'
import { only } from '../../decisions/only.ts'
import { freeze } from '../../documents/versions/freezing.ts'
import type { Actor } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { callToRead } from './calling.ts'
import { type MinutesFacts, minutesFacts } from './model.ts'
import { type Circulation, minutesCirculations } from './schema.ts'
import { type Signers, signersOf } from './signing.ts'
import { tellOfMinutes } from './telling.ts'

/** So long objections can arrive (`DOMAIN.md 3.7`). */
export const usualPeriod = 14

export type Sent = 'sent' | 'open_objection' | 'approved' | 'unchanged' | 'nobody_signs' | 'not_begun'

/** What stands in the way of sending the minutes round now. */
export function hindrance({ state, documentId }: Pick<MinutesFacts, 'state' | 'documentId'>): Sent | null {
  if (!documentId) return 'not_begun'
  if (state === 'approved') return 'approved'
  return state === 'contested' ? 'open_objection' : null
}

interface Sending {
  /** Days for objections. */
  days: number
  note: string
}

/** The same two as the last time: whoever takes over a role later has not been there. */
const whoSigns = async (
  tx: Database,
  actor: Actor,
  meeting: MeetingEntry,
  last?: Circulation,
): Promise<Signers | null> => last ?? signersOf(meeting, await officersOf(tx, meeting.groupId), actor.person.id)

/** The next number of these minutes; the row is there for good. */
export async function addCirculation(
  tx: Database,
  meeting: MeetingEntry,
  { snapshotId, days, actorId, signers }: { snapshotId: string; days: number; actorId: string; signers: Signers },
): Promise<Circulation> {
  const { minuteTakerId, facilitatorId } = signers
  const [last] = await tx
    .select({ number: max(minutesCirculations.number) })
    .from(minutesCirculations)
    .where(eq(minutesCirculations.meetingId, meeting.id))
  const row = { meetingId: meeting.id, number: (last?.number ?? 0) + 1, snapshotId, minuteTakerId, facilitatorId }
  const objectionsUntil = sql`now() + make_interval(days => ${days})`
  return only(
    await tx
      .insert(minutesCirculations)
      .values({ ...row, objectionsUntil, circulatedById: actorId })
      .returning(),
  )
}

/** Frozen and sent round, so that everybody can object to the same words. What is open has to be settled before. */
export async function circulate(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  { days, note }: Sending,
): Promise<Sent> {
  const meeting = await holdMeeting(tx, of)
  const facts = await minutesFacts(tx, meeting.id)
  const problem = hindrance(facts)
  if (problem || !facts.documentId) return problem ?? 'not_begun'
  const [last] = facts.circulations
  const signers = await whoSigns(tx, actor, meeting, last)
  if (!signers) return 'nobody_signs'
  const document = { id: facts.documentId, groupId: meeting.groupId }
  const snapshot = await freeze(tx, record, document, actor, note)
  if (snapshot.id === last?.snapshotId) return 'unchanged'
  const sent = await addCirculation(tx, meeting, { snapshotId: snapshot.id, days, actorId: actor.person.id, signers })
  await callToRead(tx, sent, meeting.groupId)
  await tellOfMinutes(record, 'minutes.circulated', meeting, actor.person.id)
  return 'sent'
}
