import type { RecordEvent } from '../../activity/model.ts'
import type { MeetingEntry } from '../model.ts'

/** Both groups hear when a matter between them is talked about, and its page and the agenda look again. */
export async function tellScheduled(
  record: RecordEvent,
  { id, groupId, cited }: Pick<MeetingEntry, 'id' | 'groupId' | 'cited'>,
  { referralId, title, fromId }: { referralId: string; title: string; fromId: string },
  actorId: string,
): Promise<void> {
  const facts = { title, number: cited }
  await record({ kind: 'referral.scheduled', groupId, alsoForId: fromId, actorId, subjectId: referralId, facts })
  await record({ kind: 'meeting.arranged', groupId, actorId, subjectId: id, facts: { title: cited, number: cited } })
}
