import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { holdRound } from '../rounds/casting.ts'
import type { Round } from '../rounds/schema.ts'
import { attendances, seats } from './schema.ts'

/** Ids of the seats that are there. */
export const presentIn = async (db: Database, roundId: string): Promise<string[]> =>
  (await db.select({ id: attendances.seatId }).from(attendances).where(eq(attendances.roundId, roundId))).map(
    ({ id }) => id,
  )

/** Also those who come with a paper are there. */
export const attend = (tx: Database, roundId: string, seatId: string, enteredById: string) =>
  tx.insert(attendances).values({ seatId, roundId, enteredById }).onConflictDoNothing()

/** Who is there, as a whole: whoever is not named is not. False once the round is counted. */
export async function takeAttendance(
  tx: Database,
  record: RecordEvent,
  round: Round,
  seatIds: string[],
  enteredById: string,
): Promise<boolean> {
  const { count } = await holdRound(tx, round.id)
  if (count) return false
  const { id: roundId, groupId, title } = round
  const here = await tx
    .select({ seatId: seats.id })
    .from(seats)
    .where(and(eq(seats.roundId, roundId), inArray(seats.id, seatIds)))
  await tx.delete(attendances).where(and(eq(attendances.roundId, roundId), notInArray(attendances.seatId, seatIds)))
  const rows = here.map(({ seatId }) => ({ seatId, roundId, enteredById }))
  if (rows.length > 0) await tx.insert(attendances).values(rows).onConflictDoNothing()
  await record({ kind: 'round.attended', groupId, actorId: enteredById, subjectId: roundId, facts: { title } })
  return true
}
