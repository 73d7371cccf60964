import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { copySnapshotToDraft } from '../../documents/creating.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Actor } from '../../groups/actor.ts'
import { addTask } from '../../tasks/adding.ts'
import { referralCitation } from '../citation.ts'
import { type Answer, answers, type Referral, returnReasons } from '../schema.ts'
import { settleSentPaper } from '../sending/sent-paper.ts'
import { asConsequence } from './as-consequence.ts'
import { hold } from './holding.ts'
import { makeWay } from './making-way.ts'
import { reworkersOf } from './reworking.ts'
import { tell } from './telling.ts'

/** What came of answering. While the circle decides on the matter its decision is the answer, and nothing else. */
export type Answered = 'answered' | 'being_decided'

export interface Return {
  /** At least one. */
  reasons: string[]
  /** What the circle would like to know besides. */
  questions?: string[]
  statement: string
  wishedBy: string
  contactId: string
  /** What the task that goes back to the group says. */
  taskTitle: string
}

/** There is one answer: whoever is second changes nothing. */
async function answerOnce(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id, words }: { id: string; words: string },
  answerWith: (referral: Referral) => Promise<Pick<Answer, 'kind' | 'answeredById'>>,
): Promise<Answered> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  if (!(await makeWay(tx, record, actor, referral, words))) return 'being_decided'
  await tell(record, referral, await answerWith(referral))
  return 'answered'
}

/** Please rework: with the reasons the group gets a task and, where a text was sent, a draft that begins with it. */
export const giveBack = (
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  given: Return,
): Promise<Answered> =>
  answerOnce(tx, record, actor, { id, words: given.reasons.join('\n') }, async (referral) => {
    const { reasons, questions = [], statement, wishedBy, contactId } = given
    const quietly = asConsequence(record)
    const taskId = await addRework(tx, quietly, actor, referral, given)
    const draftId = await addDraft(tx, quietly, actor, referral)
    const answer = { kind: 'returned' as const, statement, wishedBy, contactId, answeredById: actor.person.id }
    await tx.insert(answers).values({ referralId: id, ...answer, taskId, draftId })
    const asked = [...reasons.map((words) => ({ words })), ...questions.map((words) => ({ words, isQuestion: true }))]
    await tx.insert(returnReasons).values(asked.map((one, place) => ({ ...one, referralId: id, position: place + 1 })))
    await settleSentPaper(tx, referral)
    return answer
  })

async function addRework(tx: Database, record: RecordEvent, actor: Actor, referral: Referral, given: Return) {
  const { id } = await addTask(tx, record, {
    groupId: referral.fromId,
    title: given.taskTitle,
    dueOn: given.wishedBy,
    personIds: await reworkersOf(tx, referral),
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
    await settleSentPaper(tx, referral)
    return answer
  })
