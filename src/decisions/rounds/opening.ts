import { eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { currentRules, type RuleSet } from '../../groups/rule-sets.ts'
import { only } from '../only.ts'
import { neverSent, settlePaper } from '../paper-stage.ts'
import { lockProposal, standing } from '../proposals/holding.ts'
import { optionsOf } from '../proposals/options.ts'
import type { Proposal } from '../proposals/schema.ts'
import { type RuleHindrance, ruleHindrance } from '../rules/turns.ts'
import type { DoubleSeated } from '../seats/doubles.ts'
import { fixRoll, isAnswerable, type RollCall, rollFor } from '../seats/roll-call.ts'
import { readinessFor } from './asking-again.ts'
import { callFor } from './notices/calling.ts'
import { optionsLeft } from './run-off.ts'
import { type Round, roundOptions, rounds } from './schema.ts'

export interface RoundDraft extends Pick<Round, 'method'> {
  /** Until a day, where nothing else is said. */
  channel?: Round['channel']
  preset?: Round['preset']
  urgency?: string
  /** Null or nothing: at once. */
  startsAt?: Date | null
  /** Exclusive. */
  closesAt: Date
  openedById: string
  /** Person → the seat on which they count, where they sit on several and the rules give them one. */
  chosen?: Record<string, string>
}

export type Opened =
  | { round: Round }
  /** `outdated`: taken back, decided on or reworded meanwhile. `unchanged`: these very words were turned down before. */
  | { round: null; why: 'nobody' | 'outdated' | 'unchanged' | RuleHindrance }
  | { round: null; why: 'doubles'; doubles: DoubleSeated[] }

const lastNumber = async (tx: Database, proposalId: string) =>
  only(
    await tx
      .select({ number: sql<number>`coalesce(max(${rounds.number}), 0)` })
      .from(rounds)
      .where(eq(rounds.proposalId, proposalId)),
  ).number

/**
 * Freezes what is decided on, who decides and by which rules. Whoever opens second gets the round that is running.
 * Nothing is opened when nobody has a vote, when the proposal was taken back or decided on meanwhile, when its text is
 * not the version any more that was read before, when those words were turned down before (`DOMAIN.md 3.3`), or when
 * somebody sits on several seats and may sit on one.
 */
export async function tryToOpen(
  tx: Database,
  record: RecordEvent,
  { id, version }: Pick<Proposal, 'id'> & Partial<Pick<Proposal, 'version'>>,
  draft: RoundDraft,
  sendings = neverSent,
): Promise<Opened> {
  const proposal = await lockProposal(tx, id)
  const { running, isSettled } = await standing(tx, proposal)
  if (running) return { round: running }
  if (isSettled || (version !== undefined && version !== proposal.version)) return { round: null, why: 'outdated' }
  const readiness = await readinessFor(tx, id)
  if (readiness !== 'any' && readiness !== draft.method) return { round: null, why: 'unchanged' }
  const hindrance = await ruleHindrance(tx, proposal)
  if (hindrance) return { round: null, why: hindrance }
  const ruleSet = await currentRules(tx, proposal.groupId)
  const roll = await rollFor(tx, proposal.groupId, ruleSet.rules, draft.method, draft.chosen)
  if (roll.doubles.length > 0) return { round: null, why: 'doubles', doubles: roll.doubles }
  if (!isAnswerable(roll)) return { round: null, why: 'nobody' }
  return { round: await freeze(tx, record, proposal, ruleSet, draft, roll, sendings) }
}

/** The round, if there is one. */
export const openRound = async (...given: Parameters<typeof tryToOpen>): Promise<Round | null> =>
  (await tryToOpen(...given)).round

async function freeze(
  tx: Database,
  record: RecordEvent,
  proposal: Proposal,
  ruleSet: RuleSet,
  draft: RoundDraft,
  roll: RollCall,
  sendings = neverSent,
): Promise<Round> {
  const number = (await lastNumber(tx, proposal.id)) + 1
  const round = only(
    await tx
      .insert(rounds)
      .values({ ...frozen(proposal, ruleSet, draft), number })
      .returning(),
  )
  await fixRoll(tx, round.id, roll)
  if (round.method === 'systemic_consensing') await fixOptions(tx, round, proposal)
  await callFor(tx, round.id, 'invitation')
  await settlePaper(tx, round, sendings)
  const { groupId, id: subjectId, title, openedById: actorId } = round
  await record({ kind: 'round.opened', groupId, actorId, subjectId, facts: { title } })
  return round
}

function frozen(proposal: Proposal, { rules, version: ruleSetVersion, legalBasis }: RuleSet, draft: RoundDraft) {
  const { id: proposalId, groupId, title, wording, rationale, snapshotId, version: proposalVersion } = proposal
  const { chosen: _, ...how } = draft
  const copied = { title, wording, rationale, snapshotId, proposalVersion, rules, ruleSetVersion, legalBasis }
  return { proposalId, groupId, ...copied, ...how }
}

async function fixOptions(tx: Database, round: Round, proposal: Proposal): Promise<void> {
  const options = (await optionsLeft(tx, round)) ?? (await optionsOf(tx, proposal))
  const rows = options.map(({ title, wording, isPassive }, position) => ({
    roundId: round.id,
    position,
    title,
    wording,
    isPassive,
  }))
  await tx.insert(roundOptions).values(rows)
}
