import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { finalOutcomes } from '../../decisions/outcomes.ts'
import { proposalLapses, proposals, proposalWithdrawals } from '../../decisions/proposals/schema.ts'
import { records } from '../../decisions/records/schema.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { closesAt } from '../../decisions/rounds/closing-time.ts'
import { counts, rounds } from '../../decisions/rounds/schema.ts'
import { recordTakeUps, takeUps } from '../schema.ts'

/** The circle has made a proposal of its own from what was sent, or has decided on it in a meeting. */
export interface TakenUp {
  referralId: string
  /** One of the two. */
  proposalId: string | null
  recordId: string | null
  at: Date
  /** A round runs, or the result waits for the second person: the answer is on its way. */
  isBeingDecided: boolean
  closesAt: Date | null
}

/** What the circle has made of these referrals and neither put aside nor let lapse; at most one thing of each. */
export async function takenUp(db: Database, referralIds: string[]): Promise<TakenUp[]> {
  if (referralIds.length === 0) return []
  return (await Promise.all([byProposal(db, referralIds), byRecord(db, referralIds)])).flat()
}

async function byProposal(db: Database, referralIds: string[]): Promise<TakenUp[]> {
  const rows = await db
    .select({ takeUp: takeUps, round: rounds, closesAt, count: counts, decision: decisions })
    .from(takeUps)
    .innerJoin(proposals, eq(proposals.id, takeUps.proposalId))
    .leftJoin(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposals.id))
    .leftJoin(proposalLapses, eq(proposalLapses.proposalId, proposals.id))
    .leftJoin(rounds, eq(rounds.proposalId, proposals.id))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .leftJoin(decisions, eq(decisions.roundId, rounds.id))
    .where(
      and(
        inArray(takeUps.referralId, referralIds),
        isNull(proposalWithdrawals.proposalId),
        isNull(proposalLapses.proposalId),
      ),
    )
    .orderBy(desc(takeUps.createdAt), desc(rounds.number))
  const latest = new Map<string, TakenUp>()
  for (const row of rows) {
    const { referralId, proposalId, createdAt } = row.takeUp
    if (latest.has(referralId)) continue
    const isRunning = row.round !== null && row.count === null
    latest.set(referralId, {
      ...{ referralId, proposalId, recordId: null, at: createdAt },
      isBeingDecided: isRunning || isUnconfirmed(row),
      closesAt: isRunning ? row.closesAt : null,
    })
  }
  return [...latest.values()]
}

const isUnconfirmed = ({ count, decision }: { count: { outcome: string } | null; decision: unknown }) =>
  decision === null && finalOutcomes.some((final) => final === count?.outcome)

async function byRecord(db: Database, referralIds: string[]): Promise<TakenUp[]> {
  const rows = await db
    .select({ takeUp: recordTakeUps, decisionId: decisions.id })
    .from(recordTakeUps)
    .innerJoin(records, eq(records.id, recordTakeUps.recordId))
    .leftJoin(decisions, eq(decisions.recordId, records.id))
    .where(and(inArray(recordTakeUps.referralId, referralIds), isNull(records.discardedAt)))
  return rows.map(({ takeUp: { referralId, recordId, createdAt }, decisionId }) => ({
    ...{ referralId, proposalId: null, recordId, at: createdAt },
    isBeingDecided: decisionId === null,
    closesAt: null,
  }))
}
