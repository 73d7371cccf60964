import { desc, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { annulmentOf, giveRules } from '../../groups/rule-sets.ts'
import { groups, ruleSets } from '../../groups/schema.ts'
import { only } from '../only.ts'
import { citation } from '../register/citation.ts'
import { type DecisionNote, decisions } from '../register/schema.ts'

/** Held, so that nobody else gives the group rules meanwhile. */
async function annulledBy(tx: Database, { decisionId }: Pick<DecisionNote, 'decisionId'>) {
  const found = await tx
    .select({ groupId: groups.id, prefix: groups.prefix, year: decisions.year, number: decisions.number })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(eq(decisions.id, decisionId))
    .for('no key update', { of: groups })
  const { groupId, prefix, year, number } = only(found)
  return { groupId, cited: citation(prefix, year, number) }
}

/** As they are stored: what holds again is what held, to the letter. */
const lastTwo = (tx: Database, groupId: string) =>
  tx.select().from(ruleSets).where(eq(ruleSets.groupId, groupId)).orderBy(desc(ruleSets.version)).limit(2)

/**
 * Where the decision that gave the group its rules is annulled, what held before it holds again, as a version of its
 * own. Where the group has decided on its rules once more since, that stays.
 */
export async function returnRules(
  tx: Database,
  record: RecordEvent,
  note: Pick<DecisionNote, 'kind' | 'decisionId'>,
  actorId: string,
): Promise<void> {
  if (note.kind !== 'annulment') return
  const { groupId, cited } = await annulledBy(tx, note)
  const [now, before] = await lastTwo(tx, groupId)
  if (!before || now?.givenBy !== cited) return
  const { rules, legalBasis } = before
  const subjectId = await giveRules(tx, groupId, { rules, legalBasis, givenBy: annulmentOf(cited) })
  await record({ kind: 'ruleSet.returned', groupId, actorId, subjectId, facts: { number: cited } })
}
