import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'

/** A connection or a transaction: whatever takes one works with the other. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>
