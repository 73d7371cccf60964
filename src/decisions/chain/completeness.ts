import { and, asc, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { citation } from '../register/citation.ts'
import { decisionNotes, decisions } from '../register/schema.ts'
import type { Problem } from './problem.ts'
import { registerEntries } from './schema.ts'

const numbered = { prefix: groups.prefix, year: decisions.year, number: decisions.number }

const cited = ({ prefix, year, number }: { prefix: string; year: number; number: number }) =>
  citation(prefix, year, number)

const entryOf = (
  db: Database,
  column: typeof registerEntries.decisionId | typeof registerEntries.noteId,
  id: typeof decisions.id | typeof decisionNotes.id,
) => db.select({ seq: registerEntries.seq }).from(registerEntries).where(eq(column, id))

async function decisionWithout(db: Database): Promise<Problem | null> {
  const [first] = await db
    .select(numbered)
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(notExists(entryOf(db, registerEntries.decisionId, decisions.id)))
    .orderBy(asc(decisions.createdAt), asc(decisions.number))
    .limit(1)
  return first ? { code: 'decision_without_entry', seq: null, number: cited(first) } : null
}

async function noteWithout(db: Database): Promise<Problem | null> {
  const [first] = await db
    .select(numbered)
    .from(decisionNotes)
    .innerJoin(decisions, eq(decisions.id, decisionNotes.decisionId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(and(isNotNull(decisionNotes.signedAt), notExists(entryOf(db, registerEntries.noteId, decisionNotes.id))))
    .orderBy(asc(decisionNotes.signedAt))
    .limit(1)
  return first ? { code: 'note_without_entry', seq: null, number: cited(first) } : null
}

/** Numbers begin with 1 and have no gap, each group and year for itself. */
async function numberMissing(db: Database): Promise<Problem | null> {
  const nth = sql<number>`row_number() over (partition by ${decisions.groupId}, ${decisions.year} order by ${decisions.number})`
  const placed = db.$with('placed').as(
    db
      .select({ ...numbered, nth: nth.mapWith(Number).as('nth') })
      .from(decisions)
      .innerJoin(groups, eq(groups.id, decisions.groupId)),
  )
  const [first] = await db
    .with(placed)
    .select({ prefix: placed.prefix, year: placed.year, number: placed.nth })
    .from(placed)
    .where(sql`${placed.nth} <> ${placed.number}`)
    .orderBy(asc(placed.year), asc(placed.prefix), asc(placed.nth))
    .limit(1)
  return first ? { code: 'number_missing', seq: null, number: cited(first) } : null
}

/** Whether all that should have an entry has one, and no number was left out. */
export const incompleteness = async (db: Database): Promise<Problem | null> =>
  (await decisionWithout(db)) ?? (await noteWithout(db)) ?? (await numberMissing(db))
