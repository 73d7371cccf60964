import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Seat, type SeatRank, seatHolders, seatLosses, seats } from './schema.ts'

/** A seat that a person may answer for, and in which capacity. */
export interface Place {
  seat: Seat
  personId: string
  rank: SeatRank
}

/** The seats of this person in this round that are still on the roll, their own before those of others. */
export const placesOf = (db: Database, roundId: string, personId: string): Promise<Place[]> =>
  db
    .select({ seat: seats, personId: seatHolders.personId, rank: seatHolders.rank })
    .from(seatHolders)
    .innerJoin(seats, eq(seats.id, seatHolders.seatId))
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .where(and(eq(seatHolders.roundId, roundId), eq(seatHolders.personId, personId), isNull(seatLosses.seatId)))
    .orderBy(asc(seatHolders.rank), asc(seats.id))
