import { pgTable } from 'drizzle-orm/pg-core'
import { createdAt, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'

/** Those who have agreed to be named in the annual book; nobody is who has not (`DOMAIN.md 5.4`). */
export const bookNames = pgTable('book_names', {
  personId: to(() => people.id).primaryKey(),
  createdAt: createdAt(),
})
