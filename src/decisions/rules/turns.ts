import { and, eq, isNull, ne, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { groups } from '../../groups/schema.ts'
import { type Proposal, proposedRules } from '../proposals/schema.ts'
import { decisions } from '../register/schema.ts'
import { counts, rounds } from '../rounds/schema.ts'

/** `old_rules`: the group has changed its rules since. `other_rules`: it is deciding on others right now. */
export type RuleHindrance = 'old_rules' | 'other_rules'

/** Another round about rules, whose end nobody knows yet or which is still to be established. */
async function othersAreAsked(tx: Database, { id, groupId }: Pick<Proposal, 'id' | 'groupId'>): Promise<boolean> {
  const found = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(
      proposedRules,
      and(eq(proposedRules.proposalId, rounds.proposalId), eq(proposedRules.version, rounds.proposalVersion)),
    )
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .leftJoin(decisions, eq(decisions.roundId, rounds.id))
    .where(
      and(
        eq(rounds.groupId, groupId),
        ne(rounds.proposalId, id),
        isNull(decisions.id),
        or(isNull(counts.roundId), eq(counts.outcome, 'adopted')),
      ),
    )
    .limit(1)
  return found.length > 0
}

/**
 * Rules are decided on as a whole. So they are asked about one after the other, and only on top of those that hold:
 * otherwise one decision would undo what another has just changed, and nobody would have been told.
 */
export async function ruleHindrance(
  tx: Database,
  proposal: Pick<Proposal, 'id' | 'groupId' | 'version'>,
): Promise<RuleHindrance | null> {
  const key = and(eq(proposedRules.proposalId, proposal.id), eq(proposedRules.version, proposal.version))
  const [proposed] = await tx.select({ base: proposedRules.base }).from(proposedRules).where(key)
  if (!proposed) return null
  await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, proposal.groupId)).for('no key update')
  if (await othersAreAsked(tx, proposal)) return 'other_rules'
  const { version } = await currentRules(tx, proposal.groupId)
  return proposed.base === version ? null : 'old_rules'
}
