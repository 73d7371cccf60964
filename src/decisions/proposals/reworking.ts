import { and, eq, ne } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { readRules } from '../../groups/rules.ts'
import { only } from '../only.ts'
import type { Sendings } from '../paper-stage.ts'
import { keepMarks, keepSupersessions, supersededBy } from './around.ts'
import { marksIn, type ProposalDraft, type Supersession, substance } from './draft.ts'
import { endForRewording } from './ending-round.ts'
import { lockProposal, standing } from './holding.ts'
import { optionsIn, storedOptions } from './options.ts'
import { about } from './proposing.ts'
import { type Proposal, proposals, proposedRules } from './schema.ts'
import { keepVersion } from './versions.ts'

export interface Rewording {
  actorId: string
  /** Has been told that the open round ends and its answers are void, and wants that. */
  endsRound: boolean
  sendings: Sendings
}

/** `outdated`: changed since it was read. `running`: a round is open. `over`: its time has come, it is counted as it is. */
export type Reworked = 'done' | 'outdated' | 'running' | 'over' | 'settled'

/** A version of another group's text came with the proposal and stays with it, whatever a form says. */
async function broughtSnapshot(tx: Database, { snapshotId, groupId }: Proposal): Promise<string | null> {
  if (!snapshotId) return null
  const [foreign] = await tx
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.id, snapshotId), ne(snapshots.groupId, groupId)))
  return foreign?.id ?? null
}

const listed = (supersedes: Supersession[]) => supersedes.map(({ decisionId, kind }) => `${decisionId} ${kind}`).sort()

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

async function sameRules(tx: Database, { id, version }: Proposal, { rules }: ProposalDraft): Promise<boolean> {
  if (!rules) return true
  const key = and(eq(proposedRules.proposalId, id), eq(proposedRules.version, version))
  const [stored] = await tx.select().from(proposedRules).where(key)
  const isSame = stored?.legalBasis === rules.legalBasis && stored.base === rules.base
  return isSame && alike(readRules(stored.rules), readRules(rules.rules))
}

/** Nobody would agree to anything else than before. */
async function isSameProposal(tx: Database, before: Proposal, draft: ProposalDraft): Promise<boolean> {
  const now = Object.entries(substance(draft))
  return (
    now.every(([name, value]) => before[name as keyof Proposal] === value) &&
    alike(await storedOptions(tx, before), optionsIn(draft)) &&
    alike(listed(await supersededBy(tx, before.id)), listed(draft.supersedes ?? [])) &&
    (await sameRules(tx, before, draft))
  )
}

/**
 * A different text is a new version: what was answered to the old one does not count for it (`DOMAIN.md 0.2`).
 * An open round ends with it, if that is wanted; how it can be found changes without any of that.
 */
export async function rework(
  tx: Database,
  record: RecordEvent,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
  typed: ProposalDraft,
  wish: Rewording,
): Promise<Reworked> {
  const before = await lockProposal(tx, id)
  const draft = { ...typed, snapshotId: (await broughtSnapshot(tx, before)) ?? typed.snapshotId }
  const { running, isSettled } = await standing(tx, before)
  if (isSettled) return 'settled'
  if (await isSameProposal(tx, before, draft)) {
    await keepMarks(tx, id, marksIn(draft))
    return 'done'
  }
  if (before.version !== version) return 'outdated'
  if (running && !wish.endsRound) return 'running'
  if (running && !(await endForRewording(tx, record, running, wish))) return 'over'
  await writeNext(tx, record, before, draft, wish.actorId)
  return 'done'
}

async function writeNext(
  tx: Database,
  record: RecordEvent,
  before: Proposal,
  draft: ProposalDraft,
  actorId: string,
): Promise<void> {
  const changed = { ...substance(draft), version: before.version + 1 }
  const proposal = only(await tx.update(proposals).set(changed).where(eq(proposals.id, before.id)).returning())
  await keepMarks(tx, proposal.id, marksIn(draft))
  await keepSupersessions(tx, proposal.id, draft.supersedes ?? [])
  await keepVersion(tx, proposal, draft, actorId)
  await record({ kind: 'proposal.changed', actorId, ...about(proposal) })
}
