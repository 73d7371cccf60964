import type { RecordEvent } from '../../activity/model.ts'
import type { EventKind } from '../../activity/schema.ts'
import type { MeetingEntry } from '../model.ts'

/** What happens to minutes is told under the number of their meeting. */
export const tellOfMinutes = (
  record: RecordEvent,
  kind: Extract<EventKind, `minutes.${string}`>,
  { id: subjectId, groupId, cited }: Pick<MeetingEntry, 'id' | 'groupId' | 'cited'>,
  actorId: string | null,
  more: Record<string, string> = {},
): Promise<void> => record({ kind, groupId, actorId, subjectId, facts: { title: cited, number: cited, ...more } })
