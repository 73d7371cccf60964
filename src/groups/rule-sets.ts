import { desc, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type Rules, readRules } from './rules.ts'
import { ruleSets } from './schema.ts'

export interface RuleSet {
  version: number
  rules: Rules
  legalBasis: string
}

/** How this group decides now. Changed only by a decision of the group: a further version, never an edit. */
export async function currentRules(db: Database, groupId: string): Promise<RuleSet> {
  const [current] = await db
    .select({ version: ruleSets.version, rules: ruleSets.rules, legalBasis: ruleSets.legalBasis })
    .from(ruleSets)
    .where(eq(ruleSets.groupId, groupId))
    .orderBy(desc(ruleSets.version))
    .limit(1)
  if (!current) throw new Error('A group without rules')
  return { ...current, rules: readRules(current.rules) }
}
