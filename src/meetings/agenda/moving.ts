import { and, eq, isNull, ne, not } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type MeetingEntry, meetingEntries } from '../model.ts'
import { meetings } from '../schema.ts'
import { isAheadIn, isOver, isOverIn } from '../standing.ts'
import { type AgendaItem, agendaItems, itemEndings } from './schema.ts'
import { subjectOf } from './subjects.ts'

/** It moves to another meeting: off the earlier agenda, which says where it went. */
export async function takeOff(tx: Database, item: AgendaItem, to: MeetingEntry, actorId: string): Promise<void> {
  const [from] = await meetingEntries(tx, eq(meetings.id, item.meetingId))
  if (!from || isOver(from)) return
  const row = { itemId: item.id, kind: 'removed' as const, words: to.cited, endedById: actorId }
  await tx.insert(itemEndings).values(row)
}

/** What came onto this agenda leaves those of meetings that nobody has opened in their time: nothing stands on two. */
export async function leaveMissed(tx: Database, to: MeetingEntry, added: AgendaItem[], actorId: string): Promise<void> {
  const subjects = new Set(added.map(subjectOf).filter((subject) => subject !== ''))
  const missed = and(eq(agendaItems.groupId, to.groupId), ne(meetings.id, to.id), not(isOverIn), not(isAheadIn))
  const items = await tx
    .select({ item: agendaItems })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .where(and(missed, isNull(itemEndings.itemId)))
  for (const { item } of items) if (subjects.has(subjectOf(item))) await takeOff(tx, item, to, actorId)
}
