import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Counted, type SeatBallot, weighed } from '../counting/ballot.ts'
import { effectiveRoll } from '../counting/roll.ts'
import { closesAt } from '../rounds/closing-time.ts'
import { type Round, rounds } from '../rounds/schema.ts'
import { recusals, type Seat, type SeatRank, seatHolders, seatLosses, seats } from '../seats/schema.ts'
import { type Ballot, ballots, countedBallots, ratings } from './schema.ts'

/** A seat of the roll with what counts for it and why. */
export interface CountedSeat {
  seat: Seat
  isRecused: boolean
  /** The answer that counts; null when none does. */
  ballot: Said | null
  /** Whose answer it is: of co-delegates who agree, all. */
  saidBy: string[]
  reason: Counted['reason']
}

export interface Box {
  /** Effective N (`DOMAIN.md 4.2`). */
  entitled: number
  /** Left without an answer that counts. */
  left: number
  recused: number
  /** Every seat still on the roll, recused ones included. */
  seats: CountedSeat[]
  /** The answers that count. */
  cast: Said[]
}

const rolled = (tx: Database, roundId: string) =>
  tx
    .select({ seat: seats, loss: seatLosses.seatId, recusal: recusals.seatId })
    .from(seats)
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .leftJoin(recusals, eq(recusals.seatId, seats.id))
    .where(eq(seats.roundId, roundId))
    .orderBy(asc(seats.id))

/** An answer with what it says of each option, where options are rated. */
export interface Said extends Ballot {
  /** Option id → resistance. */
  ratings: ReadonlyMap<string, number>
}

/** Two ratings are the same answer when they say the same of every option. */
const wording = ({ choice, ratings }: Said) =>
  choice === 'rated'
    ? [...ratings]
        .map((pair) => pair.join(':'))
        .sort()
        .join(' ')
    : choice

const paperRanks = { principal: 'meeting', deputy: 'meeting_deputy', proxy: 'meeting_proxy' } as const

/** A paper is a voice of its own beside what the same person says online, and has the rank of whose it is. */
const read = (ballot: Said, sitsAs: SeatRank): SeatBallot & { said: Said } => ({
  by: ballot.rank === 'meeting' ? `paper of ${ballot.castById}` : ballot.castById,
  rank: ballot.rank === 'meeting' ? paperRanks[sitsAs] : ballot.rank,
  receivedAt: ballot.receivedAt.getTime(),
  choice: wording(ballot),
  said: ballot,
})

type Taken = ReturnType<typeof read>

function judge(seat: Seat, isRecused: boolean, taken: Taken[], end: Date): CountedSeat {
  const { verdict, ballot, agreeing } = weighed(taken, { closesAt: end.getTime(), recused: isRecused })
  const saidBy = agreeing.map(({ said }) => said.castById)
  return { seat, isRecused, ballot: ballot?.said ?? null, saidBy, reason: verdict.reason }
}

const sitting = and(eq(seatHolders.seatId, ballots.seatId), eq(seatHolders.personId, ballots.castById))

/** Everything that was ever said, seat by seat, in the order in which it came. */
async function everythingSaid(tx: Database, roundId: string): Promise<Map<string, Taken[]>> {
  const rated = await tx.select().from(ratings).where(eq(ratings.roundId, roundId))
  const said = await tx
    .select({ ballot: ballots, sitsAs: seatHolders.rank })
    .from(ballots)
    .innerJoin(seatHolders, sitting)
    .where(eq(ballots.roundId, roundId))
    .orderBy(asc(ballots.seq))
  const byBallot = Map.groupBy(rated, ({ ballotId }) => ballotId)
  const ratingsOf = ({ id }: Ballot) =>
    new Map((byBallot.get(id) ?? []).map(({ optionId, resistance }) => [optionId, resistance]))
  const taken = said.map(({ ballot, sitsAs }) => read({ ...ballot, ratings: ratingsOf(ballot) }, sitsAs))
  return Map.groupBy(taken, ({ said: { seatId } }) => seatId)
}

/** What lies in the box of a round, seat by seat (`DOMAIN.md 4.2, 4.3`). The caller holds the round. */
export async function openBox(tx: Database, { id, rules }: Round): Promise<Box> {
  const [found] = await tx.select({ end: closesAt }).from(rounds).where(eq(rounds.id, id))
  const roll = await rolled(tx, id)
  const said = await everythingSaid(tx, id)
  const present = roll.filter(({ loss }) => !loss)
  const judged = present.map(({ seat, recusal }) =>
    judge(seat, recusal !== null, said.get(seat.id) ?? [], found?.end ?? new Date(0)),
  )
  const recused = judged.filter(({ isRecused }) => isRecused).length
  const left = roll.length - present.length
  const entitled = effectiveRoll({
    atOpening: roll.length,
    leftWithoutBallot: left,
    recused,
    recusedInQuorum: rules.recusedInQuorum,
  })
  return { entitled, left, recused, seats: judged, cast: judged.flatMap(({ ballot }) => (ballot ? [ballot] : [])) }
}

/** Fixes for good which answer counted for which seat. */
export async function writeDown(tx: Database, roundId: string, box: Box): Promise<void> {
  const rows = box.seats.map(({ seat, ballot, reason }) => ({ seatId: seat.id, roundId, ballotId: ballot?.id, reason }))
  if (rows.length > 0) await tx.insert(countedBallots).values(rows)
}
