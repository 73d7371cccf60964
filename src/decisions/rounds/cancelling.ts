import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { openBox } from '../ballots/box.ts'
import { countedBallots } from '../ballots/schema.ts'
import { neverSent, settlePaper } from '../paper-stage.ts'
import { holdRound } from './casting.ts'
import { counts, type Round, roundCancellations } from './schema.ts'

interface Cancellation {
  reason: string
  actorId: string
}

/**
 * A wrong roll is not mended: the round ends without a result, what was answered counts for nothing and nobody sees it,
 * and a new round may be opened (`DOMAIN.md 4.2 R6`). Not once its time is over: then it is counted as it is.
 */
export async function cancelRound(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { reason, actorId }: Cancellation,
  sendings = neverSent,
): Promise<'cancelled' | 'over'> {
  const { isOver, count } = await holdRound(tx, round.id)
  if (isOver || count) return 'over'
  await tx.insert(roundCancellations).values({ roundId: round.id, reason, cancelledById: actorId })
  await endWithout(tx, round, actorId)
  await settlePaper(tx, round, sendings)
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.cancelled', groupId, actorId, subjectId, facts: { title } })
  return 'cancelled'
}

async function endWithout(tx: Database, { id: roundId, ...round }: Round, countedById: string): Promise<void> {
  const box = await openBox(tx, { id: roundId, ...round })
  const tally = { entitled: box.entitled, answered: box.cast.length, left: box.left }
  await tx.insert(counts).values({ roundId, outcome: 'undecided', reason: 'cancelled', tally, countedById })
  const fallen = box.seats.map(({ seat }) => ({ seatId: seat.id, roundId, reason: 'cancelled' }))
  if (fallen.length > 0) await tx.insert(countedBallots).values(fallen)
}

export async function cancellationOf(db: Database, roundId: string) {
  const [cancellation] = await db.select().from(roundCancellations).where(eq(roundCancellations.roundId, roundId))
  return cancellation ?? null
}
