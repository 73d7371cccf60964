import { and, eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { memberships } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { only } from '../only.ts'
import { neverSent, settlePaper } from '../paper-stage.ts'
import { lockProposal, standing } from '../proposals/holding.ts'
import type { Proposal } from '../proposals/schema.ts'
import { seatHolders, seats } from '../seats/schema.ts'
import { type Round, rounds } from './schema.ts'

export interface RoundDraft {
  method: Round['method']
  /** Exclusive. */
  closesAt: Date
  openedById: string
}

/**
 * Who holds a vote today (`DOMAIN.md 4.2 R1`). Held until the end of the transaction,
 * so that a person who is leaving at this moment is either not on the roll or taken off it.
 */
export const voters = (tx: Database, groupId: string, now = new Date()) =>
  tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.standing, 'member'),
        eq(memberships.votes, true),
        inForce(dayOf(now)),
      ),
    )

const lastNumber = async (tx: Database, proposalId: string) =>
  only(
    await tx
      .select({ number: sql<number>`coalesce(max(${rounds.number}), 0)` })
      .from(rounds)
      .where(eq(rounds.proposalId, proposalId)),
  ).number

/**
 * Freezes what is decided on, who decides and by which rules. Whoever opens second gets the round that is running.
 * Null when nobody has a vote, because such a round could not decide anything, and when the proposal was taken back
 * or decided on meanwhile, or when its text is not the version any more that was read before.
 */
export async function openRound(
  tx: Database,
  record: RecordEvent,
  { id, version }: Pick<Proposal, 'id'> & Partial<Pick<Proposal, 'version'>>,
  draft: RoundDraft,
  sendings = neverSent,
): Promise<Round | null> {
  const proposal = await lockProposal(tx, id)
  const { running, isSettled } = await standing(tx, proposal)
  if (running || isSettled) return running
  if (version !== undefined && version !== proposal.version) return null
  const roll = await voters(tx, proposal.groupId).for('share')
  if (roll.length === 0) return null

  const round = only(
    await tx
      .insert(rounds)
      .values(await frozen(tx, proposal, draft))
      .returning(),
  )
  const places = roll.map(({ personId }) => ({ seatId: crypto.randomUUID(), roundId: round.id, personId }))
  await tx.insert(seats).values(places.map(({ seatId: id, roundId }) => ({ id, roundId })))
  await tx.insert(seatHolders).values(places)
  await settlePaper(tx, round, sendings)
  await record({
    kind: 'round.opened',
    groupId: round.groupId,
    actorId: draft.openedById,
    subjectId: round.id,
    facts: { title: round.title },
  })
  return round
}

async function frozen(tx: Database, proposal: Proposal, draft: RoundDraft): Promise<typeof rounds.$inferInsert> {
  const { id: proposalId, groupId, title, wording, rationale, snapshotId, version: proposalVersion } = proposal
  const { rules, version: ruleSetVersion, legalBasis } = await currentRules(tx, groupId)
  const number = (await lastNumber(tx, proposalId)) + 1
  const copied = { title, wording, rationale, snapshotId, proposalVersion, rules, ruleSetVersion, legalBasis }
  return { proposalId, groupId, number, ...copied, ...draft }
}
