import { and, desc, eq, gt } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { objectionsTo } from '../objections/entries.ts'
import { only } from '../only.ts'
import { type Readiness, readinessOf } from '../policy.ts'
import { standing } from '../proposals/holding.ts'
import { followedUpIn } from '../proposals/matters.ts'
import { proposals } from '../proposals/schema.ts'
import type { RoundEntry } from './entries.ts'
import { counts, type Round, rounds } from './schema.ts'

/** By what this proposal, as it is worded now, may be asked about; whoever asks for a round holds the proposal. */
export async function readinessFor(db: Database, proposalId: string): Promise<Readiness> {
  const found = await db.select({ version: proposals.version }).from(proposals).where(eq(proposals.id, proposalId))
  const asked = await db
    .select({ round: rounds, count: counts })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(eq(rounds.proposalId, proposalId))
    .orderBy(desc(rounds.number))
  const followedUp = (await followedUpIn(db, [proposalId])).get(proposalId) ?? []
  return readinessOf({ proposal: only(found), rounds: asked, followedUp }, await objectionsTo(db, proposalId))
}

/** Whether a further round can be how it goes on; after a consensus that failed a solution is looked for first. */
export async function isReadyAgain(
  db: Database,
  { round, count }: Pick<RoundEntry, 'round' | 'count'>,
): Promise<boolean> {
  const readiness = await readinessFor(db, round.proposalId)
  return readiness === 'any' || (readiness === 'majority' && count?.outcome !== 'no_consensus')
}

/** Nothing has happened since that says how it went on: neither a further round, nor that it was taken back. */
export async function isStillOpen(db: Database, { proposalId, number }: Round): Promise<boolean> {
  const later = await db.$count(rounds, and(eq(rounds.proposalId, proposalId), gt(rounds.number, number)))
  return later === 0 && !(await standing(db, { id: proposalId })).isSettled
}
