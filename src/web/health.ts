import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Database } from '../db/database.ts'
import type { AppEnv } from './env.ts'

const patience = 2_000

const tooLong = () => new Promise<false>((resolve) => setTimeout(resolve, patience, false))

const migrated = (db: Database) =>
  db.execute(sql`select 1 from drizzle.__drizzle_migrations limit 1`).then(
    (rows) => rows.length > 0,
    () => false,
  )

/** For whoever watches the server: is it alive, and can it work? Says nothing about why not. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/healthz', (c) => c.text('ok', 200, { 'Cache-Control': 'no-store' }))
  .get('/readyz', async (c) => {
    const { db, rooms } = c.var.ports
    const ready = rooms.healthy() && (await Promise.race([migrated(db), tooLong()]))
    return c.text(ready ? 'ready' : 'not ready', ready ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
