import { and, eq, notExists } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { procedureObjections } from '../ballots/schema.ts'
import { isSilent } from '../counting/poll.ts'
import type { Facts } from '../counting/result.ts'
import { presentIn } from '../seats/attendance.ts'
import { recusals, seatLosses } from '../seats/schema.ts'
import { unreachedIn } from './notices/reach.ts'
import { optionsOf } from './options.ts'
import { handCounts, type Round } from './schema.ts'

/** Seats that want a meeting instead and have a say in it: neither recused since nor gone from the roll (`DOMAIN.md 4.2, 4.8`). */
export const seatsObjecting = (tx: Database, roundId: string): Promise<number> =>
  tx.$count(
    procedureObjections,
    and(
      eq(procedureObjections.roundId, roundId),
      notExists(tx.select().from(recusals).where(eq(recusals.seatId, procedureObjections.seatId))),
      notExists(tx.select().from(seatLosses).where(eq(seatLosses.seatId, procedureObjections.seatId))),
    ),
  )

/** What is known of a round besides its box, at this moment. */
export async function factsOf(tx: Database, round: Round): Promise<Facts> {
  const [hands] = await tx.select().from(handCounts).where(eq(handCounts.roundId, round.id))
  return {
    options: await optionsOf(tx, round.id),
    procedureObjections: await seatsObjecting(tx, round.id),
    unreached: isSilent(round) ? (await unreachedIn(tx, round.id)).length : 0,
    hands: hands ?? null,
    attending: new Set(await presentIn(tx, round.id)),
  }
}
