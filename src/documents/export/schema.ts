import { index, pgTable } from 'drizzle-orm/pg-core'
import { always, createdAt, id } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'

/** Files that somebody had made or read within the last minutes: that is work for everybody's server (SECURITY S-66). */
export const exportTries = pgTable(
  'export_tries',
  { id: id(), personId: always(() => people.id), createdAt: createdAt() },
  (t) => [index().on(t.personId, t.createdAt)],
)
