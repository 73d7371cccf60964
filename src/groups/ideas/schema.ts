import { sql } from 'drizzle-orm'
import { check, index, pgTable } from 'drizzle-orm/pg-core'
import { always, createdAt, id } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { guidingIdeas } from '../schema.ts'

/** The alliance has put another idea in the place of one; both keep their codes, because texts name them. */
export const ideaReplacements = pgTable(
  'idea_replacements',
  {
    id: id(),
    olderId: always(() => guidingIdeas.id).unique(),
    newerId: always(() => guidingIdeas.id),
    namedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.newerId), check('ideas_replaced_by_others', sql`${t.olderId} <> ${t.newerId}`)],
)
