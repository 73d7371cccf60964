import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { createProposal, type ProposalDraft } from '../../decisions/proposals/proposing.ts'
import { type RecordDraft, reportDecision } from '../../decisions/records/reporting.ts'
import type { Actor } from '../../groups/actor.ts'
import { referralCitation } from '../citation.ts'
import { type Referral, recordTakeUps, takeUps } from '../schema.ts'
import { changedVersion } from './changing.ts'
import type { Answered } from './giving.ts'
import { hold } from './holding.ts'
import { makeWay } from './making-way.ts'
import { takenUp } from './taken-up.ts'

type Words = Pick<ProposalDraft, 'title' | 'wording' | 'rationale'>

/** Whether it is about the version that was sent, or about the one with the changes of those who answer. */
interface Form {
  isChanged?: boolean
}

const tell = (record: RecordEvent, actor: Actor, referral: Referral) =>
  record({
    kind: 'referral.taken_up',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId: actor.person.id,
    subjectId: referral.id,
    facts: { title: referral.title, number: referralCitation(referral) },
  })

/**
 * The circle makes a proposal of its own from what was sent; its decision will be the answer.
 * Whoever comes second gets the proposal of whoever came first.
 */
export async function takeUp(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  { isChanged = false, ...words }: Words & Form,
): Promise<{ proposalId: string } | Answered> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  const [first] = await takenUp(tx, [id])
  if (first) return first.proposalId ? { proposalId: first.proposalId } : 'being_decided'

  const draft = { ...words, snapshotId: await versionOf(tx, record, actor, referral, isChanged) }
  const of = { groupId: referral.toId, authorId: actor.person.id }
  const { id: proposalId } = await createProposal(tx, record, { ...draft, ...of })
  await tx.insert(takeUps).values({ proposalId, referralId: id })
  await tell(record, actor, referral)
  return { proposalId }
}

const versionOf = async (tx: Database, record: RecordEvent, actor: Actor, referral: Referral, isChanged: boolean) =>
  (isChanged ? await changedVersion(tx, record, actor, referral) : null) ?? referral.snapshotId ?? undefined

type Report = Omit<RecordDraft, 'groupId' | 'reportedById' | 'snapshotId'>

/**
 * The short way of the circle: it has decided in a meeting. The report is about the version that was sent, and is the
 * answer as soon as a second person has confirmed it. `why` is what stands with a proposal that makes way for it.
 */
export async function reportAnswer(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  { why, isChanged = false, ...report }: Report & Form & { why: string },
): Promise<{ recordId: string } | Answered> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  if (!(await makeWay(tx, record, actor, referral, why))) return 'being_decided'

  const about = { groupId: referral.toId, snapshotId: await versionOf(tx, record, actor, referral, isChanged) }
  const draft = { ...report, title: report.title ?? referral.title, ...about, reportedById: actor.person.id }
  const { id: recordId } = await reportDecision(tx, record, draft)
  await tx.insert(recordTakeUps).values({ recordId, referralId: id })
  await tell(record, actor, referral)
  return { recordId }
}
