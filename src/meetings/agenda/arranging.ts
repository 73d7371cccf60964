import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import type { Actor } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { tellOf } from '../planning/telling.ts'
import { isOver } from '../standing.ts'
import { agendaOf } from './entries.ts'
import type { Move } from './forms.ts'
import { place, placeOf } from './order.ts'
import { type AgendaItem, agendaItems, itemEndings } from './schema.ts'

type Words = Pick<AgendaItem, 'title' | 'type' | 'goal' | 'minutes'>

/** Does something to the agenda of a meeting that is not over; others who do wait here. */
async function arrange(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  act: (meeting: MeetingEntry) => Promise<boolean>,
): Promise<boolean> {
  const meeting = await holdMeeting(tx, of)
  if (isOver(meeting) || !(await act(meeting))) return false
  await tellOf(record, 'meeting.arranged', meeting, actor.person.id)
  return true
}

/** Something that nobody had waiting: where it belongs in the order, before what concludes a meeting. */
export const addItem = (tx: Database, record: RecordEvent, actor: Actor, of: MeetingEntry, words: Words) =>
  arrange(tx, record, actor, of, async ({ id: meetingId, groupId }) => {
    const row = { ...words, meetingId, groupId, position: 0, source: 'free' as const, broughtById: actor.person.id }
    const item = only(await tx.insert(agendaItems).values(row).returning())
    await place(tx, meetingId, placeOf(await agendaOf(tx, meetingId), new Set([item.id])))
    return true
  })

/** Other words, another type, more or less time. */
export const changeItem = (
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  { id }: Pick<AgendaItem, 'id'>,
  words: Partial<Words>,
) =>
  arrange(tx, record, actor, of, async () => {
    await tx.update(agendaItems).set(words).where(eq(agendaItems.id, id))
    return true
  })

/** Off this agenda, for a reason that stays; filling does not bring it back to this meeting. */
export const removeItem = (
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  { id }: Pick<AgendaItem, 'id'>,
  words: string,
) =>
  arrange(tx, record, actor, of, async () => {
    const row = { itemId: id, kind: 'removed' as const, words, endedById: actor.person.id }
    return (await tx.insert(itemEndings).values(row).onConflictDoNothing().returning()).length > 0
  })

function moved(order: string[], { item, move, before }: Move): string[] {
  const at = order.indexOf(item)
  const rest = order.toSpliced(at, 1)
  if (move) return rest.toSpliced(Math.max(0, at + (move === 'up' ? -1 : 1)), 0, item)
  const target = before ? rest.indexOf(before) : rest.length
  return target < 0 ? order : rest.toSpliced(target, 0, item)
}

/** To another place in the order. What was taken off keeps no place that anybody sees. */
export const moveItem = (tx: Database, record: RecordEvent, actor: Actor, of: MeetingEntry, move: Move) =>
  arrange(tx, record, actor, of, async ({ id }) => {
    const all = await agendaOf(tx, id)
    const shown = all.filter(({ top }) => top !== null).map((item) => item.id)
    const order = shown.includes(move.item) ? moved(shown, move) : shown
    if (order.join() === shown.join()) return false
    const off = all.filter(({ top }) => top === null).map((item) => item.id)
    await place(tx, id, [...order, ...off])
    return true
  })
