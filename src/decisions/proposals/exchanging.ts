import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { only } from '../only.ts'
import type { ProposalDraft } from './draft.ts'
import { lockProposal, standing } from './holding.ts'
import { storedOptions } from './options.ts'
import { about } from './proposing.ts'
import { type Proposal, proposals } from './schema.ts'
import { keepVersion } from './versions.ts'

export interface Exchange {
  snapshotId: string
  wording: string
  actorId: string
}

async function possibilities(tx: Database, before: Proposal): Promise<Pick<ProposalDraft, 'options' | 'passive'>> {
  const stored = await storedOptions(tx, before)
  return {
    options: stored.filter(({ isPassive }) => !isPassive),
    passive: stored.find(({ isPassive }) => isPassive)?.wording,
  }
}

/** The proposal goes on with another version of the text, as its own next version; not while anybody is asked about it. */
export async function exchangeText(
  tx: Database,
  record: RecordEvent,
  { id }: Pick<Proposal, 'id'>,
  { snapshotId, wording, actorId }: Exchange,
): Promise<'exchanged' | 'running' | 'settled'> {
  const before = await lockProposal(tx, id)
  const { running, isSettled } = await standing(tx, before)
  if (running || isSettled) return running ? 'running' : 'settled'
  if (before.snapshotId === snapshotId && before.wording === wording) return 'exchanged'
  const changed = { snapshotId, wording, version: before.version + 1 }
  const proposal = only(await tx.update(proposals).set(changed).where(eq(proposals.id, id)).returning())
  await keepVersion(tx, proposal, { title: before.title, wording, ...(await possibilities(tx, before)) }, actorId)
  await record({ kind: 'proposal.changed', actorId, ...about(proposal) })
  return 'exchanged'
}
