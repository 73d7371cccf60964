import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { openBox } from '../ballots/box.ts'
import { type Facts, type Result, recused, resultOf } from '../counting/result.ts'
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

/** What two have signed before is still void. */
async function voidBefore(db: Database, decisionId: string): Promise<string[]> {
  const signed = await db
    .select({ changes: decisionNotes.changes })
    .from(decisionNotes)
    .where(
      and(
        eq(decisionNotes.decisionId, decisionId),
        eq(decisionNotes.kind, 'recount'),
        isNotNull(decisionNotes.signedAt),
      ),
    )
  return signed.flatMap(seatsLeftOut)
}

/**
 * A conflict of interest that is found later: counted again without those answers, by the same rules and the same
 * arithmetic (`DOMAIN.md 4.1 G10`). What was counted then stays as it is.
 */
export async function recount(db: Database, decisionId: string, counted: Counted, seatIds: string[]): Promise<Recount> {
  const { round, count } = counted
  const box = await openBox(db, round)
  const voided = new Set([...seatIds, ...(await voidBefore(db, decisionId))])
  return compared(count, resultOf(recused(box, round.rules, voided), round, await factsThen(db, counted)))
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

/** Whether counting again right now says what the note says: it was made before, and others may have signed since. */
export async function stillHolds(db: Database, note: Noted, counted: Counted): Promise<boolean> {
  const seats = seatsLeftOut(note)
  const again =
    seats.length > 0
      ? await recount(db, note.decisionId, counted, seats)
      : await recountHands(db, counted, numbersIn(note.tally ?? {}))
  if (again === null || again === 'too_many') return false
  const { outcome, isDecisive, tally } = again
  return outcome === note.outcome && isDecisive === note.isDecisive && isSameTally(tally, note.tally ?? {})
}
