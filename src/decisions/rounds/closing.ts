import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { wishFor } from '../agenda/wishing.ts'
import { type Box, openBox, writeDown } from '../ballots/box.ts'
import { isStopped } from '../counting/circular.ts'
import { type Facts, resultOf } from '../counting/result.ts'
import { raiseObjections } from '../objections/raising.ts'
import { only } from '../only.ts'
import { neverSent, settlePaper } from '../paper-stage.ts'
import { holdRound } from './casting.ts'
import { factsOf } from './facts.ts'
import { type Count, counts, type Round } from './schema.ts'
import { isUndecided, nothingFollows } from './undecided.ts'

/** Everybody who may answer has said something that counts. */
const isComplete = ({ seats }: Box) => seats.every(({ isRecused, ballot }) => isRecused || ballot !== null)

/** Before its time only when nobody is missing, when enough seats want a meeting instead, or when the meeting counts. */
const mayEndEarly = (box: Box, { procedureObjections }: Facts, { channel, rules }: Round) =>
  isComplete(box) || channel === 'meeting' || (channel === 'circular' && isStopped(procedureObjections, rules.circular))

/** What was not decided for such a reason is talked about in the next meeting (`DOMAIN.md 4.8`). */
async function takeToMeeting(tx: Database, record: RecordEvent, round: Round, { outcome, reason }: Count) {
  if (outcome !== 'to_meeting' && outcome !== 'not_quorate') return
  const why = reason === 'procedure_objection' ? 'procedure_objection' : 'undecided'
  await wishFor(tx, record, { groupId: round.groupId, title: round.title, why, roundId: round.id })
}

/**
 * Closes the round and writes down how it ended, once. Only after its time, or when nothing more is to be waited for
 * (`DOMAIN.md 3.3, 4.8`); otherwise null. Nobody counts it when the time was over and the server did by itself.
 */
export async function countRound(
  tx: Database,
  record: RecordEvent,
  round: Round,
  countedById: string | null,
  sendings = neverSent,
  undecided = nothingFollows,
): Promise<Count | null> {
  const { isOver, count: earlier } = await holdRound(tx, round.id)
  if (earlier) return earlier
  const box = await openBox(tx, round)
  const facts = await factsOf(tx, round)
  if (!isOver && !mayEndEarly(box, facts, round)) return null

  const result = resultOf(box, round, facts)
  const count = only(
    await tx
      .insert(counts)
      .values({ roundId: round.id, countedById, ...result })
      .returning(),
  )
  await writeDown(tx, round.id, box)
  await raiseObjections(tx, round, box)
  await takeToMeeting(tx, record, round, count)
  await settlePaper(tx, round, sendings)
  await record({
    kind: 'round.counted',
    groupId: round.groupId,
    actorId: countedById,
    subjectId: round.id,
    facts: { title: round.title, outcome: count.outcome },
  })
  if (isUndecided(count)) await undecided(tx, record, round, count)
  return count
}
