import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { isOpen, objectionsTo } from '../../decisions/objections/entries.ts'
import type { Undecided } from '../../decisions/rounds/undecided.ts'
import type { Actor } from '../../groups/actor.ts'
import { referralCitation } from '../citation.ts'
import { type Referral, takeUps } from '../schema.ts'
import { asConsequence } from './as-consequence.ts'
import { taskToBringUp } from './bringing-up.ts'
import { hold } from './holding.ts'
import { deferrals } from './schema.ts'
import { takenUp } from './taken-up.ts'

export interface Deferring {
  /** In words that the group reads. */
  reason: string
}

/** `being_decided`: a round runs about it, or its result waits for the second person; then nothing is put off. */
export type Deferred = 'deferred' | 'answered' | 'being_decided'

type Draft = Pick<typeof deferrals.$inferInsert, 'reason' | 'roundId' | 'openObjections'>

async function putOff(tx: Database, record: RecordEvent, referral: Referral, draft: Draft, actorId: string | null) {
  const taskId = await taskToBringUp(tx, asConsequence(record), referral, actorId)
  await tx.insert(deferrals).values({ ...draft, referralId: referral.id, deferredById: actorId, taskId })
  await record({
    kind: 'referral.deferred',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId,
    subjectId: referral.id,
    facts: { title: referral.title, number: referralCitation(referral) },
  })
}

/** What nobody has settled yet, without who said it: the group reads it too. */
async function openObjections(tx: Database, proposalId: string | null | undefined): Promise<string[]> {
  const all = proposalId ? await objectionsTo(tx, proposalId) : []
  return all.filter(isOpen).map(({ reason }) => reason)
}

/**
 * The answer has to wait, and the group hears why; as often as it has to. Whoever coordinates gets the task to bring it
 * up again. Also for what a meeting has carried over: the caller has judged who may.
 */
export async function deferReferral(
  tx: Database,
  record: RecordEvent,
  actor: Pick<Actor, 'person'>,
  { id }: Pick<Referral, 'id'>,
  { reason }: Deferring,
): Promise<Deferred> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  const [taken] = await takenUp(tx, [id])
  if (taken?.isBeingDecided) return 'being_decided'
  const draft = { reason, openObjections: await openObjections(tx, taken?.proposalId) }
  await putOff(tx, record, referral, draft, actor.person.id)
  return 'deferred'
}

/** A round about what was taken up has ended without a result: the group waits on, and reads why (`DOMAIN.md 3.4`). */
export const deferUndecided: Undecided = async (tx, record, { id: roundId, proposalId }, { countedById }) => {
  const [taken] = await tx.select().from(takeUps).where(eq(takeUps.proposalId, proposalId))
  if (!taken) return
  const referral = await hold(tx, taken.referralId)
  if (referral.isAnswered) return
  const draft = { roundId, openObjections: await openObjections(tx, proposalId) }
  await putOff(tx, record, referral, draft, countedById)
}
