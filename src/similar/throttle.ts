import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { similarLookups } from './schema.ts'

/** Whoever types looks up twice a second at most; a script that tries titles to find out who works on what does not get far. */
const lookups = 90
const minutes = 5

export const retryAfter = minutes * 60

const isOver = sql`${similarLookups.since} < now() - make_interval(mins => ${minutes})`

/** Counts in the database, so that several processes share one limit. */
export async function mayLookUp(db: Database, personId: string): Promise<boolean> {
  const [tried] = await db
    .insert(similarLookups)
    .values({ personId })
    .onConflictDoUpdate({
      target: similarLookups.personId,
      set: {
        count: sql`case when ${isOver} then 1 else ${similarLookups.count} + 1 end`,
        since: sql`case when ${isOver} then now() else ${similarLookups.since} end`,
      },
    })
    .returning({ count: similarLookups.count })
  return tried !== undefined && tried.count <= lookups
}
