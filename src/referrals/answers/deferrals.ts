import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Count, counts } from '../../decisions/rounds/schema.ts'
import { people } from '../../identity/schema.ts'
import { type Deferral, deferrals } from './schema.ts'

export interface DeferralEntry extends Deferral {
  /** Nobody when it follows from a count. */
  deferredBy: string | null
  /** How the round ended that put it off, and why. */
  outcome: Count['outcome'] | null
  why: Count['reason'] | null
}

/** By the referral that was put off, the first one on top. */
export async function deferralsOf(db: Database, ids: string[]): Promise<Map<string, DeferralEntry[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ deferral: deferrals, deferredBy: people.name, outcome: counts.outcome, why: counts.reason })
    .from(deferrals)
    .leftJoin(people, eq(people.id, deferrals.deferredById))
    .leftJoin(counts, eq(counts.roundId, deferrals.roundId))
    .where(inArray(deferrals.referralId, ids))
    .orderBy(asc(deferrals.createdAt))
  return Map.groupBy(
    rows.map(({ deferral, ...rest }) => ({ ...deferral, ...rest })),
    ({ referralId }) => referralId,
  )
}
