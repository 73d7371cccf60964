import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { settlePaper } from '../../decisions/paper-stage.ts'
import type { Decision } from '../../decisions/register/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'
import { copySnapshotToDraft } from '../../documents/creating.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Actor } from '../../groups/actor.ts'
import { addTask } from '../../tasks/adding.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { referralCitation } from '../citation.ts'
import { answers, type Referral, recordTakeUps, takeUps } from '../schema.ts'
import { sendings, settleSentPaper } from '../sending/sent-paper.ts'
import { asConsequence } from './as-consequence.ts'
import { type Changes, changesIn } from './changes.ts'
import { hold } from './holding.ts'
import { reworkersOf } from './reworking.ts'
import { adoptedChanges } from './schema.ts'
import { tell } from './telling.ts'

/** So long the group looks at the changes and may enter a reservation (`DOMAIN.md 3.4`). */
export const daysToReserve = 7

/** Nobody asks for it, so it is in the language of the alliance, like everything that stands in its texts. */
const lookAtChanges = ({ title }: Referral) => `Änderungen prüfen: ${title}`

async function matterOf(tx: Database, { roundId, recordId }: Decision) {
  const [taken] = roundId ? await decidedInRound(tx, roundId) : recordId ? await decidedInMeeting(tx, recordId) : []
  return taken ?? null
}

const decidedInRound = (tx: Database, roundId: string) =>
  tx
    .select({ id: takeUps.referralId })
    .from(takeUps)
    .innerJoin(rounds, eq(rounds.proposalId, takeUps.proposalId))
    .where(eq(rounds.id, roundId))

const decidedInMeeting = (tx: Database, recordId: string) =>
  tx.select({ id: recordTakeUps.referralId }).from(recordTakeUps).where(eq(recordTakeUps.recordId, recordId))

/** What an adoption with changes brings the group: the task to look at them, and a draft that begins with what was adopted. */
async function bringChanges(tx: Database, record: RecordEvent, actor: Actor, referral: Referral, changes: Changes) {
  const snapshot = changes.snapshotId ? await snapshotById(tx, changes.snapshotId) : null
  const of = { groupId: referral.fromId, actorId: actor.person.id }
  const draft = snapshot && (await copySnapshotToDraft(tx, record, { ...of, snapshot }))
  const task = await addTask(tx, record, {
    ...of,
    title: lookAtChanges(referral),
    dueOn: addDays(dayOf(new Date()), daysToReserve),
    personIds: await reworkersOf(tx, referral),
    origin: { kind: 'return', id: referral.id, label: referralCitation(referral) },
  })
  return { kind: 'adopted_with_changes' as const, draftId: draft?.id ?? null, taskId: task.id }
}

/** The circle's decision on what it has taken up is the answer: in the same transaction, so that none is left out. */
export async function answerWithDecision(
  tx: Database,
  record: RecordEvent,
  decision: Decision,
  actor: Actor,
): Promise<void> {
  await settlePaper(tx, decision, sendings)
  const taken = await matterOf(tx, decision)
  if (!taken) return
  const referral = await hold(tx, taken.id)
  if (referral.isAnswered) return
  const changes = await changesIn(tx, referral, decision)
  const given = changes
    ? await bringChanges(tx, asConsequence(record), actor, referral, changes)
    : { kind: decision.outcome === 'adopted' ? ('adopted' as const) : ('rejected' as const) }
  const answer = { ...given, decisionId: decision.id, answeredById: actor.person.id }
  await tx.insert(answers).values({ referralId: referral.id, ...answer })
  if (changes) await tx.insert(adoptedChanges).values({ referralId: referral.id, ...changes })
  await settleSentPaper(tx, referral)
  await tell(record, referral, answer)
}
