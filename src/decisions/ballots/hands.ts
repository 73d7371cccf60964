import { eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { handsDecide } from '../counting/voting.ts'
import { only } from '../only.ts'
import { hasHands, holdRound } from '../rounds/casting.ts'
import { handCounts, type Round, rounds } from '../rounds/schema.ts'
import { openBox } from './box.ts'

export type Hands = Pick<typeof handCounts.$inferInsert, 'present' | 'yes' | 'no' | 'abstain' | 'void'>

export type HandsProblem = 'counted' | 'ahead' | 'names' | 'entered' | 'more_than_entitled' | 'not_for_hands'

const areForHands = ({ method, channel, rules }: Round) =>
  method === 'majority' && channel === 'meeting' && handsDecide(rules)

/** Whether an answer stands that was given in time; one that was taken back does not. */
async function hasNames(tx: Database, roundId: string): Promise<boolean> {
  const asked = sql<boolean>`answers_by_name(${roundId})`.as('has_names')
  return only(await tx.select({ asked }).from(rounds).where(eq(rounds.id, roundId))).asked
}

/**
 * Raised hands, as numbers without names; the count follows from them alone. Not beside answers with names, and not
 * twice: what was entered stays (`DOMAIN.md 3.3`).
 */
export async function enterHands(
  tx: Database,
  record: RecordEvent,
  round: Round,
  hands: Hands,
  enteredById: string,
): Promise<HandsProblem | null> {
  const { count, hasBegun } = await holdRound(tx, round.id)
  if (count) return 'counted'
  if (!areForHands(round)) return 'not_for_hands'
  if (!hasBegun) return 'ahead'
  const { id: roundId, groupId, title } = round
  if (await hasNames(tx, roundId)) return 'names'
  if (await hasHands(tx, roundId)) return 'entered'
  const { seats } = await openBox(tx, round)
  if (hands.present > seats.filter(({ isRecused }) => !isRecused).length) return 'more_than_entitled'
  await tx.insert(handCounts).values({ roundId, enteredById, ...hands })
  await record({ kind: 'round.handsCounted', groupId, actorId: enteredById, subjectId: roundId, facts: { title } })
  return null
}
