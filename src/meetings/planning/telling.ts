import type { RecordEvent } from '../../activity/model.ts'
import type { EventKind } from '../../activity/schema.ts'
import type { MeetingEntry } from '../model.ts'

type Told = Pick<MeetingEntry, 'id' | 'groupId' | 'cited'>

/** What happened to a meeting is told under its number. */
export const tellOf = (
  record: RecordEvent,
  kind: Extract<EventKind, `meeting.${string}`>,
  { id: subjectId, groupId, cited }: Told,
  actorId: string,
  more: Record<string, string> = {},
): Promise<void> => record({ kind, groupId, actorId, subjectId, facts: { title: cited, number: cited, ...more } })
