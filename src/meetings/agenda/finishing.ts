import { and, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { finishWish } from '../../decisions/agenda/wishing.ts'
import type { Actor } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { isOver } from '../standing.ts'
import { type AgendaItem, itemEndings } from './schema.ts'

/** The wish behind an item, and for a review the one that the date has put on the list. */
async function wishBehind(tx: Database, { wishId, decisionId, groupId }: AgendaItem) {
  const about = wishId
    ? eq(agendaWishes.id, wishId)
    : decisionId
      ? and(eq(agendaWishes.decisionId, decisionId), eq(agendaWishes.why, 'review'))
      : null
  if (!about) return null
  const which = and(eq(agendaWishes.groupId, groupId), isNull(agendaWishes.doneAt), about)
  const [wish] = await tx.select().from(agendaWishes).where(which)
  return wish ?? null
}

/** It was talked about: what stood on the list of the group is done with it. Whoever comes second changes nothing. */
export async function finishItem(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  item: AgendaItem,
): Promise<boolean> {
  if (isOver(await holdMeeting(tx, meeting))) return false
  const row = { itemId: item.id, kind: 'done' as const, endedById: actor.person.id }
  const ended = await tx.insert(itemEndings).values(row).onConflictDoNothing().returning()
  if (ended.length === 0) return false
  const wish = await wishBehind(tx, item)
  if (wish) await finishWish(tx, record, wish, actor.person.id)
  return true
}
