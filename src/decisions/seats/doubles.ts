import { inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import type { RollCall, RollSeat } from './roll-call.ts'
import type { StandingEntry } from './standing.ts'

/** Somebody with several seats who has to choose one. */
export interface DoubleSeated {
  person: { id: string; name: string }
  /** Null: their own seat as a person. */
  seats: { key: string; name: string | null }[]
}

const isOn = ({ holders }: RollSeat, personId: string) => holders.some((holder) => holder.personId === personId)

/** An own seat that somebody does not take is not there; that of an organisation stays, without this person. */
function without(seat: RollSeat, personId: string): RollSeat[] {
  const holders = seat.holders.filter((holder) => holder.personId !== personId)
  return seat.kind === 'person' && holders.length === 0 ? [] : [{ ...seat, holders }]
}

function keepOne(seats: RollSeat[], personId: string, key: string): RollSeat[] {
  return seats.flatMap((seat) => (seat.key === key ? [seat] : without(seat, personId)))
}

/** Everybody takes one seat (`DOMAIN.md 4.3`); whoever has several and has not chosen is named. */
export async function chosenSeats(
  tx: Database,
  all: RollSeat[],
  standing: StandingEntry[],
  chosen: Readonly<Record<string, string>>,
): Promise<RollCall> {
  const held = Map.groupBy(
    all.flatMap(({ key, holders }) => holders.map(({ personId }) => ({ key, personId }))),
    ({ personId }) => personId,
  )
  const several = [...held].filter(([, places]) => places.length > 1)
  const settled = several.filter(([id, places]) => places.some(({ key }) => key === chosen[id]))
  const seats = settled.reduce((left, [id]) => keepOne(left, id, chosen[id] ?? ''), all)
  const open = several.map(([id]) => id).filter((id) => !settled.some(([one]) => one === id))
  const named = open.length > 0 ? await tx.select().from(people).where(inArray(people.id, open)) : []
  const doubles = named.map(({ id, name }) => ({
    person: { id, name },
    seats: all.filter((seat) => isOn(seat, id)).map(({ key }) => ({ key, name: nameOf(standing, key) })),
  }))
  return { seats, doubles }
}

const nameOf = (standing: StandingEntry[], key: string) => standing.find(({ id }) => id === key)?.name ?? null
