import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { openBox } from '../ballots/box.ts'
import { countedBallots } from '../ballots/schema.ts'
import { raiseObjections } from '../objections/raising.ts'
import { settlePaper } from '../paper-stage.ts'
import { holdRound } from '../rounds/casting.ts'
import { counts, type Round } from '../rounds/schema.ts'
import type { Rewording } from './reworking.ts'

/**
 * The text that everybody was asked about is given up: the round ends without a result and none of its answers counts,
 * so nobody sees who had answered how. What was objected stays a thing to be settled. False when its time is over
 * already: then it is counted as it is.
 */
export async function endForRewording(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { actorId, sendings }: Pick<Rewording, 'actorId' | 'sendings'>,
): Promise<boolean> {
  const { isOver, count } = await holdRound(tx, round.id)
  if (count || isOver) return false
  const box = await openBox(tx, round)
  const tally = { entitled: box.entitled, answered: box.cast.length, left: box.left }
  const ended = { roundId: round.id, outcome: 'undecided', reason: 'reworded', tally, countedById: actorId } as const
  await tx.insert(counts).values(ended)
  const fallen = box.seats.map(({ seat }) => ({ seatId: seat.id, roundId: round.id, reason: 'reworded' }))
  if (fallen.length > 0) await tx.insert(countedBallots).values(fallen)
  await raiseObjections(tx, round, box)
  await settlePaper(tx, round, sendings)
  await record({
    kind: 'round.reworded',
    groupId: round.groupId,
    actorId,
    subjectId: round.id,
    facts: { title: round.title },
  })
  return true
}
