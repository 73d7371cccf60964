import { sql } from 'drizzle-orm'
import type { Database } from '#src/db/database.ts'

/** Every value of every table, as text. A session moves when it is used; that much may change. */
export async function dump(db: Database): Promise<Record<string, string>> {
  const tables = await db.execute<{ name: string }>(
    // That a form was sent is noted whatever becomes of it, and how often somebody fetched a file.
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not in ('latest_forms', 'export_tries') order by 1`,
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.execute<{ row: Record<string, unknown> }>(
        sql`select to_jsonb(t) - 'used_at' - 'expires_at' as row from ${sql.identifier(name)} t order by 1`,
      )
      return [name, JSON.stringify(rows.map(({ row }) => row))] as const
    }),
  )
  return Object.fromEntries(texts)
}
