import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { followPaper } from '../objections/raising.ts'
import { type Answer, hasHands, holdRound, mayStillAnswer } from '../rounds/casting.ts'
import type { Round } from '../rounds/schema.ts'
import { attend, presentIn } from '../seats/attendance.ts'
import { recusals, seatHolders, seatLosses } from '../seats/schema.ts'
import { openBox } from './box.ts'
import { hasPaper, takeDown } from './ledger.ts'
import type { Choice } from './schema.ts'

export interface Paper {
  seatId: string
  /** Whose paper it is. */
  personId: string
  answer: Answer
  enteredById: string
}

export type PaperProblem = 'not_there' | 'ahead' | 'counted' | 'over' | 'recused' | 'hands' | 'online' | 'circular'

const holding = (tx: Database, round: Round, { seatId, personId }: Pick<Paper, 'seatId' | 'personId'>) =>
  tx
    .select({ recused: recusals.seatId, rank: seatHolders.rank })
    .from(seatHolders)
    .leftJoin(seatLosses, eq(seatLosses.seatId, seatHolders.seatId))
    .leftJoin(recusals, eq(recusals.seatId, seatHolders.seatId))
    .where(
      and(
        eq(seatHolders.roundId, round.id),
        eq(seatHolders.seatId, seatId),
        eq(seatHolders.personId, personId),
        isNull(seatLosses.seatId),
      ),
    )

async function closedTo(tx: Database, round: Round): Promise<PaperProblem | null> {
  const { hasBegun, isOver, count } = await holdRound(tx, round.id)
  if (count) return 'counted'
  if (round.channel !== 'meeting') return round.channel
  if (!hasBegun) return 'ahead'
  if (isOver) return 'over'
  return (await hasHands(tx, round.id)) ? 'hands' : null
}

/**
 * What somebody handed in on paper in a meeting; it wins over whatever comes online, before or after
 * (`DOMAIN.md 4.3`). Elsewhere everybody answers themselves.
 */
export async function enterPaper(
  tx: Database,
  record: RecordEvent,
  round: Round,
  paper: Paper,
): Promise<PaperProblem | null> {
  const closed = await closedTo(tx, round)
  if (closed) return closed
  const [place] = await holding(tx, round, paper)
  if (!place || !(await mayStillAnswer(tx, round, { ...paper, rank: place.rank }))) return 'not_there'
  if (place.recused) return 'recused'
  // Nothing is taken out where nothing stands.
  if (paper.answer.choice === null && !(await hasPaper(tx, paper))) return null
  await write(tx, round, paper)
  await followPaper(tx, record, round, { ownerId: paper.personId, seatId: paper.seatId }, paper.answer)
  await tell(record, round, paper.enteredById)
  return null
}

/** Whoever hands in a paper is there; taking it out again says nothing about that. */
async function write(tx: Database, round: Round, { answer, ...voice }: Paper): Promise<void> {
  await takeDown(tx, round, { ...voice, rank: 'meeting' }, answer, sql`now()`)
  if (answer.choice !== null) await attend(tx, round.id, voice.seatId, voice.enteredById)
}

const tell = (record: RecordEvent, { id, groupId, title }: Round, actorId: string) =>
  record({ kind: 'round.paperEntered', groupId, actorId, subjectId: id, facts: { title } })

/** Whoever has taken back what they said has not said anything. */
const saysNothing = ['not_cast', 'retracted']

/** "Everybody else who is here: full support", after asking aloud (`DOMAIN.md 4.5`). Null with the number entered. */
export async function enterRest(
  tx: Database,
  record: RecordEvent,
  round: Round,
  choice: Choice,
  enteredById: string,
): Promise<PaperProblem | number> {
  const closed = await closedTo(tx, round)
  if (closed) return closed
  const present = await presentIn(tx, round.id)
  const { seats } = await openBox(tx, round)
  const silent = seats.filter(
    ({ seat, isRecused, reason }) => present.includes(seat.id) && !isRecused && saysNothing.includes(reason),
  )
  const voices = (await Promise.all(silent.map(({ seat }) => firstOn(tx, round, seat.id)))).flatMap((one) => one ?? [])
  for (const voice of voices) await write(tx, round, { ...voice, answer: { choice, reason: '' }, enteredById })
  if (voices.length > 0) await tell(record, round, enteredById)
  return voices.length
}

/** Of those who may still answer for the seat the one with the best rank. */
async function firstOn(tx: Database, round: Round, seatId: string) {
  const holders = await tx
    .select({ seatId: seatHolders.seatId, personId: seatHolders.personId, rank: seatHolders.rank })
    .from(seatHolders)
    .where(eq(seatHolders.seatId, seatId))
    .orderBy(seatHolders.rank, seatHolders.personId)
  for (const { rank, ...voice } of holders) if (await mayStillAnswer(tx, round, { ...voice, rank })) return voice
  return null
}
