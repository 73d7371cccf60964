import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { type Box, openBox, writeDown } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import { countConsent } from '../counting/consent.ts'
import { type ChairVote, countMajority } from '../counting/majority.ts'
import { objections } from '../objections/schema.ts'
import { only } from '../only.ts'
import { neverSent, settlePaper } from '../paper-stage.ts'
import { holdRound } from './casting.ts'
import { type Count, counts, type Round } from './schema.ts'

type Result = Pick<Count, 'outcome' | 'reason' | 'flags' | 'tally'>

const said = ({ cast }: Box, choice: Choice) => cast.filter((ballot) => ballot.choice === choice).length

function consent(box: Box, { rules }: Round): Result {
  const answers = {
    entitled: box.entitled,
    consent: said(box, 'consent'),
    concern: said(box, 'concern'),
    objections: said(box, 'objection'),
  }
  return { ...countConsent(answers, rules.quorum), tally: { ...answers, answered: box.cast.length, left: box.left } }
}

/** Where the rules let the chair settle a tie, the chair is whoever opened the round: fixed before anybody answers. */
const chairVote = ({ cast }: Box, { openedById }: Round): ChairVote => {
  const own = cast.find(({ castById }) => castById === openedById)?.choice
  return own === 'yes' || own === 'no' ? own : null
}

function majority(box: Box, round: Round): Result {
  const answers = { entitled: box.entitled, yes: said(box, 'yes'), no: said(box, 'no'), abstain: said(box, 'abstain') }
  const result = countMajority({ ...answers, present: box.cast.length }, round.rules, chairVote(box, round))
  return { ...result, tally: { ...answers, answered: box.cast.length, left: box.left } }
}

/**
 * Closes the round and writes down how it ended, once. Only after its time, or when every seat has answered
 * (`DOMAIN.md 3.3`); otherwise null. Objections become things with an owner now, not before: until the count
 * nobody sees who answered how.
 */
export async function countRound(
  tx: Database,
  record: RecordEvent,
  round: Round,
  countedById: string,
  sendings = neverSent,
): Promise<Count | null> {
  const { isOver, count: earlier } = await holdRound(tx, round.id)
  if (earlier) return earlier
  const box = await openBox(tx, round)
  if (!isOver && box.cast.length < box.entitled) return null

  const result = round.method === 'consent' ? consent(box, round) : majority(box, round)
  const count = only(
    await tx
      .insert(counts)
      .values({ roundId: round.id, countedById, ...result })
      .returning(),
  )
  await writeDown(tx, round.id, box)
  await raiseObjections(tx, box)
  await settlePaper(tx, round, sendings)
  await record({
    kind: 'round.counted',
    groupId: round.groupId,
    actorId: countedById,
    subjectId: round.id,
    facts: { title: round.title, outcome: count.outcome },
  })
  return count
}

async function raiseObjections(tx: Database, { cast }: Box): Promise<void> {
  const raised = cast
    .filter(({ choice }) => choice === 'objection')
    .map(({ roundId, castById: ownerId, reason }) => ({ roundId, ownerId, reason }))
  if (raised.length > 0) await tx.insert(objections).values(raised).onConflictDoNothing()
}
