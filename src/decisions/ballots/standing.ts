import { type Column, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { rounds } from '../rounds/schema.ts'
import { seats } from '../seats/schema.ts'
import { ballots, ratings } from './schema.ts'

const said = alias(ballots, 'said')
const one = alias(ballots, 'one')
const other = alias(ballots, 'other')
const paper = alias(ballots, 'paper')

type Part = 'choice' | 'receivedAt' | 'roundId' | 'seatId' | 'castById' | 'rank' | 'seq'

/** A ballot was given in time, and the same person has said nothing else since. */
const stands = (ballot: Record<Part, Column>) => sql`${ballot.choice} is not null
  and ${ballot.receivedAt} < round_closes_at(${ballot.roundId})
  and not exists (
    select from ${ballots} later where later.seat_id = ${ballot.seatId} and later.cast_by_id = ${ballot.castById}
      and (later.rank = 'meeting') = (${ballot.rank} = 'meeting') and later.seq > ${ballot.seq}
      and later.received_at < round_closes_at(${ballot.roundId})
  )`

/** Somebody has answered for this seat in time and has not taken it back since. For queries over `seats`. */
export const seatHasAnswered = sql<boolean>`exists (
  select from ${ballots} said where said.seat_id = ${seats.id} and said.choice <> 'void' and ${stands(said)}
)`

/** Two who speak for a seat together have said different things online, and so nothing counts. For queries over `seats`. */
export const seatIsContested = sql<boolean>`exists (
  select from ${ballots} one
    join ${ballots} other on other.seat_id = one.seat_id and other.cast_by_id <> one.cast_by_id
  where one.seat_id = ${seats.id} and one.rank = 'principal' and other.rank = 'principal'
    and ${stands(one)} and ${stands(other)}
    and (one.choice <> other.choice or exists (
      select from ${ratings} mine join ${ratings} theirs on theirs.option_id = mine.option_id
      where mine.ballot_id = one.id and theirs.ballot_id = other.id and mine.resistance <> theirs.resistance
    ))
    and not exists (select from ${ballots} paper where paper.seat_id = one.seat_id and paper.rank = 'meeting' and ${stands(paper)})
)`

/** How many seats of a round have an answer. For queries over `rounds`. */
export const seatsAnswered = sql<number>`(
  select count(*)::int from ${seats} where ${seats.roundId} = ${rounds.id}
    and not exists (select from seat_losses l where l.seat_id = ${seats.id})
    and not exists (select from recusals r where r.seat_id = ${seats.id}) and ${seatHasAnswered}
)`
