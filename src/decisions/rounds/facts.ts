import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { procedureObjections } from '../ballots/schema.ts'
import { isSilent } from '../counting/poll.ts'
import type { Facts } from '../counting/result.ts'
import { presentIn } from '../seats/attendance.ts'
import { unreachedIn } from './notices/reach.ts'
import { optionsOf } from './options.ts'
import { handCounts, type Round } from './schema.ts'

/** What is known of a round besides its box, at this moment. */
export async function factsOf(tx: Database, round: Round): Promise<Facts> {
  const [hands] = await tx.select().from(handCounts).where(eq(handCounts.roundId, round.id))
  return {
    options: await optionsOf(tx, round.id),
    procedureObjections: await tx.$count(procedureObjections, eq(procedureObjections.roundId, round.id)),
    unreached: isSilent(round) ? (await unreachedIn(tx, round.id)).length : 0,
    hands: hands ?? null,
    attending: new Set(await presentIn(tx, round.id)),
  }
}
