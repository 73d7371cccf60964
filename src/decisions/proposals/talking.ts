import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { heldForTalk } from './phases.ts'
import { about } from './proposing.ts'
import { type Proposal, proposalOpinions, proposalQuestions } from './schema.ts'
import { turnFor } from './turns.ts'

/** What somebody wants to understand before they say what they think. */
export async function ask(
  tx: Database,
  record: RecordEvent,
  proposal: Proposal,
  { askedById, question }: { askedById: string; question: string },
): Promise<void> {
  await tx.insert(proposalQuestions).values({ proposalId: proposal.id, askedById, question })
  await record({ kind: 'proposal.asked', actorId: askedById, ...about(proposal) })
}

/** Whoever comes second finds it answered. */
export async function answerQuestion(
  tx: Database,
  record: RecordEvent,
  proposal: Proposal,
  { id, answeredById, answer }: { id: string; answeredById: string; answer: string },
): Promise<boolean> {
  const answered = await tx
    .update(proposalQuestions)
    .set({ answer, answeredById, answeredAt: sql`now()` })
    .where(
      and(
        eq(proposalQuestions.id, id),
        eq(proposalQuestions.proposalId, proposal.id),
        isNull(proposalQuestions.answeredAt),
      ),
    )
    .returning()
  if (answered.length > 0) await record({ kind: 'proposal.explained', actorId: answeredById, ...about(proposal) })
  return answered.length > 0
}

/** `wait`: everybody speaks once before anybody speaks twice. `outdated`: it is about another wording by now. */
export type Spoken = 'given' | 'wait' | 'all_said' | 'outdated' | 'closed'

/** Everybody once per turn, in the order in which they come (`DOMAIN.md 3.3`). */
export async function sayOpinion(
  tx: Database,
  record: RecordEvent,
  proposal: Pick<Proposal, 'id' | 'version'>,
  { personId, opinion }: { personId: string; opinion: string },
): Promise<Spoken> {
  const held = await heldForTalk(tx, proposal)
  if (!held) return 'closed'
  if (held.version !== proposal.version) return 'outdated'
  const turn = await turnFor(tx, held, personId)
  if (typeof turn === 'string') return turn
  await tx.insert(proposalOpinions).values({ proposalId: held.id, version: held.version, turn, personId, opinion })
  await record({ kind: 'proposal.discussed', actorId: personId, ...about(held) })
  return 'given'
}
