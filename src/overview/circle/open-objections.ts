import { and, count, eq, inArray, isNull, notExists } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { objectionEndings, objectionLapses, objections } from '../../decisions/objections/schema.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'

/**
 * How many objections are open, by proposal. Where answers are hidden until the count, objections become things only
 * then (`raiseObjections`), so that nothing here says how anybody has answered.
 */
export async function openObjections(db: Database, proposalIds: string[]): Promise<Map<string, number>> {
  if (proposalIds.length === 0) return new Map()
  const rows = await db
    .select({ proposalId: rounds.proposalId, count: count() })
    .from(objections)
    .innerJoin(rounds, eq(rounds.id, objections.roundId))
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .leftJoin(objectionLapses, eq(objectionLapses.objectionId, objections.id))
    .where(
      and(
        inArray(rounds.proposalId, proposalIds),
        isNull(objectionEndings.objectionId),
        isNull(objectionLapses.signedAt),
        notExists(db.select({ id: decisions.id }).from(decisions).where(eq(decisions.roundId, rounds.id))),
      ),
    )
    .groupBy(rounds.proposalId)
  return new Map(rows.map(({ proposalId, count }) => [proposalId, count]))
}
