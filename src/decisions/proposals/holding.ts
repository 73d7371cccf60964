import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../only.ts'
import { finalOutcomes } from '../outcomes.ts'
import { counts, type Round, rounds } from '../rounds/schema.ts'
import { type Proposal, proposalLapses, proposals, proposalWithdrawals } from './schema.ts'

/** Whoever opens a round, withdraws or changes the wording holds the proposal until the end of the transaction. */
export const lockProposal = async (tx: Database, id: string): Promise<Proposal> =>
  only(await tx.select().from(proposals).where(eq(proposals.id, id)).for('no key update'))

/** A round that has not been counted yet. */
async function runningRound(tx: Database, proposalId: string) {
  const [running] = await tx
    .select({ round: rounds })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(eq(rounds.proposalId, proposalId), isNull(counts.roundId)))
  return running?.round ?? null
}

/** Taken back, lapsed, or ended with a result: nobody asks about it any more. */
async function isSettled(tx: Database, proposalId: string): Promise<boolean> {
  const withdrawn = await tx.$count(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposalId))
  const lapsed = await tx.$count(proposalLapses, eq(proposalLapses.proposalId, proposalId))
  if (withdrawn + lapsed > 0) return true
  const ended = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(eq(rounds.proposalId, proposalId), inArray(counts.outcome, finalOutcomes)))
  return ended.length > 0
}

/** Where a held proposal stands: whoever comes second meets what whoever came first has made of it. */
export async function standing(
  tx: Database,
  { id }: Pick<Proposal, 'id'>,
): Promise<{ running: Round | null; isSettled: boolean }> {
  const running = await runningRound(tx, id)
  return { running, isSettled: running === null && (await isSettled(tx, id)) }
}
