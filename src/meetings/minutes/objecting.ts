import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { finishWish, wishFor } from '../../decisions/agenda/wishing.ts'
import type { Actor } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { minutesFacts } from './model.ts'
import { findObjection, type MinutesObjectionEntry } from './objections.ts'
import {
  minutesObjectionHandings,
  minutesObjectionRulings,
  minutesObjections,
  minutesObjectionViews,
} from './schema.ts'
import { isSettled } from './state.ts'
import { tellOfMinutes } from './telling.ts'

export interface ObjectionDraft {
  itemId: string
  present: string
  wished: string
}

/** An item is written down wrongly: how it stands, how it should. Too late is too late, by the clock of the database. */
export async function object(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  draft: ObjectionDraft,
): Promise<'raised' | 'too_late'> {
  const meeting = await holdMeeting(tx, of)
  const { circulations, approval } = await minutesFacts(tx, meeting.id)
  const [last] = circulations
  if (!last || approval || last.isOver) return 'too_late'
  const row = { ...draft, circulationId: last.id, meetingId: meeting.id, raisedById: actor.person.id }
  await tx.insert(minutesObjections).values(row)
  await tellOfMinutes(record, 'minutes.contested', meeting, actor.person.id)
  return 'raised'
}

interface Said {
  accepts: boolean
  words: string
}

/** The objection as it stands now that nobody else can settle it. */
async function hold(tx: Database, meeting: MeetingEntry, { id }: { id: string }): Promise<MinutesObjectionEntry> {
  await holdMeeting(tx, meeting)
  const held = await findObjection(tx, meeting.id, id)
  if (!held) throw new Error('an objection was there a moment ago')
  return held
}

/** One of the two who sign says what they think. Together they accept; otherwise the group decides when it meets next. */
export async function answerObjection(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  of: MinutesObjectionEntry,
  { title, ...said }: Said & { title: string },
): Promise<MinutesObjectionEntry> {
  const held = await hold(tx, meeting, of)
  if (held.ruling || held.views.some(({ personId }) => personId === actor.person.id)) return held
  await tx.insert(minutesObjectionViews).values({ objectionId: held.id, personId: actor.person.id, ...said })
  if (!said.accepts) await handOn(tx, record, actor, meeting, held, title)
  const now = (await findObjection(tx, meeting.id, held.id)) ?? held
  if (isSettled(now.state)) await tellOfMinutes(record, 'minutes.settled', meeting, actor.person.id)
  return now
}

/** It waits on the list of the group for its next meeting; once. */
export async function handOn(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  objection: MinutesObjectionEntry,
  title: string,
): Promise<void> {
  const held = await hold(tx, meeting, objection)
  if (held.isHanded || isSettled(held.state)) return
  const draft = { groupId: meeting.groupId, title, why: 'wish' as const, addedById: actor.person.id }
  const wish = await wishFor(tx, record, draft)
  const row = { objectionId: held.id, wishId: wish?.id ?? null, handedById: actor.person.id }
  await tx.insert(minutesObjectionHandings).values(row).onConflictDoNothing()
}

/** What the group has decided on does not wait on its list any longer. */
async function takeOffList(tx: Database, record: RecordEvent, { id }: { id: string }, personId: string): Promise<void> {
  const [handed] = await tx
    .select({ wish: agendaWishes })
    .from(minutesObjectionHandings)
    .innerJoin(agendaWishes, eq(agendaWishes.id, minutesObjectionHandings.wishId))
    .where(eq(minutesObjectionHandings.objectionId, id))
  if (handed) await finishWish(tx, record, handed.wish, personId)
}

/** The group has decided on it, in a meeting that goes on now. There is one ruling: whoever is second changes nothing. */
export async function rule(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  meeting: MeetingEntry,
  of: MinutesObjectionEntry,
  { inMeetingId, ...said }: Said & { inMeetingId: string },
): Promise<MinutesObjectionEntry> {
  const held = await hold(tx, meeting, of)
  if (isSettled(held.state)) return held
  const row = { objectionId: held.id, inMeetingId, enteredById: actor.person.id, ...said }
  await tx.insert(minutesObjectionRulings).values(row)
  await takeOffList(tx, record, held, actor.person.id)
  await tellOfMinutes(record, 'minutes.settled', meeting, actor.person.id)
  return (await findObjection(tx, meeting.id, held.id)) ?? held
}
