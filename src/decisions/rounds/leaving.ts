import { and, eq, isNull, not } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { seatHasAnswered } from '../ballots/standing.ts'
import { seatHolders, seatLosses, seats } from '../seats/schema.ts'
import { isOver } from './closing-time.ts'
import { counts, rounds } from './schema.ts'

/**
 * Whoever leaves the group before answering is taken off the rolls of its running rounds; an answer that was given
 * stays (`DOMAIN.md 4.2 R3, R4`). Once a round has reached its closing time its roll stays as it is. Runs in the transaction in which the membership ends.
 */
export async function loseSeat(tx: Database, groupId: string, personId: string): Promise<void> {
  const held = await tx
    .select({ seatId: seats.id, roundId: rounds.id })
    .from(seatHolders)
    .innerJoin(seats, eq(seats.id, seatHolders.seatId))
    .innerJoin(rounds, eq(rounds.id, seats.roundId))
    .where(
      and(
        eq(rounds.groupId, groupId),
        eq(seatHolders.personId, personId),
        eq(seats.kind, 'person'),
        eq(seatHolders.rank, 'principal'),
      ),
    )
    .orderBy(rounds.id)
    .for('no key update', { of: rounds })
  for (const { seatId, roundId } of held) {
    const [unanswered] = await tx
      .select({ id: seats.id })
      .from(seats)
      .innerJoin(rounds, eq(rounds.id, seats.roundId))
      .leftJoin(counts, eq(counts.roundId, roundId))
      .where(and(eq(seats.id, seatId), isNull(counts.roundId), not(isOver), not(seatHasAnswered)))
    if (unanswered) await tx.insert(seatLosses).values({ seatId, reason: 'left' }).onConflictDoNothing()
  }
}

/** To be handed to the verb that ends a membership. */
export const seatConsequence: DepartureConsequence = (tx, _record, { groupId, personId }) =>
  loseSeat(tx, groupId, personId)
