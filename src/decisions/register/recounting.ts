import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Box, openBox } from '../ballots/box.ts'
import { answeredRightly, type Facts, type Result, recused, resultOf } from '../counting/result.ts'
import { factsOf } from '../rounds/facts.ts'
import type { Count, Round } from '../rounds/schema.ts'
import { seatsLeftOut } from './recused-later.ts'
import { type DecisionNote, decisionNotes } from './schema.ts'

export interface Recount extends Pick<Result, 'outcome' | 'tally'> {
  /** It would have ended otherwise: then the void answer was the one that decided. */
  isDecisive: boolean
}

export interface Counted {
  round: Round
  count: Count
}

/**
 * As it was known when the round was counted: whom a mail has reached or not since then changes nothing any more. Nobody
 * is left out later who was not reached, because only answers are.
 */
const factsThen = async (db: Database, { round, count }: Counted): Promise<Facts> => ({
  ...(await factsOf(db, round)),
  unreached: count.tally.unreached ?? 0,
})

/** The notes on it that two have signed. */
const signedBefore = (db: Database, decisionId: string) =>
  db
    .select({ changes: decisionNotes.changes })
    .from(decisionNotes)
    .where(
      and(
        eq(decisionNotes.decisionId, decisionId),
        eq(decisionNotes.kind, 'recount'),
        isNotNull(decisionNotes.signedAt),
      ),
    )

/** What a seat has said, where that was taken down wrongly. */
export interface RightAnswer {
  seat: string
  choice: string
}

export const rightAnswerIn = ({ changes }: Pick<DecisionNote, 'changes'>): RightAnswer | null =>
  changes.seat && changes.choice ? { seat: changes.seat, choice: changes.choice } : null

/** What lies in the box, with everything that two have signed about it before. */
async function boxNow(db: Database, decisionId: string, { round }: Counted, more: RightAnswer[] = []): Promise<Box> {
  const before = (await signedBefore(db, decisionId)).flatMap((note) => rightAnswerIn(note) ?? [])
  return answeredRightly(await openBox(db, round), [...before, ...more])
}

/** What two have signed before is still void. */
const voidBefore = async (db: Database, decisionId: string): Promise<string[]> =>
  (await signedBefore(db, decisionId)).flatMap(seatsLeftOut)

/** By the same rules and the same arithmetic; what was counted then stays as it is. */
async function again(db: Database, counted: Counted, box: Box, voided: ReadonlySet<string>): Promise<Recount> {
  const { round, count } = counted
  return compared(count, resultOf(recused(box, round.rules, voided), round, await factsThen(db, counted)))
}

/** A conflict of interest that is found later: counted again without those answers (`DOMAIN.md 4.1 G10`). */
export async function recount(db: Database, decisionId: string, counted: Counted, seatIds: string[]): Promise<Recount> {
  const voided = new Set([...seatIds, ...(await voidBefore(db, decisionId))])
  return again(db, counted, await boxNow(db, decisionId, counted), voided)
}

/** An answer that was taken down wrongly in the meeting: counted again with what was said (`DOMAIN.md 7 A5`). */
export async function recountAnswer(
  db: Database,
  decisionId: string,
  counted: Counted,
  right: RightAnswer,
): Promise<Recount> {
  const voided = new Set(await voidBefore(db, decisionId))
  return again(db, counted, await boxNow(db, decisionId, counted, [right]), voided)
}

export type Numbers = Record<'yes' | 'no' | 'abstain', number>

/** Raised hands have no names: only their numbers can be put right. */
export async function recountHands(
  db: Database,
  counted: Counted,
  numbers: Numbers,
): Promise<Recount | 'too_many' | null> {
  const { round, count } = counted
  const facts = await factsThen(db, counted)
  if (!facts.hands) return null
  const { yes, no, abstain } = numbers
  if (yes + no + abstain + facts.hands.void > facts.hands.present) return 'too_many'
  const hands = { ...facts.hands, ...numbers }
  return compared(count, resultOf(await openBox(db, round), round, { ...facts, hands }))
}

const compared = (count: Count, { outcome, tally, chosenId }: Result): Recount => ({
  outcome,
  tally,
  isDecisive: outcome !== count.outcome || chosenId !== count.chosenId,
})

type Noted = Pick<DecisionNote, 'decisionId' | 'changes' | 'tally' | 'outcome' | 'isDecisive'>

const numbersIn = (tally: Record<string, number>): Numbers => ({
  ...{ yes: tally.yes ?? 0, no: tally.no ?? 0, abstain: tally.abstain ?? 0 },
})

const isSameTally = (one: Record<string, number>, other: Record<string, number>) =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name])

async function recounted(db: Database, note: Noted, counted: Counted): Promise<Recount | 'too_many' | null> {
  const seats = seatsLeftOut(note)
  const right = rightAnswerIn(note)
  if (right) return recountAnswer(db, note.decisionId, counted, right)
  if (seats.length > 0) return recount(db, note.decisionId, counted, seats)
  return recountHands(db, counted, numbersIn(note.tally ?? {}))
}

/** Whether counting again right now says what the note says: it was made before, and others may have signed since. */
export async function stillHolds(db: Database, note: Noted, counted: Counted): Promise<boolean> {
  const found = await recounted(db, note, counted)
  if (found === null || found === 'too_many') return false
  const { outcome, isDecisive, tally } = found
  return outcome === note.outcome && isDecisive === note.isDecisive && isSameTally(tally, note.tally ?? {})
}
