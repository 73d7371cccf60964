import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { openBox } from '../ballots/box.ts'
import { type Result, recused, resultOf } from '../counting/result.ts'
import { factsOf } from '../rounds/facts.ts'
import type { Count, Round } from '../rounds/schema.ts'
import { type DecisionNote, decisionNotes } from './schema.ts'

export interface Recount extends Pick<Result, 'outcome' | 'tally'> {
  /** It would have ended otherwise: then the void answer was the one that decided. */
  isDecisive: boolean
}

export interface Counted {
  round: Round
  count: Count
}

const seatsIn = ({ changes }: Pick<DecisionNote, 'changes'>): string[] =>
  (changes.seats ?? '').split(' ').filter(Boolean)

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
  return signed.flatMap(seatsIn)
}

/**
 * A conflict of interest that is found later: counted again without those answers, by the same rules and the same
 * arithmetic (`DOMAIN.md 4.1 G10`). What was counted then stays as it is.
 */
export async function recount(
  db: Database,
  decisionId: string,
  { round, count }: Counted,
  seatIds: string[],
): Promise<Recount> {
  const box = await openBox(db, round)
  const voided = new Set([...seatIds, ...(await voidBefore(db, decisionId))])
  return compared(count, resultOf(recused(box, round.rules, voided), round, await factsOf(db, round)))
}

export type Numbers = Record<'yes' | 'no' | 'abstain', number>

/** Raised hands have no names: only their numbers can be put right. */
export async function recountHands(db: Database, { round, count }: Counted, numbers: Numbers): Promise<Recount | null> {
  const facts = await factsOf(db, round)
  if (!facts.hands) return null
  const hands = { ...facts.hands, ...numbers }
  return compared(count, resultOf(await openBox(db, round), round, { ...facts, hands }))
}

const compared = (count: Count, { outcome, tally, chosenId }: Result): Recount => ({
  outcome,
  tally,
  isDecisive: outcome !== count.outcome || chosenId !== count.chosenId,
})
