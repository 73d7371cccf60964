import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { agendaItems } from '../agenda/schema.ts'
import { meetings } from '../schema.ts'
import {
  type MinutesObjection,
  minutesHeadings,
  minutesObjectionHandings,
  minutesObjectionRulings,
  minutesObjections,
  minutesObjectionViews,
} from './schema.ts'
import { type ObjectionState, objectionState } from './state.ts'

/** What one of the two who sign says to an objection. */
export interface View {
  personId: string
  name: string
  accepts: boolean
  words: string
  at: Date
}

export interface Ruling {
  accepts: boolean
  words: string
  /** Number of the meeting. */
  inMeeting: number
  inMeetingId: string
  enteredBy: string
  at: Date
}

/** An objection to minutes with everything that was said to it. */
export interface MinutesObjectionEntry extends MinutesObjection {
  raisedBy: string
  item: string
  /** Of the item in the minutes. */
  number: number | null
  views: View[]
  isHanded: boolean
  ruling: Ruling | null
  state: ObjectionState
}

const raisers = alias(people, 'raisers')
const clerks = alias(people, 'clerks')
const ruledIn = alias(meetings, 'ruled_in')

const rows = (db: Database) =>
  db
    .select({
      objection: minutesObjections,
      raisedBy: raisers.name,
      item: agendaItems.title,
      number: minutesHeadings.number,
      handed: minutesObjectionHandings.objectionId,
      ruling: minutesObjectionRulings,
      ruledBy: clerks.name,
      ruledInNumber: ruledIn.number,
    })
    .from(minutesObjections)
    .innerJoin(raisers, eq(raisers.id, minutesObjections.raisedById))
    .innerJoin(agendaItems, eq(agendaItems.id, minutesObjections.itemId))
    .leftJoin(minutesHeadings, eq(minutesHeadings.itemId, minutesObjections.itemId))
    .leftJoin(minutesObjectionHandings, eq(minutesObjectionHandings.objectionId, minutesObjections.id))
    .leftJoin(minutesObjectionRulings, eq(minutesObjectionRulings.objectionId, minutesObjections.id))
    .leftJoin(clerks, eq(clerks.id, minutesObjectionRulings.enteredById))
    .leftJoin(ruledIn, eq(ruledIn.id, minutesObjectionRulings.inMeetingId))
    .orderBy(asc(minutesObjections.createdAt), asc(minutesObjections.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const viewsOn = async (db: Database, objectionIds: string[]) =>
  db
    .select({ view: minutesObjectionViews, name: people.name })
    .from(minutesObjectionViews)
    .innerJoin(people, eq(people.id, minutesObjectionViews.personId))
    .where(inArray(minutesObjectionViews.objectionId, objectionIds))
    .orderBy(asc(minutesObjectionViews.createdAt))

const rulingIn = ({ ruling, ruledBy, ruledInNumber }: Row): Ruling | null =>
  ruling && {
    ...{ accepts: ruling.accepts, words: ruling.words, at: ruling.createdAt, inMeetingId: ruling.inMeetingId },
    ...{ inMeeting: ruledInNumber ?? 0, enteredBy: ruledBy ?? '' },
  }

function entry(row: Row, views: View[]): MinutesObjectionEntry {
  const { objection, raisedBy, item, number, handed } = row
  const judged = { views, isHanded: handed !== null, ruling: rulingIn(row) }
  return { ...objection, raisedBy, item, number, ...judged, state: objectionState(judged) }
}

/** The caller says which, and for whom. */
export async function objectionEntries(db: Database, which: SQL | undefined): Promise<MinutesObjectionEntry[]> {
  const found = await rows(db).where(which)
  if (found.length === 0) return []
  const said = await viewsOn(
    db,
    found.map(({ objection }) => objection.id),
  )
  const views = Map.groupBy(said, ({ view }) => view.objectionId)
  const of = (id: string) =>
    (views.get(id) ?? []).map(({ view: { personId, accepts, words, createdAt: at }, name }) => ({
      ...{ personId, name, accepts, words, at },
    }))
  return found.map((row) => entry(row, of(row.objection.id)))
}

/** Everything that was objected to the minutes of these meetings, the first on top. */
export const objectionsTo = async (db: Database, meetingIds: string[]): Promise<MinutesObjectionEntry[]> =>
  meetingIds.length > 0 ? objectionEntries(db, inArray(minutesObjections.meetingId, meetingIds)) : []

export async function findObjection(
  db: Database,
  meetingId: string,
  id: string,
): Promise<MinutesObjectionEntry | null> {
  const which = and(eq(minutesObjections.meetingId, meetingId), eq(minutesObjections.id, id))
  const [found] = await objectionEntries(db, which)
  return found ?? null
}
