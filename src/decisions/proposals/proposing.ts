import { and, eq, ne } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { only } from '../only.ts'
import { lockProposal, standing } from './holding.ts'
import { type Proposal, proposals, proposalVersions, proposalWithdrawals } from './schema.ts'

export interface ProposalDraft {
  title: string
  wording: string
  rationale?: string
  snapshotId?: string
  scope?: Proposal['scope']
}

const fields = ({ title, wording, rationale = '', snapshotId, scope = 'own_group' }: ProposalDraft) => ({
  title,
  wording,
  rationale,
  snapshotId: snapshotId ?? null,
  scope,
})

const about = ({ id, groupId, title }: Proposal) => ({ groupId, subjectId: id, facts: { title } })

/** A request to decide, with the sentences that would be in force. Any other feature may make one too. */
export async function createProposal(
  tx: Database,
  record: RecordEvent,
  draft: ProposalDraft & { groupId: string; authorId: string },
): Promise<Proposal> {
  const { groupId, authorId } = draft
  const proposal = only(
    await tx
      .insert(proposals)
      .values({ ...fields(draft), groupId, authorId })
      .returning(),
  )
  await keepVersion(tx, proposal, authorId)
  await record({ kind: 'proposal.created', actorId: authorId, ...about(proposal) })
  return proposal
}

/** So that every wording that was ever answered to can be read and compared. */
async function keepVersion(tx: Database, proposal: Proposal, authorId: string): Promise<void> {
  const { id: proposalId, version, title, wording, rationale, snapshotId } = proposal
  await tx.insert(proposalVersions).values({ proposalId, version, title, wording, rationale, snapshotId, authorId })
}

const isMovable = async (tx: Database, proposal: Pick<Proposal, 'id'>) => {
  const { running, isSettled } = await standing(tx, proposal)
  return !running && !isSettled
}

/** A version of another group's text came with the proposal and stays with it, whatever a form says. */
async function broughtSnapshot(tx: Database, { snapshotId, groupId }: Proposal): Promise<string | null> {
  if (!snapshotId) return null
  const [foreign] = await tx
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.id, snapshotId), ne(snapshots.groupId, groupId)))
  return foreign?.id ?? null
}

/**
 * A different text is a new version: what was answered to the old one does not count for it (`DOMAIN.md 0.2`).
 * While a round is open the text stays as it is. Null when somebody else has changed it since this person read it.
 */
export async function rework(
  tx: Database,
  record: RecordEvent,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
  draft: ProposalDraft,
  actorId: string,
): Promise<Proposal | null> {
  const before = await lockProposal(tx, id)
  const brought = await broughtSnapshot(tx, before)
  const now = { ...fields(draft), ...(brought && { snapshotId: brought }) }
  const same = Object.entries(now).every(([name, value]) => before[name as keyof Proposal] === value)
  if (same || !(await isMovable(tx, before))) return before
  if (before.version !== version) return null
  const changed = { ...now, version: before.version + 1 }
  const proposal = only(await tx.update(proposals).set(changed).where(eq(proposals.id, id)).returning())
  await keepVersion(tx, proposal, actorId)
  await record({ kind: 'proposal.changed', actorId, ...about(proposal) })
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
  if (!(await isMovable(tx, proposal))) return
  const withdrawal = { proposalId: proposal.id, reason, withdrawnById: actorId }
  const added = await tx.insert(proposalWithdrawals).values(withdrawal).onConflictDoNothing().returning()
  if (added.length > 0) await record({ kind: 'proposal.withdrawn', actorId, ...about(proposal) })
}
