import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { attendanceCorrections, meetingAttendances } from './schema.ts'

/** From when to when. */
export interface Period {
  arrivedAt: Date
  /** Null as long as they are there. */
  leftAt: Date | null
}

/** Somebody who was there, from when to when. Whoever came back is there twice. */
export interface Presence extends Period {
  id: string
  /** Null for a guest without an account. */
  personId: string | null
  name: string
  /** As it was noted before somebody put it right, the first on top. */
  earlier: Period[]
}

const correctionsIn = (db: Database, meetingId: string) =>
  db
    .select({ correction: attendanceCorrections })
    .from(attendanceCorrections)
    .innerJoin(meetingAttendances, eq(meetingAttendances.id, attendanceCorrections.attendanceId))
    .where(eq(meetingAttendances.meetingId, meetingId))
    .orderBy(asc(attendanceCorrections.number))

/** The newest counts; whoever was still there when it was put right leaves later. */
function putRight({ arrivedAt, leftAt }: Period, corrections: Period[]): Period & { earlier: Period[] } {
  const all = [{ arrivedAt, leftAt }, ...corrections]
  const last = all.at(-1)
  return { arrivedAt: last?.arrivedAt ?? arrivedAt, leftAt: last?.leftAt ?? leftAt, earlier: all.slice(0, -1) }
}

const byArrival = (one: Presence, other: Presence) => one.arrivedAt.getTime() - other.arrivedAt.getTime()

/** In the order in which they came. */
export async function attendanceOf(db: Database, meetingId: string): Promise<Presence[]> {
  const { id, personId, name, arrivedAt, leftAt } = meetingAttendances
  const rows = await db
    .select({ id, personId, name, arrivedAt, leftAt, called: people.name })
    .from(meetingAttendances)
    .leftJoin(people, eq(people.id, personId))
    .where(eq(meetingAttendances.meetingId, meetingId))
    .orderBy(asc(arrivedAt), asc(meetingAttendances.createdAt), asc(id))
  const corrections = (await correctionsIn(db, meetingId)).map(({ correction }) => correction)
  const known = rows.map(({ called, ...row }) => {
    const own = corrections.filter(({ attendanceId }) => attendanceId === row.id)
    return { ...row, ...putRight(row, own), name: called ?? row.name }
  })
  return known.sort(byArrival)
}

/** Whoever turns out not to have been there at all came and left at once. */
export const wasThereAtAll = ({ arrivedAt, leftAt }: Period) => leftAt === null || leftAt > arrivedAt

/** Without an instant: is there now. */
export const wasThere =
  (at: Date | null) =>
  ({ arrivedAt, leftAt }: Pick<Presence, 'arrivedAt' | 'leftAt'>) =>
    leftAt === null ? at === null || arrivedAt <= at : at !== null && arrivedAt <= at && leftAt > at

/** People with an account who were there at this instant, or are now. */
export const presentAt = (attendance: Presence[], at: Date | null): Set<string> =>
  new Set(attendance.filter(wasThere(at)).flatMap(({ personId }) => personId ?? []))

interface Arriving {
  meetingId: string
  notedById: string
}

/** Whoever is there already is not there twice. */
export async function arrive(tx: Database, { meetingId, notedById }: Arriving, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const row = { meetingId, notedById, arrivedAt: sql`clock_timestamp()` }
  await tx
    .insert(meetingAttendances)
    .values(personIds.map((personId) => ({ ...row, personId })))
    .onConflictDoNothing()
}

/** Somebody without an account, by name. */
export async function welcome(tx: Database, { meetingId, notedById }: Arriving, name: string): Promise<void> {
  await tx.insert(meetingAttendances).values({ meetingId, notedById, name, arrivedAt: sql`clock_timestamp()` })
}

export async function leave(tx: Database, meetingId: string, id: string): Promise<void> {
  await tx
    .update(meetingAttendances)
    .set({ leftAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(meetingAttendances.id, id),
        eq(meetingAttendances.meetingId, meetingId),
        isNull(meetingAttendances.leftAt),
      ),
    )
}

/** The meeting is over: nobody is there any more. */
export async function everybodyLeaves(tx: Database, meetingId: string): Promise<void> {
  await tx
    .update(meetingAttendances)
    .set({ leftAt: sql`clock_timestamp()` })
    .where(and(eq(meetingAttendances.meetingId, meetingId), isNull(meetingAttendances.leftAt)))
}
