import { and, eq, inArray } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { readRules } from '../../groups/rules.ts'
import { addTask } from '../../tasks/adding.ts'
import { wishFor } from '../agenda/wishing.ts'
import { ballots, countedBallots } from '../ballots/schema.ts'
import { objections } from '../objections/schema.ts'
import { only } from '../only.ts'
import { proposals } from '../proposals/schema.ts'
import { type FollowUp, followUps, type Round } from './schema.ts'

interface Choice {
  kind: FollowUp['kind']
  note: string
  actorId: string
  /** What a task of a small group is called, in the language of whoever starts it. */
  taskTitle: string
}

export async function followUpOf(db: Database, roundId: string): Promise<FollowUp | null> {
  const [chosen] = await db.select().from(followUps).where(eq(followUps.roundId, roundId))
  return chosen ?? null
}

/**
 * Whose answer counted as a level that does not carry the proposal. Nobody where the rules of the round show numbers
 * alone: a list of names would tell who had answered how.
 */
async function dissenting(db: Database, { id, rules }: Pick<Round, 'id' | 'rules'>): Promise<string[]> {
  if (readRules(rules).answersShown === 'counts') return []
  const found = await db
    .select({ id: ballots.castById })
    .from(countedBallots)
    .innerJoin(ballots, eq(ballots.id, countedBallots.ballotId))
    .where(and(eq(countedBallots.roundId, id), inArray(ballots.choice, ['stand_aside', 'serious_concerns', 'block'])))
  return found.map((answer) => answer.id)
}

/** Those who differ sit together with whoever proposed it (`DOMAIN.md 3.3`). */
export async function conflicting(
  db: Database,
  { id, proposalId, rules }: Pick<Round, 'id' | 'proposalId' | 'rules'>,
): Promise<string[]> {
  const { authorId } = only(await db.select().from(proposals).where(eq(proposals.id, proposalId)))
  const owners = await db.select({ id: objections.ownerId }).from(objections).where(eq(objections.roundId, id))
  return [...new Set([authorId, ...owners.map((owner) => owner.id), ...(await dissenting(db, { id, rules }))])]
}

async function makeTask(tx: Database, record: RecordEvent, round: Round, { taskTitle, actorId }: Choice) {
  const personIds = [...new Set([actorId, ...(await conflicting(tx, round))])]
  await addTask(tx, record, { groupId: round.groupId, title: taskTitle, personIds, actorId })
}

/** How it goes on with something that a round has not decided; said anew, the last word holds. */
export async function chooseFollowUp(tx: Database, record: RecordEvent, round: Round, choice: Choice): Promise<void> {
  const { kind, note, actorId } = choice
  const earlier = await followUpOf(tx, round.id)
  if (earlier?.kind === kind && earlier.note === note) return
  const chosen = { kind, note, chosenById: actorId }
  await tx
    .insert(followUps)
    .values({ roundId: round.id, ...chosen })
    .onConflictDoUpdate({ target: followUps.roundId, set: chosen })
  const { groupId, id, title } = round
  if (kind === 'small_group' && earlier?.kind !== kind) await makeTask(tx, record, round, choice)
  if (kind === 'next_meeting')
    await wishFor(tx, record, { groupId, title, why: 'undecided', roundId: id, addedById: actorId })
  await record({ kind: 'round.followedUp', groupId, actorId, subjectId: id, facts: { title } })
}
