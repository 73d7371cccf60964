import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { proposalIdeas, proposalTopics } from '../proposals/schema.ts'
import {
  type Decision,
  type DecisionNote,
  decisionIdeas,
  decisionNotes,
  decisions,
  decisionTopics,
  proposedSupersessions,
} from './schema.ts'

/** A group ends the force of its own decisions only; what others have decided is theirs. */
const toEnd = (tx: Database, decision: Decision, proposalId: string) =>
  tx
    .select({ decisionId: decisions.id, kind: proposedSupersessions.kind })
    .from(proposedSupersessions)
    .innerJoin(decisions, eq(decisions.id, proposedSupersessions.decisionId))
    .where(and(eq(proposedSupersessions.proposalId, proposalId), eq(decisions.groupId, decision.groupId)))

/**
 * What the group has decided to replace or annul loses its force with this decision, signed by the two who establish it
 * (`DOMAIN.md 2.1`).
 */
export async function endEarlier(
  tx: Database,
  decision: Decision,
  cited: string,
  proposalId: string,
): Promise<DecisionNote[]> {
  if (decision.outcome !== 'adopted') return []
  const earlier = await toEnd(tx, decision, proposalId)
  if (earlier.length === 0) return []
  const rows = earlier.map(({ decisionId, kind }) => ({
    decisionId,
    kind: kind === 'annulled' ? ('annulment' as const) : ('supersession' as const),
    reason: cited,
    byDecisionId: decision.id,
    firstPersonId: decision.firstPersonId,
    secondPersonId: decision.secondPersonId,
    signedAt: decision.createdAt,
  }))
  return tx.insert(decisionNotes).values(rows).returning()
}

/** By which words and ideas it is found. */
export async function keepSubjects(tx: Database, { id: decisionId }: Decision, proposalId: string): Promise<void> {
  const topics = await tx.select().from(proposalTopics).where(eq(proposalTopics.proposalId, proposalId))
  const ideas = await tx.select().from(proposalIdeas).where(eq(proposalIdeas.proposalId, proposalId))
  if (topics.length > 0) await tx.insert(decisionTopics).values(topics.map(({ topic }) => ({ decisionId, topic })))
  if (ideas.length > 0) await tx.insert(decisionIdeas).values(ideas.map(({ ideaId }) => ({ decisionId, ideaId })))
}
