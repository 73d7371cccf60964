import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { type MinorityStatement, minorityStatements } from '../objections/schema.ts'
import { citation } from '../register/citation.ts'
import { decisions } from '../register/schema.ts'
import { iso } from './canonical.ts'
import type { Secret, Statement } from './statement.ts'

/** Whose words these are goes with them; both in the entry of the decision and in one that comes later. */
export const differing = ({ id, authorId, statement, travels }: MinorityStatement): Secret => ({
  ...{ field: 'minority', key: id, personId: authorId, value: { by: authorId, statement, travels } },
})

/** Statement id → what its own entry vouches for, as it stands in the tables now. */
export async function differingStatements(db: Database, ids: string[]): Promise<Map<string, Statement>> {
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ statement: minorityStatements, decision: decisions, prefix: groups.prefix })
    .from(minorityStatements)
    .innerJoin(decisions, eq(decisions.roundId, minorityStatements.roundId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(inArray(minorityStatements.id, ids))
  const made = found.map(({ statement, decision: { year, number }, prefix }): [string, Statement] => {
    const plain = { number: citation(prefix, year, number), statedAt: iso(statement.createdAt) }
    return [statement.id, { plain, secrets: [differing(statement)] }]
  })
  return new Map(made)
}
