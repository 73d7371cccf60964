import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { createProposal, type ProposalDraft } from '../decisions/proposing.ts'
import type { Actor } from '../groups/actor.ts'
import { referralCitation } from './citation.ts'
import { hold } from './holding.ts'
import { type Referral, takeUps } from './schema.ts'
import { takenUp } from './taken-up.ts'

type Words = Pick<ProposalDraft, 'title' | 'wording' | 'rationale'>

/**
 * The circle makes a proposal of its own from what was sent; its decision will be the answer.
 * Whoever comes second gets the proposal of whoever came first. Null when there is an answer by now.
 */
export async function takeUp(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  words: Words,
): Promise<{ proposalId: string } | null> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return null
  const [first] = await takenUp(tx, [id])
  if (first) return first

  const draft = { ...words, snapshotId: referral.snapshotId ?? undefined }
  const of = { groupId: referral.toId, authorId: actor.person.id }
  const { id: proposalId } = await createProposal(tx, record, { ...draft, ...of })
  await tx.insert(takeUps).values({ proposalId, referralId: id })
  await record({
    kind: 'referral.taken_up',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId: actor.person.id,
    subjectId: id,
    facts: { title: referral.title, number: referralCitation(referral) },
  })
  return { proposalId }
}
