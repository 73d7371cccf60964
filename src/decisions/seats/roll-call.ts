import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Rules } from '../../groups/rules.ts'
import type { Method } from '../schema.ts'
import { chosenSeats, type DoubleSeated } from './doubles.ts'
import { electorateOf } from './electorate.ts'
import { withProxies } from './proxies.ts'
import { type Seat, type SeatRank, seatHolders, seats, standingSeats } from './schema.ts'
import { type Belonging, membersOf, type StandingEntry, standingSeatsOf } from './standing.ts'

/** A seat that would be on the roll if it were taken now. */
export interface RollSeat extends Pick<Seat, 'kind' | 'organisationId' | 'sendingGroupId' | 'weight'> {
  /** A standing seat's id, or the person's whose own seat it is. */
  key: string
  holders: { personId: string; rank: SeatRank }[]
}

export interface RollCall {
  /** Those of organisations and groups also when nobody sits there: they are entitled all the same. */
  seats: RollSeat[]
  /** Whoever would answer for several seats, where the rules allow one and nobody has chosen yet. */
  doubles: DoubleSeated[]
}

const personSeat = ({ personId }: Pick<Belonging, 'personId'>): RollSeat => ({
  ...{ key: personId, kind: 'person', organisationId: null, sendingGroupId: null, weight: 1 },
  holders: [{ personId, rank: 'principal' }],
})

const standingSeat = ({ id, kind, organisationId, sendingGroupId, weight, holders }: StandingEntry): RollSeat => ({
  ...{ key: id, kind, organisationId, sendingGroupId, weight },
  holders: holders.filter(({ isHere }) => isHere).map(({ personId, rank }) => ({ personId, rank })),
})

/** Individuals are those who do not speak for an organisation or a group; where they only advise, they have no seat. */
export function seatsOf(
  standing: StandingEntry[],
  voters: Belonging[],
  { seatPolicy }: Pick<Rules, 'seatPolicy'>,
): RollSeat[] {
  const given = standing.map(standingSeat)
  if (seatPolicy === 'org_only') return given
  const speaking = given.flatMap(({ holders }) => holders.filter(({ rank }) => rank === 'principal'))
  const isIndividual = ({ personId }: Belonging) => !speaking.some((holder) => holder.personId === personId)
  return [...given, ...voters.filter(isIndividual).map(personSeat)]
}

/** Held until the end of the transaction: a seat that is ending at this moment is either not on the roll or leaves it. */
async function heldSeats(tx: Database, groupId: string): Promise<StandingEntry[]> {
  await tx.select().from(standingSeats).where(eq(standingSeats.groupId, groupId)).for('share')
  return standingSeatsOf(tx, groupId)
}

/**
 * Who is entitled now (`DOMAIN.md 4.2 R1, 4.9`). Memberships are held until the end of the transaction, so that a
 * person who is leaving at this moment is either not on the roll or taken off it. `chosen`: person → key of the one
 * seat they take, where they have several and the rules allow one.
 */
export async function rollFor(
  tx: Database,
  groupId: string,
  rules: Rules,
  method: Method,
  chosen: Readonly<Record<string, string>> = {},
): Promise<RollCall> {
  const voters = (await membersOf(tx, groupId).for('share')).filter(({ votes }) => votes)
  const isByPersons = electorateOf(rules, method) === 'persons'
  const standing = isByPersons ? [] : await heldSeats(tx, groupId)
  const all = isByPersons ? voters.map(personSeat) : seatsOf(standing, voters, rules)
  const settled = rules.severalSeatsPerPerson
    ? { seats: all, doubles: [] }
    : await chosenSeats(tx, all, standing, chosen)
  return { ...settled, seats: await withProxies(tx, groupId, settled.seats, rules) }
}

/** Whether anybody could answer at all. */
export const isAnswerable = ({ seats }: Pick<RollCall, 'seats'>) => seats.some(({ holders }) => holders.length > 0)

/** The roll as it stays; nobody is added later (`DOMAIN.md 4.2 R2, R6`). */
export async function fixRoll(tx: Database, roundId: string, roll: Pick<RollCall, 'seats'>): Promise<void> {
  const fixed = roll.seats.map((seat) => ({ ...seat, id: crypto.randomUUID() }))
  await tx.insert(seats).values(fixed.map(({ key: _key, holders: _holders, ...seat }) => ({ ...seat, roundId })))
  const holders = fixed.flatMap(({ id: seatId, holders }) => holders.map((holder) => ({ ...holder, seatId, roundId })))
  if (holders.length > 0) await tx.insert(seatHolders).values(holders)
}
