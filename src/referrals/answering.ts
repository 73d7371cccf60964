import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { lockProposal, withdrawProposal } from '../decisions/proposing.ts'
import { type Decision, rounds } from '../decisions/schema.ts'
import { copySnapshotToDraft } from '../documents/creating.ts'
import { snapshotById } from '../documents/snapshots.ts'
import type { Actor } from '../groups/actor.ts'
import { addTask } from '../tasks/adding.ts'
import { referralCitation } from './citation.ts'
import { hold } from './holding.ts'
import { type Answer, answers, type Referral, returnReasons, takeUps } from './schema.ts'
import { markSentPaper } from './sent-paper.ts'
import { takenUp } from './taken-up.ts'

/** What came of answering. While the circle decides on the matter its decision is the answer, and nothing else. */
export type Answered = 'answered' | 'being_decided'

export interface Return {
  /** At least one. */
  reasons: string[]
  statement: string
  wishedBy: string
  contactId: string
  /** What the task that goes back to the group says. */
  taskTitle: string
}

const about = (referral: Referral) => ({ title: referral.title, number: referralCitation(referral) })

const tell = (record: RecordEvent, referral: Referral, { kind, answeredById }: Pick<Answer, 'kind' | 'answeredById'>) =>
  record({
    kind: 'referral.answered',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId: answeredById,
    subjectId: referral.id,
    facts: { ...about(referral), answer: kind },
  })

/** There is one answer: whoever is second changes nothing. A proposal that waits for a round is put aside. */
async function answerOnce(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id, words }: { id: string; words: string },
  answerWith: (referral: Referral) => Promise<Pick<Answer, 'kind' | 'answeredById'>>,
): Promise<Answered> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  for (const { proposalId } of await takenUp(tx, [id])) {
    const proposal = await lockProposal(tx, proposalId)
    if (await isBeingDecided(tx, id)) return 'being_decided'
    await withdrawProposal(tx, record, proposal, words, actor.person.id)
  }
  await tell(record, referral, await answerWith(referral))
  return 'answered'
}

const isBeingDecided = async (tx: Database, id: string) =>
  (await takenUp(tx, [id])).some(({ isBeingDecided }) => isBeingDecided)

/** Please rework: with the reasons the group gets a task and, where a text was sent, a draft that begins with it. */
export const giveBack = (
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  given: Return,
): Promise<Answered> =>
  answerOnce(tx, record, actor, { id, words: given.reasons.join('\n') }, async (referral) => {
    const { reasons, statement, wishedBy, contactId } = given
    const taskId = await addRework(tx, record, actor, referral, given)
    const draftId = await addDraft(tx, record, actor, referral)
    const answer = { kind: 'returned' as const, statement, wishedBy, contactId, answeredById: actor.person.id }
    await tx.insert(answers).values({ referralId: id, ...answer, taskId, draftId })
    await tx
      .insert(returnReasons)
      .values(reasons.map((words, place) => ({ referralId: id, position: place + 1, words })))
    await markSentPaper(tx, referral, 'returned')
    return answer
  })

async function addRework(tx: Database, record: RecordEvent, actor: Actor, referral: Referral, given: Return) {
  const { id } = await addTask(tx, record, {
    groupId: referral.fromId,
    title: given.taskTitle,
    dueOn: given.wishedBy,
    personIds: [referral.forwardedById],
    actorId: actor.person.id,
    origin: { kind: 'return', id: referral.id, label: referralCitation(referral) },
  })
  return id
}

async function addDraft(tx: Database, record: RecordEvent, actor: Actor, referral: Referral): Promise<string | null> {
  const snapshot = referral.snapshotId && (await snapshotById(tx, referral.snapshotId))
  if (!snapshot) return null
  const { id } = await copySnapshotToDraft(tx, record, {
    snapshot,
    groupId: referral.fromId,
    actorId: actor.person.id,
  })
  return id
}

/** The circle has read it and says that there is no decision. */
export const note = (
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  statement: string,
): Promise<Answered> =>
  answerOnce(tx, record, actor, { id, words: statement }, async (referral) => {
    const answer = { kind: 'noted' as const, statement, answeredById: actor.person.id }
    await tx.insert(answers).values({ referralId: id, ...answer })
    if (referral.request === 'adopt') await markSentPaper(tx, referral, 'draft')
    return answer
  })

/** The circle's decision on what it has taken up is the answer: in the same transaction, so that none is left out. */
export async function answerWithDecision(
  tx: Database,
  record: RecordEvent,
  decision: Decision,
  actor: Actor,
): Promise<void> {
  const taken = await matterOf(tx, decision)
  if (!taken) return
  const referral = await hold(tx, taken.id)
  if (referral.isAnswered) return
  const answer = { kind: decision.outcome, decisionId: decision.id, answeredById: actor.person.id }
  await tx.insert(answers).values({ referralId: referral.id, ...answer })
  if (referral.request === 'adopt')
    await markSentPaper(tx, referral, decision.outcome === 'adopted' ? 'adopted' : 'draft')
  await tell(record, referral, answer)
}

async function matterOf(tx: Database, { roundId }: Decision) {
  if (!roundId) return null
  const [taken] = await tx
    .select({ id: takeUps.referralId })
    .from(takeUps)
    .innerJoin(rounds, eq(rounds.proposalId, takeUps.proposalId))
    .where(eq(rounds.id, roundId))
  return taken ?? null
}
