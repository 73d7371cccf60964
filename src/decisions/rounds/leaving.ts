import { and, eq, exists, isNull, or, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { openBox } from '../ballots/box.ts'
import { leaveSeats } from '../seats/leaving.ts'
import { seatHolders, seatLosses, seats } from '../seats/schema.ts'
import { hasHands, holdRound } from './casting.ts'
import { counts, type Round, rounds } from './schema.ts'

/** Rounds of the group that are not counted and have such a seat, always in the same order. */
const affected = (tx: Database, groupId: string, which: SQL | undefined) =>
  tx
    .selectDistinct({ round: rounds })
    .from(seats)
    .innerJoin(rounds, eq(rounds.id, seats.roundId))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(eq(rounds.groupId, groupId), isNull(counts.roundId), which))
    .orderBy(rounds.id)

/**
 * Takes seats off the rolls of running rounds. An answer that counts keeps its seat; one that was taken back, is
 * contested or came to nothing otherwise does not, and a recused seat stays recused (`DOMAIN.md 4.2 R3, R4, 4.10`).
 * Once a round has reached its closing time, or hands were counted in it, its roll stays as it is: nobody knows whose
 * they were.
 */
async function loseSeats(tx: Database, groupId: string, which: SQL | undefined, reason: string): Promise<void> {
  for (const { round } of await affected(tx, groupId, which)) {
    const { isOver, count } = await holdRound(tx, round.id)
    if (!count && !isOver && !(await hasHands(tx, round.id))) await loseIn(tx, round, which, reason)
  }
}

async function loseIn(tx: Database, round: Round, which: SQL | undefined, reason: string): Promise<void> {
  const lost = await tx
    .select({ id: seats.id })
    .from(seats)
    .where(and(eq(seats.roundId, round.id), which))
  const box = await openBox(tx, round)
  const unanswered = box.seats.filter(({ ballot, isRecused }) => !ballot && !isRecused).map(({ seat }) => seat.id)
  const losses = lost.filter(({ id }) => unanswered.includes(id)).map(({ id: seatId }) => ({ seatId, reason }))
  if (losses.length > 0) await tx.insert(seatLosses).values(losses).onConflictDoNothing()
}

const ownSeatOf = (tx: Database, personId: string) =>
  and(
    eq(seats.kind, 'person'),
    exists(
      tx
        .select({ id: seatHolders.seatId })
        .from(seatHolders)
        .where(
          and(eq(seatHolders.seatId, seats.id), eq(seatHolders.personId, personId), eq(seatHolders.rank, 'principal')),
        ),
    ),
  )

/**
 * Whoever leaves the group before answering is taken off the rolls of its running rounds. The seat of an organisation
 * or a group stays: it is entitled all the same, and others may answer for it. Runs in the transaction in which the
 * membership ends.
 */
export const loseSeat = (tx: Database, groupId: string, personId: string): Promise<void> =>
  loseSeats(tx, groupId, ownSeatOf(tx, personId), 'left')

/** The same for an organisation or a group that the group gives no seat any more (`DOMAIN.md 3.8`). */
export const loseSeatsOf = (
  tx: Database,
  groupId: string,
  { organisationId, sendingGroupId }: { organisationId: string | null; sendingGroupId: string | null },
): Promise<void> => {
  const theirs = or(
    organisationId ? eq(seats.organisationId, organisationId) : undefined,
    sendingGroupId ? eq(seats.sendingGroupId, sendingGroupId) : undefined,
  )
  return theirs ? loseSeats(tx, groupId, theirs, 'seat_ended') : Promise.resolve()
}

/** To be handed to the verb that ends a membership. */
export const seatConsequence: DepartureConsequence = async (tx, _record, { groupId, personId }) => {
  await loseSeat(tx, groupId, personId)
  await leaveSeats(tx, groupId, personId)
}
