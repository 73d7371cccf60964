import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { exportTries } from './schema.ts'

/** Nobody reads so many files, and a script that fetches everything should not keep the others waiting. Files that come in count, too. */
const tries = 30
const minutes = 10

export const retryAfter = minutes * 60

/** Counts in the database, so that several processes share one limit (SECURITY S-66). */
export const mayHandleFile = (db: Database, personId: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`export ${personId}`}, 0))`)
    const own = eq(exportTries.personId, personId)
    await tx
      .delete(exportTries)
      .where(and(own, lt(exportTries.createdAt, sql`now() - make_interval(mins => ${minutes})`)))
    if ((await tx.$count(exportTries, own)) >= tries) return false
    await tx.insert(exportTries).values({ personId })
    return true
  })
