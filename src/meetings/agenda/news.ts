import type { Database } from '../../db/database.ts'
import type { MeetingEntry } from '../model.ts'
import type { ItemDraft } from './drafts.ts'
import type { AgendaEntry } from './entries.ts'
import { subjectOf } from './subjects.ts'
import { whatWaits } from './waiting.ts'

/** Two of these with the same are one item: about one thing, carried over from one place, or part of the frame. */
const keyOf = (item: ItemDraft): string => subjectOf(item) || item.carriedFromId || item.source

/** What filling would put onto this agenda now. */
export async function newFor(db: Database, meeting: MeetingEntry, agenda: AgendaEntry[]): Promise<ItemDraft[]> {
  const there = new Set(agenda.map(keyOf))
  const waiting = await whatWaits(db, meeting.group, meeting)
  const fresh = waiting.filter((draft) => !there.has(keyOf(draft)))
  return [...new Map(fresh.map((draft) => [keyOf(draft), draft])).values()]
}
