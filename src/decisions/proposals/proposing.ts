import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../only.ts'
import { keepMarks, keepSupersessions } from './around.ts'
import { marksIn, type ProposalDraft, substance } from './draft.ts'
import { lockProposal, standing } from './holding.ts'
import { type Proposal, proposals, proposalWithdrawals } from './schema.ts'
import { keepVersion } from './versions.ts'

export type { ProposalDraft } from './draft.ts'

export const about = ({ id, groupId, title }: Pick<Proposal, 'id' | 'groupId' | 'title'>) => ({
  groupId,
  subjectId: id,
  facts: { title },
})

/** A request to decide, with the sentences that would be in force. Any other feature may make one too. */
export async function createProposal(
  tx: Database,
  record: RecordEvent,
  draft: ProposalDraft & { groupId: string; authorId: string },
): Promise<Proposal> {
  const { groupId, authorId, summary = '' } = draft
  const row = { ...substance(draft), summary, groupId, authorId }
  const proposal = only(await tx.insert(proposals).values(row).returning())
  await keepMarks(tx, proposal.id, marksIn(draft))
  await keepSupersessions(tx, proposal.id, draft.supersedes ?? [])
  await keepVersion(tx, proposal, draft, authorId)
  await record({ kind: 'proposal.created', actorId: authorId, ...about(proposal) })
  return proposal
}

/** The author takes it back; nothing is decided, nothing is deleted. */
export async function withdrawProposal(
  tx: Database,
  record: RecordEvent,
  proposal: Proposal,
  reason: string,
  actorId: string,
): Promise<void> {
  await lockProposal(tx, proposal.id)
  const { running, isSettled } = await standing(tx, proposal)
  if (running || isSettled) return
  const withdrawal = { proposalId: proposal.id, reason, withdrawnById: actorId }
  const added = await tx.insert(proposalWithdrawals).values(withdrawal).onConflictDoNothing().returning()
  if (added.length > 0) await record({ kind: 'proposal.withdrawn', actorId, ...about(proposal) })
}
