import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { answersBySeat, type SeatAnswer } from '../ballots/by-seat.ts'
import { type ObjectionEntry, objectionsTo } from '../objections/entries.ts'
import { minorityStatementsOf, type StatementEntry } from '../objections/minority.ts'
import { type RoundEntry, roundEntries } from '../rounds/entries.ts'
import { optionsOf } from '../rounds/options.ts'
import { type RoundOption, rounds } from '../rounds/schema.ts'
import { type Talk, talkAbout } from './result-to-establish.ts'
import { type RollNumbers, rollNumbers } from './sheet-roll.ts'

/**
 * For whose eyes: the group that decided sees names, the alliance sees how it came about, and what may be handed to
 * everybody holds neither names nor what was said on the way (`DOMAIN.md 5.5`).
 */
export type Edition = 'internal' | 'alliance' | 'public'

/** What stands on the sheet of a decision that came from a round. */
export interface RoundBehind {
  /** The one that decided. */
  deciding: RoundEntry
  /** All rounds on the way, the first one on top. */
  all: RoundEntry[]
  options: RoundOption[]
  roll: RollNumbers
  objections: ObjectionEntry[]
  /** What was said with answers that stopped nothing, without names. */
  concerns: string[]
  dissent: StatementEntry[]
  talk: Talk | null
  /** Who answered how; none where the rules show numbers alone. */
  answers: SeatAnswer[]
}

const telling = ['concern', 'reservations', 'stand_aside', 'serious_concerns']

/** In the order of the alphabet, so that it does not tell who said it. */
const concernsIn = (answers: SeatAnswer[]): string[] =>
  answers
    .flatMap(({ given }) => (given && telling.includes(given.choice) && given.reason ? [given.reason] : []))
    .sort((one, other) => one.localeCompare(other, 'de'))

/** Only with answers by name when they are for the eyes of a member of the group that decided. */
export async function behindRound(db: Database, roundId: string, edition: Edition): Promise<RoundBehind | null> {
  const [found] = await db.select({ proposalId: rounds.proposalId }).from(rounds).where(eq(rounds.id, roundId))
  const all = found ? await roundEntries(db, eq(rounds.proposalId, found.proposalId), asc(rounds.number)) : []
  const deciding = all.find(({ round }) => round.id === roundId)
  if (!deciding) return null
  const { proposalId, rules } = deciding.round
  const isPublic = edition === 'public'
  const [answers, dissent, options, roll, objections, talk] = await Promise.all([
    isPublic ? [] : answersBySeat(db, roundId),
    minorityStatementsOf(db, roundId),
    optionsOf(db, roundId),
    rollNumbers(db, roundId),
    isPublic ? [] : objectionsTo(db, proposalId),
    isPublic ? null : talkAbout(db, roundId),
  ])
  return {
    ...{ deciding, all, options, roll, objections, talk },
    concerns: concernsIn(answers),
    dissent: edition === 'internal' ? dissent : dissent.filter(({ travels }) => travels),
    answers: edition === 'internal' && rules.answersShown === 'names' ? answers : [],
  }
}
