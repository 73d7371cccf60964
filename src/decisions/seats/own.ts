import type { Database } from '../../db/database.ts'
import { type Box, type CountedSeat, openBox, type Said } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import { spokenFor } from '../ballots/spoken.ts'
import type { Round } from '../rounds/schema.ts'
import { type Place, placesOf } from './places.ts'
import { rollOf } from './roll.ts'

/** What becomes of what somebody has said for a seat, as things stand (`DOMAIN.md 4.3`). */
export type PlaceState = 'nothing' | 'counts' | 'principal_first' | 'meeting_entry' | 'contested' | 'recused'

export interface OwnAnswer {
  choice: Choice
  reason: string
  castAt: Date
  /** Option id → resistance. */
  ratings: ReadonlyMap<string, number>
}

/** A seat that one may answer for: what one has said there oneself, and whether that counts. */
export interface OwnPlace extends Place {
  /** The organisation, the group, or the person that it belongs to. */
  name: string
  own: OwnAnswer | null
  /** What was entered in the meeting in this person's name. */
  paper: OwnAnswer | null
  state: PlaceState
}

const answerOf = (said: Said | undefined): OwnAnswer | null =>
  said?.choice ? { choice: said.choice, reason: said.reason, castAt: said.receivedAt, ratings: said.ratings } : null

interface Spoken {
  own: OwnAnswer | null
  paper: OwnAnswer | null
}

function stateOf({ personId, rank }: Place, { own, paper }: Spoken, counted: CountedSeat): PlaceState {
  const { ballot, isRecused, reason } = counted
  if (isRecused) return 'recused'
  if (ballot?.rank === 'meeting') return own || paper ? 'meeting_entry' : 'nothing'
  if (!own && !paper) return 'nothing'
  if (reason === 'contested' && rank === 'principal') return 'contested'
  if (paper || reason === 'void') return 'meeting_entry'
  if (!ballot) return 'principal_first'
  return ballot.castById === personId || ballot.rank === rank ? 'counts' : 'principal_first'
}

const countedFor = ({ seats }: Box, { seat }: Place) => seats.find((counted) => counted.seat.id === seat.id)

/** Every seat of the round that this person may answer for, their own first. */
export async function ownPlaces(db: Database, round: Round, personId: string): Promise<OwnPlace[]> {
  const places = await placesOf(db, round.id, personId)
  if (places.length === 0) return []
  const roll = await rollOf(db, round.id)
  const box = await openBox(db, round)
  const said = await spokenFor(db, round, personId)
  return places.flatMap((place) => {
    const counted = countedFor(box, place)
    if (!counted) return []
    const here = said.filter(({ seatId }) => seatId === place.seat.id)
    const spoken = {
      own: answerOf(here.findLast(({ rank }) => rank !== 'meeting')),
      paper: answerOf(here.findLast(({ rank }) => rank === 'meeting')),
    }
    const name = roll.find(({ id }) => id === place.seat.id)?.name ?? ''
    return [{ ...place, ...spoken, name, state: stateOf(place, spoken, counted) }]
  })
}
