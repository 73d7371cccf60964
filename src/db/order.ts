import { type Column, type SQL, sql } from 'drizzle-orm'

/** As a German register sorts: Ä with A, case and hyphens last. The order of bytes would put Özlem behind Zoe. */
export const byName = (column: Column): SQL => sql`${column} collate "de-x-icu"`
