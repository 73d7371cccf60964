import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { currentRules, rulesAt } from '../../groups/rule-sets.ts'
import { finishItem } from '../agenda/finishing.ts'
import { type AgendaItem, agendaItems } from '../agenda/schema.ts'
import { minutesLinks } from '../minutes/schema.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import type { Meeting } from '../schema.ts'
import { conflictsIn } from './conflicts.ts'
import { electorateOf } from './electorate.ts'
import { isGoingOn } from './policy.ts'
import { attendanceOf, presentAt } from './presence.ts'
import { type ItemQuorum, quorumOf } from './quorum.ts'
import { conflictQuestions, itemQuorums, itemTimes } from './schema.ts'

type In = Pick<Meeting, 'id' | 'groupId'>

export interface ItemTime {
  startedAt: Date
  endedAt: Date | null
}

/** Item id → when it was taken up and closed. */
export async function timesIn(db: Database, itemIds: string[]): Promise<Map<string, ItemTime>> {
  const rows = await db.select().from(itemTimes).where(inArray(itemTimes.itemId, itemIds))
  return new Map(rows.map(({ itemId, ...time }) => [itemId, time]))
}

/** Item id → whether the group could decide when it was closed, as far as that was put right since. */
export async function quorumsIn(db: Database, itemIds: string[]): Promise<Map<string, ItemQuorum>> {
  const isOfThese = inArray(itemQuorums.itemId, itemIds)
  const rows = await db.select().from(itemQuorums).where(isOfThese).orderBy(asc(itemQuorums.number))
  return new Map(rows.map(({ itemId, createdAt: _, number: __, ...quorum }) => [itemId, quorum]))
}

const runningIn = (db: Database, meetingId: string) =>
  db
    .select({ itemId: itemTimes.itemId })
    .from(itemTimes)
    .innerJoin(agendaItems, eq(agendaItems.id, itemTimes.itemId))
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(itemTimes.endedAt)))

/** One item at a time: whatever is still running rests, and can be taken up again. */
export async function takeUpItem(tx: Database, meeting: In, itemId: string): Promise<void> {
  const rest = { endedAt: sql`clock_timestamp()` }
  await tx
    .update(itemTimes)
    .set(rest)
    .where(inArray(itemTimes.itemId, runningIn(tx, meeting.id)))
  await tx
    .insert(itemTimes)
    .values({ itemId, startedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({ target: itemTimes.itemId, set: { endedAt: null } })
}

/** By those who were there at this instant, or are there now, without those in conflict about it; by the rules of then. */
export async function quorumAt(db: Database, { id, groupId }: In, itemId: string, at: Date | null) {
  const { rules } = await (at ? rulesAt(db, groupId, at) : currentRules(db, groupId))
  const attendance = await attendanceOf(db, id)
  const { declared } = await conflictsIn(db, [itemId])
  const recused = new Set(declared.map(({ personId }) => personId))
  const electorate = await electorateOf(db, groupId, rules, at)
  return quorumOf(rules, electorate, { present: presentAt(attendance, at), recused })
}

/** Something was decided on it, and nobody was asked about conflicts of interest. */
export async function isUnasked(tx: Database, itemId: string): Promise<boolean> {
  const [item] = await tx.select({ type: agendaItems.type }).from(agendaItems).where(eq(agendaItems.id, itemId))
  const decides = item?.type === 'decision' || item?.type === 'election'
  return decides && (await tx.$count(conflictQuestions, eq(conflictQuestions.itemId, itemId))) === 0
}

/** Too few were there when it was closed, or are there now while it is open. */
export async function lacksQuorum(tx: Database, meeting: In & { endedAt: Date | null }, itemId: string) {
  const kept = (await quorumsIn(tx, [itemId])).get(itemId)
  const { isQuorate } = kept ?? (await quorumAt(tx, meeting, itemId, meeting.endedAt))
  return !isQuorate
}

const decidedOn = (itemId: string) => and(eq(minutesLinks.itemId, itemId), eq(minutesLinks.kind, 'decision'))

/**
 * Closed with who was there then, for good, while the group sits together. What is decided waits for the question about
 * conflicts (`DOMAIN.md 4.1 G9`).
 */
export async function closeItem(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  item: AgendaItem,
): Promise<'closed' | 'not_asked'> {
  if (!isGoingOn(await holdMeeting(tx, meeting))) return 'closed'
  if ((await isUnasked(tx, item.id)) && (await tx.$count(minutesLinks, decidedOn(item.id))) > 0) return 'not_asked'
  if (await finishItem(tx, record, actor, meeting, item)) await keepQuorum(tx, meeting, item.id)
  return 'closed'
}

/** What was decided on is no open item any more, whether somebody has closed it or not. */
export async function closeDecided(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
): Promise<void> {
  const lines = await tx
    .selectDistinct({ itemId: minutesLinks.itemId })
    .from(minutesLinks)
    .where(and(eq(minutesLinks.meetingId, meeting.id), eq(minutesLinks.kind, 'decision')))
  for (const { itemId } of lines) {
    const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.id, itemId))
    if (item) await closeItem(tx, record, actor, meeting, item)
  }
}

/** When the meeting ends, what was taken up and not closed has its quorum of that moment. */
export async function keepQuorum(tx: Database, meeting: In, itemId: string): Promise<void> {
  const now = sql`clock_timestamp()`
  const [time] = await tx
    .insert(itemTimes)
    .values({ itemId, startedAt: now, endedAt: now })
    .onConflictDoUpdate({ target: itemTimes.itemId, set: { endedAt: sql`coalesce(${itemTimes.endedAt}, ${now})` } })
    .returning()
  const quorum = await quorumAt(tx, meeting, itemId, time?.endedAt ?? null)
  await tx
    .insert(itemQuorums)
    .values({ itemId, ...quorum })
    .onConflictDoNothing()
}

/** Those that were taken up and are not closed. */
export const unclosedIn = async (tx: Database, meetingId: string): Promise<string[]> =>
  (await runningIn(tx, meetingId)).map(({ itemId }) => itemId)
