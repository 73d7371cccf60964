import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type RoundOption, roundOptions } from './schema.ts'

/** What is rated, in the order of the proposal; changing nothing is one of it. */
export const optionsOf = (db: Database, roundId: string): Promise<RoundOption[]> =>
  db.select().from(roundOptions).where(eq(roundOptions.roundId, roundId)).orderBy(asc(roundOptions.position))
