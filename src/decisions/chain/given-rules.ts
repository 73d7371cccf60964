import { asc, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { ruleSets } from '../../groups/schema.ts'
import type { Plain } from './canonical.ts'
import { digestOf } from './digest.ts'

const { groupId, version, givenBy, legalBasis } = ruleSets

/** Number of a decision, or "annulled:" and its number → what a group decides by since, as it is stored. */
export async function rulesGivenBy(db: Database, givers: string[]): Promise<Map<string, Plain>> {
  if (givers.length === 0) return new Map()
  const found = await db
    .select({ groupId, version, givenBy, legalBasis, rules: sql<Plain>`${ruleSets.rules}` })
    .from(ruleSets)
    .where(inArray(givenBy, givers))
    .orderBy(asc(groupId), asc(version))
  const byGiver = Map.groupBy(found, (given) => given.givenBy)
  const summed = [...byGiver].map(async ([giver, rules]): Promise<[string, Plain]> => [giver, await digestOf(rules)])
  return new Map(await Promise.all(summed))
}
