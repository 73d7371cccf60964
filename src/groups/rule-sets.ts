import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { ProposedRuleSet } from './rule-problems.ts'
import { type Rules, readRules } from './rules.ts'
import { ruleSets } from './schema.ts'

export interface RuleSet {
  version: number
  rules: Rules
  legalBasis: string
  /** Number of the decision that gave it, or how else it was given; empty for what a group started with. */
  givenBy: string
  /** Number of the decision that had changed them, where its annulment has brought them back. */
  annulled: string | null
  createdAt: Date
}

const byAnnulment = 'annulled:'

/** What gives a group the rules back that held before this decision; as it is stored, and vouched for to the letter. */
export const annulmentOf = (cited: string): string => byAnnulment + cited

const annulledIn = (givenBy: string): string | null =>
  givenBy.startsWith(byAnnulment) ? givenBy.slice(byAnnulment.length) : null

const newestFirst = (db: Database, groupId: string) =>
  db
    .select({
      version: ruleSets.version,
      rules: ruleSets.rules,
      legalBasis: ruleSets.legalBasis,
      givenBy: ruleSets.givenBy,
      createdAt: ruleSets.createdAt,
    })
    .from(ruleSets)
    .where(eq(ruleSets.groupId, groupId))
    .orderBy(desc(ruleSets.version))
    .$dynamic()

const readable = <T extends { rules: Rules; givenBy: string }>(stored: T): T & Pick<RuleSet, 'annulled'> => ({
  ...stored,
  rules: readRules(stored.rules),
  annulled: annulledIn(stored.givenBy),
})

/** How this group decides now. Changed only by a decision of the group: a further version, never an edit. */
export async function currentRules(db: Database, groupId: string): Promise<RuleSet> {
  const [current] = await newestFirst(db, groupId).limit(1)
  if (!current) throw new Error('A group without rules')
  return readable(current)
}

/** How it decided at an instant; before the first rules were written down, by those. */
export async function rulesAt(db: Database, groupId: string, at: Date): Promise<RuleSet> {
  const history = await ruleHistory(db, groupId)
  return history.find(({ createdAt }) => createdAt <= at) ?? history.at(-1) ?? currentRules(db, groupId)
}

/** Every version that this group ever had, the one that holds now on top. */
export const ruleHistory = async (db: Database, groupId: string): Promise<RuleSet[]> =>
  (await newestFirst(db, groupId)).map(readable)

/** The next version; the database takes it only if the decision named in `givenBy` has adopted exactly this. */
export async function giveRules(
  tx: Database,
  groupId: string,
  given: ProposedRuleSet & { givenBy: string },
): Promise<string> {
  const version = sql<number>`(select max(${ruleSets.version}) + 1 from ${ruleSets} where ${ruleSets.groupId} = ${groupId})`
  const [added] = await tx
    .insert(ruleSets)
    .values({ ...given, groupId, version })
    .returning({ id: ruleSets.id })
  if (!added) throw new Error('The database returned no row for an insert')
  return added.id
}
