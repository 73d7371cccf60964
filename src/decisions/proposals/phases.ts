import { and, eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { lockProposal, standing } from './holding.ts'
import { about } from './proposing.ts'
import { type Proposal, proposalDeliberations, proposalPresentations } from './schema.ts'

/** Neither asked about right now nor settled: only then is it presented or talked about (`DOMAIN.md 3.3`). */
export async function heldForTalk(tx: Database, { id }: Pick<Proposal, 'id'>): Promise<Proposal | null> {
  const proposal = await lockProposal(tx, id)
  const { running, isSettled } = await standing(tx, proposal)
  return running || isSettled ? null : proposal
}

/** Shown to the group: questions of understanding come first, nobody rates yet. */
export async function present(tx: Database, record: RecordEvent, proposal: Proposal, actorId: string): Promise<void> {
  const held = await heldForTalk(tx, proposal)
  if (!held) return
  const presentation = { proposalId: held.id, presentedById: actorId }
  const added = await tx.insert(proposalPresentations).values(presentation).onConflictDoNothing().returning()
  if (added.length > 0) await record({ kind: 'proposal.presented', actorId, ...about(held) })
}

/** The questions are answered: everybody says once what they think. */
export async function deliberate(
  tx: Database,
  record: RecordEvent,
  proposal: Proposal,
  actorId: string,
): Promise<void> {
  const held = await heldForTalk(tx, proposal)
  if (!held) return
  const deliberation = { proposalId: held.id, openedById: actorId }
  const added = await tx.insert(proposalDeliberations).values(deliberation).onConflictDoNothing().returning()
  if (added.length > 0) await record({ kind: 'proposal.deliberated', actorId, ...about(held) })
}

/** Not everybody has spoken, but it goes on: whoever has may say a second time what they think. */
export async function openSecondTurn(
  tx: Database,
  record: RecordEvent,
  proposal: Proposal,
  actorId: string,
): Promise<void> {
  const held = await heldForTalk(tx, proposal)
  if (!held) return
  const opened = await tx
    .update(proposalDeliberations)
    .set({ secondTurnAt: sql`clock_timestamp()` })
    .where(and(eq(proposalDeliberations.proposalId, held.id), notYetOn(held)))
    .returning()
  if (opened.length > 0) await record({ kind: 'proposal.deliberated', actorId, ...about(held) })
}

const notYetOn = ({ id, version }: Proposal) =>
  sql`coalesce(${proposalDeliberations.secondTurnAt} < (
    select v.created_at from proposal_versions v where v.proposal_id = ${id} and v.version = ${version}
  ), true)`
