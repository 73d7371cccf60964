import { sql } from 'drizzle-orm'
import { check, integer, pgTable } from 'drizzle-orm/pg-core'
import { createdAt, to } from '../db/columns.ts'
import { people } from '../identity/schema.ts'

/** How often somebody has had titles compared lately: that is work for everybody's database (SECURITY S-66). */
export const similarLookups = pgTable(
  'similar_lookups',
  {
    personId: to(() => people.id).primaryKey(),
    since: createdAt(),
    count: integer().notNull().default(1),
  },
  (t) => [check('lookups_are_counted', sql`${t.count} > 0`)],
)
