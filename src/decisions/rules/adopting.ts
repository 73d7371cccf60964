import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { giveRules } from '../../groups/rule-sets.ts'
import { proposedRules } from '../proposals/schema.ts'
import type { Decision } from '../register/schema.ts'
import { rounds } from '../rounds/schema.ts'

/** What everybody on the roll was asked about: the rules of the version that the round was on. */
const decidedOn = (tx: Database, roundId: string) =>
  tx
    .select({ rules: proposedRules.rules, legalBasis: proposedRules.legalBasis })
    .from(rounds)
    .innerJoin(
      proposedRules,
      and(eq(proposedRules.proposalId, rounds.proposalId), eq(proposedRules.version, rounds.proposalVersion)),
    )
    .where(eq(rounds.id, roundId))

/** What a group has decided about its own rules holds from this moment on; rounds that are open keep their copy (`DOMAIN.md 3.2`). */
export async function adoptRules(tx: Database, record: RecordEvent, decision: Decision, cited: string): Promise<void> {
  const { groupId, roundId, outcome, secondPersonId: actorId } = decision
  if (outcome !== 'adopted' || !roundId) return
  const [decided] = await decidedOn(tx, roundId)
  if (!decided) return
  const subjectId = await giveRules(tx, groupId, { ...decided, givenBy: cited })
  await record({ kind: 'ruleSet.given', groupId, actorId, subjectId, facts: { number: cited } })
}
