import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../only.ts'
import type { Answer } from '../rounds/casting.ts'
import type { Round } from '../rounds/schema.ts'
import { type BallotRank, ballots, ratings } from './schema.ts'

/** Whose answer for which seat, in which capacity; a paper is entered by somebody else. */
export interface Voice {
  seatId: string
  personId: string
  rank: BallotRank
  enteredById?: string
}

/** One more line in the ledger; nothing that stands there changes. The caller holds the round. */
export async function takeDown(
  tx: Database,
  { id: roundId, method }: Pick<Round, 'id' | 'method'>,
  { seatId, personId: castById, rank, enteredById }: Voice,
  { choice, reason, ratings: said = {} }: Answer,
  receivedAt?: SQL,
): Promise<void> {
  const row = { roundId, method, seatId, rank, castById, enteredById, choice, reason, receivedAt }
  const { id: ballotId } = only(await tx.insert(ballots).values(row).returning({ id: ballots.id }))
  const rows = Object.entries(said).map(([optionId, resistance]) => ({ ballotId, roundId, optionId, resistance }))
  if (rows.length > 0) await tx.insert(ratings).values(rows)
}

/** A paper of this person that nobody has taken out again holds instead of what they say online (`DOMAIN.md 4.3`). */
export async function hasPaper(
  tx: Database,
  { seatId, personId }: Pick<Voice, 'seatId' | 'personId'>,
): Promise<boolean> {
  const [latest] = await tx
    .select({ choice: ballots.choice })
    .from(ballots)
    .where(and(eq(ballots.seatId, seatId), eq(ballots.castById, personId), eq(ballots.rank, 'meeting')))
    .orderBy(desc(ballots.seq))
    .limit(1)
  return latest !== undefined && latest.choice !== null
}
