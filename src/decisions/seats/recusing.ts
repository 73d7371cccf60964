import { and, asc, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { hasHands, holdRound } from '../rounds/casting.ts'
import type { Round } from '../rounds/schema.ts'
import { recusalProposals, recusals, seatHolders, seatLosses, seats } from './schema.ts'

export interface Recusal {
  seatId: string
  /** One of the categories in the rules of the round. */
  category: string
  declaredById: string
}

export type RecusalProblem = 'not_there' | 'unknown' | 'counted' | 'over' | 'hands' | 'gone'

/**
 * In a meeting the count ends the round; elsewhere nothing is declared any more once the answers are in. Nor once hands
 * were counted: nobody knows which of them were raised for that seat.
 */
async function closedTo(tx: Database, { id, channel }: Round): Promise<RecusalProblem | null> {
  const { count, isOver } = await holdRound(tx, id)
  if (count) return 'counted'
  if (isOver && channel !== 'meeting') return 'over'
  return (await hasHands(tx, id)) ? 'hands' : null
}

async function seatIn(tx: Database, round: Round, seatId: string) {
  const [seat] = await tx
    .select({ lost: seatLosses.seatId, recused: recusals.seatId })
    .from(seats)
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .leftJoin(recusals, eq(recusals.seatId, seats.id))
    .where(and(eq(seats.id, seatId), eq(seats.roundId, round.id)))
  return seat ?? null
}

const isPrincipal = async (tx: Database, seatId: string, personId: string) =>
  (await tx.$count(
    seatHolders,
    and(eq(seatHolders.seatId, seatId), eq(seatHolders.personId, personId), eq(seatHolders.rank, 'principal')),
  )) > 0

const tell = (
  record: RecordEvent,
  kind: 'round.recused' | 'round.recusalProposed' | 'round.recusalWithdrawn',
  { id, groupId, title }: Round,
  actorId: string,
) => record({ kind, groupId, actorId, subjectId: id, facts: { title } })

/**
 * A conflict of interest is declared for a seat: whoever answers for it goes on speaking, and what was answered for it
 * is void (`DOMAIN.md 4.1 G9`). A principal of the seat does that alone; what anybody else says waits to be confirmed.
 * Stays, whatever is answered later; declared twice it is the first that stays.
 */
export async function recuse(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { seatId, category, declaredById }: Recusal,
): Promise<RecusalProblem | null> {
  const closed = await closedTo(tx, round)
  if (closed) return closed
  if (!round.rules.conflictCategories.includes(category)) return 'unknown'
  const seat = await seatIn(tx, round, seatId)
  if (!seat) return 'not_there'
  if (seat.lost) return 'gone'
  if (seat.recused) return null
  const row = { seatId, roundId: round.id, category }
  if (await isPrincipal(tx, seatId, declaredById)) {
    await tx.insert(recusals).values({ ...row, declaredById })
    await tell(record, 'round.recused', round, declaredById)
    return null
  }
  const proposal = { ...row, proposedById: declaredById }
  const added = await tx.insert(recusalProposals).values(proposal).onConflictDoNothing().returning()
  if (added.length > 0) await tell(record, 'round.recusalProposed', round, declaredById)
  return null
}

/** By a principal of the seat, or by a second person: nobody takes away somebody else's vote alone. */
export async function confirmRecusal(
  tx: Database,
  record: RecordEvent,
  round: Round,
  seatId: string,
  declaredById: string,
): Promise<RecusalProblem | null> {
  const closed = await closedTo(tx, round)
  if (closed) return closed
  const proposal = (await recusalsProposed(tx, round.id)).find((one) => one.seatId === seatId)
  const seat = await seatIn(tx, round, seatId)
  if (seat?.lost) return 'gone'
  if (seat?.recused) return null
  if (!proposal || proposal.proposedById === declaredById) return 'not_there'
  const { category, proposedById } = proposal
  await tx.insert(recusals).values({ seatId, roundId: round.id, category, declaredById, proposedById })
  await tell(record, 'round.recused', round, declaredById)
  return null
}

/** By whoever has proposed it, as long as nobody has confirmed it; what was proposed and taken back stays in the log. */
export async function withdrawRecusal(
  tx: Database,
  record: RecordEvent,
  round: Round,
  seatId: string,
  proposedById: string,
): Promise<RecusalProblem | null> {
  const { count } = await holdRound(tx, round.id)
  if (count) return 'counted'
  const proposals = await recusalsProposed(tx, round.id)
  if (!proposals.some((one) => one.seatId === seatId && one.proposedById === proposedById)) return 'not_there'
  await tx.delete(recusalProposals).where(eq(recusalProposals.seatId, seatId))
  await tell(record, 'round.recusalWithdrawn', round, proposedById)
  return null
}

export interface ProposedRecusal {
  seatId: string
  category: string
  proposedById: string
  /** Name of the person. */
  by: string
}

/** What waits to be confirmed, the earliest first. */
export const recusalsProposed = (db: Database, roundId: string): Promise<ProposedRecusal[]> =>
  db
    .select({
      seatId: recusalProposals.seatId,
      category: recusalProposals.category,
      proposedById: recusalProposals.proposedById,
      by: people.name,
    })
    .from(recusalProposals)
    .innerJoin(people, eq(people.id, recusalProposals.proposedById))
    .leftJoin(recusals, eq(recusals.seatId, recusalProposals.seatId))
    .leftJoin(seatLosses, eq(seatLosses.seatId, recusalProposals.seatId))
    .where(and(eq(recusalProposals.roundId, roundId), isNull(recusals.seatId), isNull(seatLosses.seatId)))
    .orderBy(asc(recusalProposals.createdAt))
