import { sql } from 'drizzle-orm'
import { rounds } from '../rounds/schema.ts'
import { seats } from '../seats/schema.ts'
import { ballots } from './schema.ts'

/** Somebody has answered for this seat in time and has not taken it back since. For queries over `seats`. */
export const seatHasAnswered = sql<boolean>`exists (
  select from ${ballots} b where b.seat_id = ${seats.id} and b.choice <> 'void'
    and b.received_at < round_closes_at(b.round_id)
    and not exists (
      select from ${ballots} later where later.seat_id = b.seat_id and later.cast_by_id = b.cast_by_id
        and (later.rank = 'meeting') = (b.rank = 'meeting') and later.seq > b.seq
        and later.received_at < round_closes_at(b.round_id)
    )
)`

/** How many seats of a round have an answer. For queries over `rounds`. */
export const seatsAnswered = sql<number>`(
  select count(*)::int from ${seats} where ${seats.roundId} = ${rounds.id}
    and not exists (select from seat_losses l where l.seat_id = ${seats.id})
    and not exists (select from recusals r where r.seat_id = ${seats.id}) and ${seatHasAnswered}
)`
