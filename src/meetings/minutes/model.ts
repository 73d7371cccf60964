import { and, desc, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { meetingCitation } from '../citation.ts'
import { meetings } from '../schema.ts'
import { textsOf } from './beginning.ts'
import { type MinutesObjectionEntry, objectionEntries, objectionsTo } from './objections.ts'
import {
  type Circulation,
  type MinutesApproval,
  minutesApprovals,
  minutesCirculations,
  minutesObjectionRulings,
  minutesObjections,
  minutesObjectionViews,
} from './schema.ts'
import { isSettled, type MinutesState, minutesStateOf } from './state.ts'

/** A version that was sent round, with the two who sign it. */
export type CirculationEntry = Circulation & {
  minuteTaker: string
  facilitator: string
  circulatedBy: string
  snapshotNumber: number
  /** Of the text that went round. */
  checksum: string
  /** Objections come too late; as the clock of the database says. */
  isOver: boolean
}

/** Where the minutes of one meeting stand, with what they have gone through. */
export interface MinutesFacts {
  meetingId: string
  state: MinutesState
  documentId: string | null
  /** The newest on top. */
  circulations: CirculationEntry[]
  objections: MinutesObjectionEntry[]
  approval: MinutesApproval | null
}

const takers = alias(people, 'takers')
const facilitators = alias(people, 'facilitators')
const senders = alias(people, 'senders')

const circulationsOf = async (db: Database, meetingIds: string[]): Promise<CirculationEntry[]> => {
  const found = await db
    .select({
      circulation: minutesCirculations,
      minuteTaker: takers.name,
      facilitator: facilitators.name,
      circulatedBy: senders.name,
      snapshotNumber: snapshots.number,
      checksum: snapshots.checksum,
      isOver: sql<boolean>`${minutesCirculations.objectionsUntil} <= now()`,
    })
    .from(minutesCirculations)
    .innerJoin(takers, eq(takers.id, minutesCirculations.minuteTakerId))
    .innerJoin(facilitators, eq(facilitators.id, minutesCirculations.facilitatorId))
    .innerJoin(senders, eq(senders.id, minutesCirculations.circulatedById))
    .innerJoin(snapshots, eq(snapshots.id, minutesCirculations.snapshotId))
    .where(inArray(minutesCirculations.meetingId, meetingIds))
    .orderBy(desc(minutesCirculations.number))
  return found.map(({ circulation, ...names }) => ({ ...circulation, ...names }))
}

/** Meeting id → where its minutes stand. Some queries for all of them together, however many they are. */
export async function minutesState(db: Database, meetingIds: string[]): Promise<Map<string, MinutesFacts>> {
  if (meetingIds.length === 0) return new Map()
  const texts = await textsOf(db, meetingIds)
  const circulations = await circulationsOf(db, meetingIds)
  const objections = await objectionsTo(db, meetingIds)
  const approvals = await db.select().from(minutesApprovals).where(inArray(minutesApprovals.meetingId, meetingIds))
  const of = <T extends { meetingId: string }>(all: T[], id: string) => all.filter(({ meetingId }) => meetingId === id)
  return new Map(
    meetingIds.map((meetingId) => {
      const parts = { circulations: of(circulations, meetingId), objections: of(objections, meetingId) }
      const approval = of(approvals, meetingId)[0] ?? null
      const documentId = texts.get(meetingId) ?? null
      const state = stateFrom(documentId, parts, approval)
      return [meetingId, { meetingId, documentId, ...parts, approval, state }]
    }),
  )
}

const stateFrom = (
  documentId: string | null,
  { circulations, objections }: Pick<MinutesFacts, 'circulations' | 'objections'>,
  approval: MinutesApproval | null,
): MinutesState =>
  documentId === null
    ? 'none'
    : minutesStateOf({ isApproved: approval !== null, circulationId: circulations[0]?.id ?? null, objections })

/** Where the minutes of one meeting stand. */
export async function minutesFacts(db: Database, meetingId: string): Promise<MinutesFacts> {
  const facts = (await minutesState(db, [meetingId])).get(meetingId)
  if (!facts) throw new Error('the minutes of a meeting were not looked up')
  return facts
}

/** An objection on which nobody has settled yet, with the meeting whose minutes it is about. */
export interface ContestedItem extends MinutesObjectionEntry {
  groupId: string
  slug: string
  /** As in KK-06. */
  cited: string
}

const isRuled = (db: Database) =>
  db
    .select({ id: minutesObjectionRulings.objectionId })
    .from(minutesObjectionRulings)
    .where(eq(minutesObjectionRulings.objectionId, minutesObjections.id))

const isAccepted: SQL = sql`(select count(*) >= 2 and bool_and(${minutesObjectionViews.accepts})
  from ${minutesObjectionViews} where ${minutesObjectionViews.objectionId} = ${minutesObjections.id})`

/** What is contested in minutes and not settled, the oldest first; of one group, or of the whole alliance. */
export async function contestedMinutes(db: Database, groupId?: string): Promise<ContestedItem[]> {
  const ofGroup = groupId
    ? inArray(
        minutesObjections.meetingId,
        db.select({ id: meetings.id }).from(meetings).where(eq(meetings.groupId, groupId)),
      )
    : undefined
  const open = and(notExists(isRuled(db)), sql`not coalesce(${isAccepted}, false)`, ofGroup)
  const found = (await objectionEntries(db, open)).filter(({ state }) => !isSettled(state))
  const held = await meetingsBehind(db, found)
  return found.flatMap((objection) => {
    const meeting = held.find(({ id }) => id === objection.meetingId)
    return meeting ? [{ ...objection, ...meeting, id: objection.id }] : []
  })
}

async function meetingsBehind(db: Database, objections: { meetingId: string }[]) {
  if (objections.length === 0) return []
  const ids = [...new Set(objections.map(({ meetingId }) => meetingId))]
  const found = await db
    .select({ id: meetings.id, number: meetings.number, groupId: groups.id, slug: groups.slug, prefix: groups.prefix })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(inArray(meetings.id, ids))
  return found.map(({ prefix, number, ...meeting }) => ({ ...meeting, cited: meetingCitation(prefix, number) }))
}
