import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { ideasOf } from '../../groups/ideas.ts'
import { groups } from '../../groups/schema.ts'
import { editions, programmes, statements } from '../editions/schema.ts'
import type { CitedDecision, CitedDecisions } from './cited.ts'
import type { Row } from './rows.ts'
import { type WordPart, wordsBetween } from './wording.ts'

/** A statement of an edition, as a row knows it by its id. */
export interface StatementFact {
  id: string
  place: string
  words: string
  /** As in "Revierprogramm Larn 2.1". */
  edition: string
}

/** What rows name only by a sign: with it they can be read in full. */
export interface ComparisonFacts {
  ideas: { code: string; title: string }[]
  groups: { slug: string; name: string }[]
  statements: StatementFact[]
  /** What the edition taken over last has changed. */
  changes: StatementChange[]
  decisions: CitedDecision[]
}

export interface StatementChange {
  before: StatementFact
  after: StatementFact
  parts: WordPart[]
}

/** As in "Revierprogramm Larn 2.1". */
export const editionName = ({ title, version }: { title: string; version: string }) => `${title}\u00a0${version}`

const statementIdsOf = (rows: Row[]) =>
  rows.flatMap(({ statementId, previousId }) => [statementId, previousId]).filter((id) => id !== null)

/** Scoped to the group: a row that names a statement of somebody else's programme gets nothing for it. */
async function statementsAmong(db: Database, groupId: string, ids: string[]): Promise<StatementFact[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({ statement: statements, version: editions.version, title: programmes.title })
    .from(statements)
    .innerJoin(editions, eq(editions.id, statements.editionId))
    .innerJoin(programmes, eq(programmes.id, editions.programmeId))
    .where(and(eq(editions.groupId, groupId), inArray(statements.id, ids)))
  return found.map(({ statement: { id, place, words }, title, version }) => ({
    ...{ id, place, words },
    edition: editionName({ title, version }),
  }))
}

const allGroups = (db: Database) =>
  db.select({ slug: groups.slug, name: groups.name }).from(groups).orderBy(byName(groups.name))

interface Asking {
  groupId: string
  personId: string
  cited: CitedDecisions
  /** Every decision that may be chosen, and not only those that are quoted. */
  all?: boolean
}

export async function factsFor(
  db: Database,
  rows: Row[],
  { groupId, personId, cited, all }: Asking,
): Promise<ComparisonFacts> {
  const known = await statementsAmong(db, groupId, statementIdsOf(rows))
  const numbers = [...new Set(rows.map(({ decision }) => decision).filter((number) => number !== ''))]
  return {
    ideas: (await ideasOf(db)).map(({ code, title }) => ({ code, title })),
    groups: await allGroups(db),
    statements: known,
    changes: changesIn(rows, known),
    decisions: all || numbers.length > 0 ? await cited(db, personId, all ? undefined : numbers) : [],
  }
}

function changesIn(rows: Row[], known: StatementFact[]): StatementChange[] {
  const byId = new Map(known.map((statement) => [statement.id, statement]))
  return rows.flatMap(({ change, previousId, statementId }) => {
    const [before, after] = [byId.get(previousId ?? ''), byId.get(statementId ?? '')]
    if (change !== 'changed' || !before || !after) return []
    return [{ before, after, parts: wordsBetween(before.words, after.words) }]
  })
}
