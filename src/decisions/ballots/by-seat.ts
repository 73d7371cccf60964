import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import type { Round } from '../rounds/schema.ts'
import { rollOf, type SeatEntry } from '../seats/roll.ts'
import { openBox } from './box.ts'
import { ballots, type Choice, countedBallots, ratings } from './schema.ts'

/** What counted for a seat and why; who said it. */
export interface SeatAnswer {
  seat: Pick<SeatEntry, 'id' | 'kind' | 'name' | 'weight' | 'recused'>
  /** Reason code of `DOMAIN.md 4.3`. */
  reason: string
  given: GivenAnswer | null
}

export interface GivenAnswer {
  by: string
  /** Who has taken it down, where it came on paper. */
  enteredBy: string | null
  choice: Choice
  reason: string
  /** Option id → resistance. */
  ratings: ReadonlyMap<string, number>
}

const clerk = alias(people, 'clerk')

const rows = (db: Database, roundId: string) =>
  db
    .select({
      seatId: countedBallots.seatId,
      why: countedBallots.reason,
      ballotId: ballots.id,
      choice: ballots.choice,
      reason: ballots.reason,
      by: people.name,
      enteredBy: clerk.name,
    })
    .from(countedBallots)
    .leftJoin(ballots, eq(ballots.id, countedBallots.ballotId))
    .leftJoin(people, eq(people.id, ballots.castById))
    .leftJoin(clerk, eq(clerk.id, ballots.enteredById))
    .where(eq(countedBallots.roundId, roundId))

type Row = Awaited<ReturnType<typeof rows>>[number]

async function ratingsOf(db: Database, roundId: string, counted: Row[]) {
  const ids = counted.flatMap(({ ballotId }) => ballotId ?? [])
  const found = await db
    .select()
    .from(ratings)
    .where(and(eq(ratings.roundId, roundId), inArray(ratings.ballotId, ids)))
  return Map.groupBy(found, ({ ballotId }) => ballotId)
}

const given = ({ ballotId, by, enteredBy, choice, reason }: Row, rated: Awaited<ReturnType<typeof ratingsOf>>) =>
  ballotId && by && choice
    ? {
        ...{ by, enteredBy, choice, reason: reason ?? '' },
        ratings: new Map((rated.get(ballotId) ?? []).map(({ optionId, resistance }) => [optionId, resistance])),
      }
    : null

/** Who answered how, seat by seat in the order of the roll: nothing at all before the count (`SECURITY.md S-77`). */
export async function answersBySeat(db: Database, roundId: string): Promise<SeatAnswer[]> {
  const counted = await rows(db, roundId)
  if (counted.length === 0) return []
  const rated = await ratingsOf(db, roundId, counted)
  const of = new Map(counted.map((row) => [row.seatId, row]))
  return (await rollOf(db, roundId)).flatMap((seat) => {
    const row = of.get(seat.id)
    return row ? [{ seat, reason: row.why, given: given(row, rated) }] : []
  })
}

/** Objections and levels may be seen at once by the rules, unless they show numbers alone; ratings and votes never are. */
export const isSeenAtOnce = ({ method, rules }: Pick<Round, 'method' | 'rules'>): boolean =>
  rules.ballotsVisible === 'while_open' &&
  rules.answersShown === 'names' &&
  (method === 'consent' || method === 'consensus')

/** The same while the round runs, where the rules of the round show it: as things stand, seats without an answer left out. */
export async function answersSoFar(db: Database, round: Round): Promise<SeatAnswer[]> {
  if (!isSeenAtOnce(round)) return []
  const { seats } = await openBox(db, round)
  const of = new Map(seats.map((counted) => [counted.seat.id, counted]))
  return (await rollOf(db, round.id)).flatMap((seat) => {
    const { ballot, reason } = of.get(seat.id) ?? {}
    if (!ballot?.choice || !reason) return []
    const by = seat.holders.find(({ id }) => id === ballot.castById)?.name ?? ''
    const enteredBy = ballot.rank === 'meeting' ? seat.enteredBy : null
    const { choice, reason: why, ratings } = ballot
    return [{ seat, reason, given: { by, enteredBy, choice, reason: why, ratings } }]
  })
}
