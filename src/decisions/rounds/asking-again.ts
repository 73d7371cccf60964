import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { objectionsTo } from '../objections/entries.ts'
import { only } from '../only.ts'
import { isReadyForRound } from '../policy.ts'
import { proposals } from '../proposals/schema.ts'
import { counts, rounds } from './schema.ts'

/** Whether this proposal, as it is worded now, may go into a round; whoever asks for one holds the proposal. */
export async function isReadyAgain(db: Database, proposalId: string): Promise<boolean> {
  const found = await db.select({ version: proposals.version }).from(proposals).where(eq(proposals.id, proposalId))
  const latest = await db
    .select({ round: rounds, count: counts })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(eq(rounds.proposalId, proposalId))
    .orderBy(desc(rounds.number))
    .limit(1)
  return isReadyForRound({ proposal: only(found), rounds: latest }, await objectionsTo(db, proposalId))
}
