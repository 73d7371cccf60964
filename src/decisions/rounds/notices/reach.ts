import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { byName } from '../../../db/order.ts'
import { groups, organisations } from '../../../groups/schema.ts'
import { oneTimeLinks, people } from '../../../identity/schema.ts'
import { ballots } from '../../ballots/schema.ts'
import { seatHasAnswered } from '../../ballots/standing.ts'
import { recusals, seatHolders, seatLosses, seats } from '../../seats/schema.ts'
import { type Round, roundMailRefusals, roundNotices, rounds } from '../schema.ts'

/** How far somebody was reached; the first of these that is true. */
export type Reached =
  | 'answered'
  | 'not_reminded'
  | 'opened'
  | 'confirmed'
  | 'mailed'
  | 'bounced'
  | 'unconfirmed_address'
  | 'not_mailed'

export interface ReachEntry {
  seatId: string
  personId: string
  name: string
  reached: Reached
}

const has = (kind: 'opened' | 'confirmed') => sql<boolean>`exists (
  select from ${roundNotices} where ${roundNotices.roundId} = ${seats.roundId}
    and ${roundNotices.personId} = ${people.id} and ${roundNotices.kind} = ${kind})`

const mail = (of: 'sent' | 'bounced') => sql<boolean>`exists (
  select from ${roundNotices} where ${roundNotices.roundId} = ${seats.roundId} and ${roundNotices.personId} = ${people.id}
    and ${of === 'sent' ? sql`${roundNotices.sentAt} is not null` : sql`${roundNotices.bouncedAt} is not null`})`

/** Whoever came in by a link that was sent to this address lately reads what is sent there. */
const isAddressAlive = sql<boolean>`exists (
  select from ${oneTimeLinks} where ${oneTimeLinks.personId} = ${people.id}
    and ${oneTimeLinks.usedAt} > now() - interval '90 days')`

const lastDay = sql`(round_closes_at(${seats.roundId}) - interval '24 hours')`

/** Reminded by mail; whoever has no address or wants none finds it on the start page. */
const reminded = (kind: 'half_time' | 'last_day', since = sql`'-infinity'`) => sql`exists (
  select from ${roundNotices} where ${roundNotices.roundId} = ${seats.roundId}
    and ${roundNotices.personId} = ${people.id} and ${roundNotices.kind} = ${kind}
    and ${roundNotices.createdAt} >= ${since}
    and (${roundNotices.sentAt} is not null or ${people.email} is null
      or exists (select from ${roundMailRefusals} where ${roundMailRefusals.personId} = ${people.id})))`

/**
 * Silence says something only after two reminders (`DOMAIN.md 4.6`): one of them is past and was not sent. Whoever has
 * answered before, and taken it back, needs none.
 */
const isNotReminded = sql<boolean>`(
  exists (select from ${rounds} where ${rounds.id} = ${seats.roundId} and ${rounds.preset} = 'silent')
  and not exists (select from ${ballots} where ${ballots.seatId} = ${seats.id} and ${ballots.castById} = ${people.id})
  and (now() >= ${lastDay} and not ${reminded('half_time')}
    or now() >= round_closes_at(${seats.roundId}) and not ${reminded('last_day', lastDay)}))`

const entitledIn = (roundId: string) =>
  and(
    eq(seats.roundId, roundId),
    sql`not exists (select from ${seatLosses} where ${seatLosses.seatId} = ${seats.id})`,
    sql`not exists (select from ${recusals} where ${recusals.seatId} = ${seats.id})`,
  )

const rows = (db: Database, roundId: string) =>
  db
    .select({
      seatId: seats.id,
      personId: people.id,
      name: people.name,
      seat: sql<string | null>`coalesce(${organisations.name}, ${groups.name})`,
      answered: seatHasAnswered,
      opened: has('opened'),
      confirmed: has('confirmed'),
      sent: mail('sent'),
      bounced: mail('bounced'),
      isAddressAlive,
      isNotReminded,
    })
    .from(seats)
    .innerJoin(seatHolders, eq(seatHolders.seatId, seats.id))
    .innerJoin(people, eq(people.id, seatHolders.personId))
    .leftJoin(organisations, eq(organisations.id, seats.organisationId))
    .leftJoin(groups, eq(groups.id, seats.sendingGroupId))
    .where(entitledIn(roundId))
    .orderBy(byName(people.name), asc(seats.id))

type Row = Awaited<ReturnType<typeof rows>>[number]

function reachedBy(row: Row): Reached {
  if (row.answered) return 'answered'
  if (row.isNotReminded) return 'not_reminded'
  if (row.opened) return 'opened'
  if (row.confirmed) return 'confirmed'
  if (row.sent) return row.isAddressAlive ? 'mailed' : 'unconfirmed_address'
  return row.bounced ? 'bounced' : 'not_mailed'
}

const enough: Reached[] = ['answered', 'opened', 'confirmed', 'mailed']

export const isReached = ({ reached }: Pick<ReachEntry, 'reached'>) => enough.includes(reached)

/** Everybody who may answer, and how far they were reached (`DOMAIN.md 4.6`). */
export const reachOf = async (db: Database, roundId: string): Promise<ReachEntry[]> =>
  (await rows(db, roundId)).map((row) => ({
    seatId: row.seatId,
    personId: row.personId,
    name: row.seat ? `${row.name} (${row.seat})` : row.name,
    reached: reachedBy(row),
  }))

/** Seats of which nobody was reached, and those on which nobody sits: their silence says nothing. */
export async function unreachedIn(db: Database, roundId: string): Promise<string[]> {
  const entitled = await db.select({ id: seats.id }).from(seats).where(entitledIn(roundId))
  const reached = new Set((await reachOf(db, roundId)).filter(isReached).map(({ seatId }) => seatId))
  return entitled.map(({ id }) => id).filter((id) => !reached.has(id))
}

const note = (db: Database, { id: roundId }: Pick<Round, 'id'>, personId: string, kind: 'opened' | 'confirmed') =>
  db.insert(roundNotices).values({ roundId, personId, kind }).onConflictDoNothing()

/** This person has the round in front of them. Only for those who may answer, and while it can still be answered. */
export async function markOpened(db: Database, round: Pick<Round, 'id'>, personId: string): Promise<void> {
  await note(db, round, personId, 'opened')
}

/** This person has said that they know of it. */
export async function confirmReach(db: Database, round: Pick<Round, 'id'>, personId: string): Promise<void> {
  await note(db, round, personId, 'confirmed')
}
