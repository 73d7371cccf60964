import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { groups, organisations } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { seatHasAnswered } from '../ballots/standing.ts'
import { type PaperEntry, papersIn } from './minutes.ts'
import { recusals, type Seat, type SeatRank, seatHolders, seatLosses, seats } from './schema.ts'

export interface Holder {
  id: string
  name: string
  rank: SeatRank
}

/** A seat as everybody on the roll may see it: who is entitled and whether there is an answer, never which. */
export interface SeatEntry {
  id: string
  kind: Seat['kind']
  /** The organisation, the group, or the person that it belongs to. */
  name: string
  weight: number
  holders: Holder[]
  hasAnswered: boolean
  /** Why it left the roll, if it did. */
  lost: string | null
  /** The category of its conflict of interest, if there is one. */
  recused: string | null
  /** Who has declared or confirmed that. */
  recusedBy: string | null
  /** Who has entered a paper for it, where one stands. */
  enteredBy: string | null
}

const seatRows = (db: Database, roundId: string) =>
  db
    .select({
      id: seats.id,
      kind: seats.kind,
      weight: seats.weight,
      organisation: organisations.name,
      group: groups.name,
      hasAnswered: seatHasAnswered,
      lost: seatLosses.reason,
      recused: recusals.category,
      recusedBy: people.name,
    })
    .from(seats)
    .leftJoin(organisations, eq(organisations.id, seats.organisationId))
    .leftJoin(groups, eq(groups.id, seats.sendingGroupId))
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .leftJoin(recusals, eq(recusals.seatId, seats.id))
    .leftJoin(people, eq(people.id, recusals.declaredById))
    .where(eq(seats.roundId, roundId))

const holderRows = (db: Database, seatIds: string[]) =>
  db
    .select({ seatId: seatHolders.seatId, id: people.id, name: people.name, rank: seatHolders.rank })
    .from(seatHolders)
    .innerJoin(people, eq(people.id, seatHolders.personId))
    .where(inArray(seatHolders.seatId, seatIds))
    .orderBy(asc(seatHolders.rank), byName(people.name))

/** The last one that nobody has taken out again. */
const standingPaper = (papers: PaperEntry[], seatId: string) => {
  const ofSeat = papers.filter((paper) => paper.seatId === seatId)
  const latest = [...new Map(ofSeat.map((paper) => [paper.byId, paper])).values()]
  return latest.findLast(({ isTakenBack }) => !isTakenBack)
}

const collator = new Intl.Collator('de')

/** The roll of a round, organisations and groups before persons, each in the order of their names. */
export async function rollOf(db: Database, roundId: string): Promise<SeatEntry[]> {
  const rows = await seatRows(db, roundId)
  const holders = await holderRows(
    db,
    rows.map(({ id }) => id),
  )
  const of = Map.groupBy(holders, ({ seatId }) => seatId)
  const papers = await papersIn(db, roundId)
  return rows
    .map(({ organisation, group, ...seat }) => {
      const held = (of.get(seat.id) ?? []).map(({ seatId: _, ...holder }) => holder)
      const enteredBy = standingPaper(papers, seat.id)?.enteredBy ?? null
      return { ...seat, enteredBy, holders: held, name: organisation ?? group ?? held[0]?.name ?? '' }
    })
    .sort((one, other) => order(one) - order(other) || collator.compare(one.name, other.name))
}

const order = ({ kind }: SeatEntry) => (kind === 'person' ? 1 : 0)
