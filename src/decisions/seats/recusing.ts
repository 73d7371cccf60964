import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { holdRound } from '../rounds/casting.ts'
import type { Round } from '../rounds/schema.ts'
import { recusals, seatLosses, seats } from './schema.ts'

export interface Recusal {
  seatId: string
  /** One of the categories in the rules of the round. */
  category: string
  declaredById: string
}

export type RecusalProblem = 'not_there' | 'unknown' | 'counted' | 'gone'

/**
 * A conflict of interest is declared for a seat: whoever answers for it goes on speaking, and what was answered for it
 * is void (`DOMAIN.md 4.1 G9`). Stays, whatever is answered later; declared twice it is the first that stays.
 */
export async function recuse(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { seatId, category, declaredById }: Recusal,
): Promise<RecusalProblem | null> {
  const { count } = await holdRound(tx, round.id)
  if (count) return 'counted'
  if (!round.rules.conflictCategories.includes(category)) return 'unknown'
  const [seat] = await tx
    .select({ id: seats.id, lost: seatLosses.seatId, recused: recusals.seatId })
    .from(seats)
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .leftJoin(recusals, eq(recusals.seatId, seats.id))
    .where(and(eq(seats.id, seatId), eq(seats.roundId, round.id)))
  if (!seat) return 'not_there'
  if (seat.lost) return 'gone'
  if (seat.recused) return null
  await tx.insert(recusals).values({ seatId, roundId: round.id, category, declaredById })
  const { groupId, title } = round
  await record({ kind: 'round.recused', groupId, actorId: declaredById, subjectId: round.id, facts: { title } })
  return null
}
