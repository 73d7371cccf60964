import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { holdRound } from '../rounds/casting.ts'
import { handCounts, type Round } from '../rounds/schema.ts'
import { openBox } from './box.ts'
import { ballots } from './schema.ts'

export type Hands = Pick<typeof handCounts.$inferInsert, 'present' | 'yes' | 'no' | 'abstain' | 'void'>

export type HandsProblem = 'counted' | 'names' | 'entered' | 'more_than_entitled'

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
  const { count } = await holdRound(tx, round.id)
  if (count) return 'counted'
  const { id: roundId, groupId, title } = round
  if ((await tx.$count(ballots, eq(ballots.roundId, roundId))) > 0) return 'names'
  if ((await tx.$count(handCounts, eq(handCounts.roundId, roundId))) > 0) return 'entered'
  const { seats } = await openBox(tx, round)
  if (hands.present > seats.filter(({ isRecused }) => !isRecused).length) return 'more_than_entitled'
  await tx.insert(handCounts).values({ roundId, enteredById, ...hands })
  await record({ kind: 'round.handsCounted', groupId, actorId: enteredById, subjectId: roundId, facts: { title } })
  return null
}
