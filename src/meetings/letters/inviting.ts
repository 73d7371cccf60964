import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { tellOf } from '../planning/telling.ts'
import { meetingInvitations } from '../schema.ts'
import { callFor } from './calling.ts'

/** The agenda as it stands goes to everybody. Once; whoever invites second changes nothing. */
export async function inviteTo(tx: Database, record: RecordEvent, actor: Actor, of: MeetingEntry): Promise<boolean> {
  const held = await holdMeeting(tx, of)
  if (held.state !== 'planned') return false
  await tx.insert(meetingInvitations).values({ meetingId: held.id, sentById: actor.person.id })
  await callFor(tx, held, 'invitation')
  await tellOf(record, 'meeting.invited', held, actor.person.id)
  return true
}
