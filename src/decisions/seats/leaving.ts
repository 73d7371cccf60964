import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { proxies, standingSeatHolders, standingSeats } from './schema.ts'

const ended = { endedAt: sql`now()` }

/** Whoever leaves a group speaks for no seat there any more, and answers for nobody, nor anybody for them. */
export async function leaveSeats(tx: Database, groupId: string, personId: string): Promise<void> {
  const given = tx.select({ id: standingSeats.id }).from(standingSeats).where(eq(standingSeats.groupId, groupId))
  await tx
    .update(standingSeatHolders)
    .set(ended)
    .where(
      and(
        eq(standingSeatHolders.personId, personId),
        isNull(standingSeatHolders.endedAt),
        inArray(standingSeatHolders.seatId, given),
      ),
    )
  await tx
    .update(proxies)
    .set(ended)
    .where(
      and(
        eq(proxies.groupId, groupId),
        isNull(proxies.endedAt),
        or(eq(proxies.principalId, personId), eq(proxies.holderId, personId)),
      ),
    )
}
