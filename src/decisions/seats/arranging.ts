import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { join } from '../../groups/joining.ts'
import { lockGroup } from '../../groups/roles.ts'
import { groups, organisations } from '../../groups/schema.ts'
import { only } from '../only.ts'
import { loseSeatsOf } from '../rounds/leaving.ts'
import { standingSeatHolders, standingSeats } from './schema.ts'
import { type StandingEntry, standingSeatsOf } from './standing.ts'

/** Whose seat it is to be: an organisation that is known, a new one, or another group. */
export type Behind = { organisationId: string } | { organisation: string } | { sendingGroupId: string }

export interface NewSeat {
  behind: Behind
  weight: number
  givenBy: string
}

export type SeatProblem = 'has_one' | 'not_there'

interface Known {
  kind: 'organisation' | 'group'
  organisationId?: string
  sendingGroupId?: string
  name: string
}

const isKnown = (row: { id: string; name: string } | undefined) => row ?? null

async function organisationNamed(tx: Database, name: string): Promise<Known> {
  await tx.insert(organisations).values({ name }).onConflictDoNothing()
  const { id } = only(await tx.select().from(organisations).where(eq(organisations.name, name)))
  return { kind: 'organisation', organisationId: id, name }
}

async function known(tx: Database, actor: Actor, behind: Behind): Promise<Known | null> {
  if ('organisation' in behind) return organisationNamed(tx, behind.organisation)
  if ('organisationId' in behind) {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, behind.organisationId))
    return isKnown(row) && { kind: 'organisation', organisationId: behind.organisationId, name: row?.name ?? '' }
  }
  if (behind.sendingGroupId === actor.group.id) return null
  const [row] = await tx.select().from(groups).where(eq(groups.id, behind.sendingGroupId))
  return isKnown(row) && { kind: 'group', sendingGroupId: behind.sendingGroupId, name: row?.name ?? '' }
}

const has = (seats: StandingEntry[], { organisationId, sendingGroupId }: Known) =>
  seats.some(
    (seat) =>
      (organisationId && seat.organisationId === organisationId) ||
      (sendingGroupId && seat.sendingGroupId === sendingGroupId),
  )

/** From the next round on; those that are open keep their roll (`DOMAIN.md 4.2 R2`). */
export async function giveSeat(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { behind, weight, givenBy }: NewSeat,
): Promise<SeatProblem | null> {
  const groupId = actor.group.id
  await lockGroup(tx, groupId)
  const whose = await known(tx, actor, behind)
  if (!whose) return 'not_there'
  if (has(await standingSeatsOf(tx, groupId), whose)) return 'has_one'
  const { name, ...columns } = whose
  const seat = only(
    await tx
      .insert(standingSeats)
      .values({ groupId, weight, givenBy, ...columns })
      .returning(),
  )
  await record({ kind: 'seat.given', ...about(actor, name), subjectId: seat.id })
  return null
}

const about = (actor: Actor, title: string) => ({ groupId: actor.group.id, actorId: actor.person.id, facts: { title } })

/** Its rounds that are still running lose it where nobody has answered for it (`DOMAIN.md 3.8, 4.2 R3`). */
export async function endSeat(tx: Database, record: RecordEvent, actor: Actor, seat: StandingEntry): Promise<void> {
  const open = and(eq(standingSeats.id, seat.id), isNull(standingSeats.endedAt))
  const ended = await tx.update(standingSeats).set({ endedAt: sql`now()` }).where(open).returning()
  if (ended.length === 0) return
  await loseSeatsOf(tx, actor.group.id, seat)
  await record({ kind: 'seat.ended', ...about(actor, seat.name), subjectId: seat.id })
}

export interface NewHolder {
  person: { id: string; name: string }
  rank: 'principal' | 'deputy'
}

/**
 * Puts somebody on the seat of an organisation, or changes in which capacity they sit there. Whoever does not belong
 * to the group yet joins it: a principal as an equal, a deputy without a vote of their own.
 */
export async function seatHolder(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  seat: StandingEntry,
  { person, rank }: NewHolder,
): Promise<void> {
  await join(tx, record, {
    ...{ groupId: actor.group.id, person, standing: 'member', endsOn: null, role: null, actorId: actor.person.id },
    votes: rank === 'principal',
  })
  await end(tx, and(eq(standingSeatHolders.seatId, seat.id), eq(standingSeatHolders.personId, person.id)))
  await tx.insert(standingSeatHolders).values({ seatId: seat.id, personId: person.id, rank })
  await record({ kind: 'seat.taken', ...aboutHolder(actor, person.name), subjectId: seat.id })
}

const aboutHolder = (actor: Actor, name: string) => ({
  groupId: actor.group.id,
  actorId: actor.person.id,
  facts: { name },
})

const end = (tx: Database, which: ReturnType<typeof and>) =>
  tx
    .update(standingSeatHolders)
    .set({ endedAt: sql`now()` })
    .where(and(which, isNull(standingSeatHolders.endedAt)))
    .returning({ id: standingSeatHolders.id })

/** Membership and rolls of open rounds stay as they are. */
export async function endHolder(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  seat: Pick<StandingEntry, 'id'>,
  holder: { id: string; name: string },
): Promise<void> {
  const ended = await end(tx, eq(standingSeatHolders.id, holder.id))
  if (ended.length > 0) await record({ kind: 'seat.vacated', ...aboutHolder(actor, holder.name), subjectId: seat.id })
}
