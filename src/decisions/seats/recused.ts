import { asc, count, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { recusals } from './schema.ts'

/** How many seats were recused for which category: all that is said about it outside the group (`DOMAIN.md 5.3`). */
export const recusedIn = (db: Database, roundId: string): Promise<{ category: string; count: number }[]> =>
  db
    .select({ category: recusals.category, count: count() })
    .from(recusals)
    .where(eq(recusals.roundId, roundId))
    .groupBy(recusals.category)
    .orderBy(asc(recusals.category))
