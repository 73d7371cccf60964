import { eq, max } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { agendaItems } from '../agenda/schema.ts'
import { minutesCirculations } from '../minutes/schema.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { quorumAt, quorumsIn, timesIn } from './items.ts'
import { attendanceOf, type Period, type Presence, presentAt } from './presence.ts'
import type { ItemQuorum } from './quorum.ts'
import { attendanceCorrections, itemQuorums, meetingAttendances } from './schema.ts'

/** Who was there stands as it is once the minutes go round: everybody reads it there, and can object to it. */
export const isCirculated = async (db: Database, meetingId: string): Promise<boolean> =>
  (await db.$count(minutesCirculations, eq(minutesCirculations.meetingId, meetingId))) > 0

const isSame = (one: ItemQuorum, other: ItemQuorum) =>
  one.entitled === other.entitled && one.present === other.present && one.recused === other.recused

const isSameGathering = (one: Set<string>, other: Set<string>) =>
  one.size === other.size && [...one].every((id) => other.has(id))

/**
 * Items in which somebody was there who was not, or the other way round, get the quorum that follows from it; what was written
 * down before stays beside it.
 */
async function recount(tx: Database, meeting: MeetingEntry, before: Presence[]): Promise<void> {
  const after = await attendanceOf(tx, meeting.id)
  const items = await tx.select().from(agendaItems).where(eq(agendaItems.meetingId, meeting.id))
  const ids = items.map(({ id }) => id)
  const times = await timesIn(tx, ids)
  for (const [itemId, kept] of await quorumsIn(tx, ids)) {
    const at = times.get(itemId)?.endedAt ?? null
    if (isSameGathering(presentAt(before, at), presentAt(after, at))) continue
    const quorum = await quorumAt(tx, meeting, itemId, at)
    if (!isSame(kept, quorum)) await keepNext(tx, itemId, quorum)
  }
}

async function keepNext(tx: Database, itemId: string, quorum: ItemQuorum): Promise<void> {
  const [last] = await tx
    .select({ number: max(itemQuorums.number) })
    .from(itemQuorums)
    .where(eq(itemQuorums.itemId, itemId))
  await tx.insert(itemQuorums).values({ itemId, number: (last?.number ?? 0) + 1, ...quorum })
}

/** What was noted before, or null once the minutes go round. */
type Noted = Presence[] | null

async function whileOpen(tx: Database, of: MeetingEntry, write: (noted: Presence[]) => Promise<void>): Promise<Noted> {
  const meeting = await holdMeeting(tx, of)
  if (!meeting.openedAt || (await isCirculated(tx, meeting.id))) return null
  const before = await attendanceOf(tx, meeting.id)
  await write(before)
  await recount(tx, meeting, before)
  return before
}

/** From when to when somebody really was there. */
export const correctAttendance = (
  tx: Database,
  meeting: MeetingEntry,
  { attendanceId, correctedById, ...period }: Period & { attendanceId: string; correctedById: string },
): Promise<Noted> =>
  whileOpen(tx, meeting, async () => {
    const [last] = await tx
      .select({ number: max(attendanceCorrections.number) })
      .from(attendanceCorrections)
      .where(eq(attendanceCorrections.attendanceId, attendanceId))
    const number = (last?.number ?? 0) + 1
    await tx.insert(attendanceCorrections).values({ attendanceId, number, correctedById, ...period })
  })

const covers = (noted: Period, added: Period) =>
  noted.arrivedAt <= added.arrivedAt &&
  (noted.leftAt === null || (added.leftAt !== null && noted.leftAt >= added.leftAt))

/** Somebody was there and nobody has written it down; what is noted already is not noted twice. */
export const addAttendance = (
  tx: Database,
  meeting: MeetingEntry,
  { personId, notedById, ...period }: Period & { personId: string; notedById: string },
): Promise<Noted> =>
  whileOpen(tx, meeting, async (noted) => {
    if (noted.some((one) => one.personId === personId && covers(one, period))) return
    await tx.insert(meetingAttendances).values({ meetingId: meeting.id, personId, notedById, ...period })
  })
