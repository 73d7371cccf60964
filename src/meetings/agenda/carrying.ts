import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'
import { type AgendaEntry, agendaOf } from './entries.ts'
import { itemEndings } from './schema.ts'

/** What follows where an item was not finished in a meeting that took place; in the same transaction. */
export type CarryOver = (
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  item: AgendaEntry,
  meeting: MeetingEntry,
) => Promise<void>

/** Stands on every agenda anew, so that there is nothing to carry over. */
const renewed: AgendaEntry['source'][] = ['opening', 'tasks', 'miscellaneous', 'next_date']

/** No item is left without an ending: what was not finished is carried over. */
export async function carryOver(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  consequences: CarryOver[] = [],
): Promise<void> {
  const open = (await agendaOf(tx, meeting.id)).filter(({ ending }) => ending === null)
  const endings = open.map(({ id: itemId, source }) => ({
    itemId,
    kind: renewed.includes(source) ? ('done' as const) : ('carried_over' as const),
    endedById: actor.person.id,
  }))
  if (endings.length > 0) await tx.insert(itemEndings).values(endings)
  for (const item of open.filter(({ source }) => !renewed.includes(source)))
    for (const consequence of consequences) await consequence(tx, record, actor, item, meeting)
}
