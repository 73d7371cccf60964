import { and, asc, lte } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type DecisionEntry, decisionsAmong } from '../../decisions/register/log.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { stillHolds } from '../../decisions/register/standing.ts'

/** Decisions whose review date comes until this day or has passed, the earliest on top. */
export async function reviewsDue(
  db: Database,
  until: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<DecisionEntry[]> {
  const rows = await db
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(lte(decisions.reviewOn, until), stillHolds))
    .orderBy(asc(decisions.reviewOn), asc(decisions.id))
    .limit(limit)
    .offset(offset)
  const known = await decisionsAmong(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id }) => known.filter((decision) => decision.id === id))
}
