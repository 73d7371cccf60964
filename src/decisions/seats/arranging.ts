import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { join } from '../../groups/joining.ts'
import { lockGroup } from '../../groups/roles.ts'
import { groups, organisations } from '../../groups/schema.ts'
import { only } from '../only.ts'
import { decisionByCitation } from '../register/log.ts'
import { loseSeatsOf } from '../rounds/leaving.ts'
import { standingSeatHolders, standingSeats } from './schema.ts'
import { type StandingEntry, standingSeatsOf } from './standing.ts'

/** Whose seat it is to be: an organisation that is known, a new one, or another group. */
export type Behind = { organisationId: string } | { organisation: string } | { sendingGroupId: string }

export interface NewSeat {
  behind: Behind
  /** Number of the decision of the group by which it is given. */
  givenBy: string
}

export type SeatProblem = 'has_one' | 'not_there' | 'no_decision'

/** Who has a voice is for the group: whoever looks after its seats only carries out what it has decided and what holds. */
async function isDecided(tx: Database, { group }: Actor, cited: string): Promise<boolean> {
  const decision = await decisionByCitation(tx, cited)
  return decision?.groupId === group.id && decision.standing === 'in_force'
}

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
  const isThere = and(eq(groups.id, behind.sendingGroupId), ne(groups.state, 'dissolved'))
  const [row] = await tx.select().from(groups).where(isThere)
  return isKnown(row) && { kind: 'group', sendingGroupId: behind.sendingGroupId, name: row?.name ?? '' }
}

const has = (seats: StandingEntry[], { organisationId, sendingGroupId }: Known) =>
  seats.some(
    (seat) =>
      (organisationId && seat.organisationId === organisationId) ||
      (sendingGroupId && seat.sendingGroupId === sendingGroupId),
  )

/**
 * From the next round on; those that are open keep their roll (`DOMAIN.md 4.2 R2`). How much a seat weighs is said by
 * the rules.
 */
export async function giveSeat(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { behind, givenBy }: NewSeat,
): Promise<SeatProblem | null> {
  const groupId = actor.group.id
  await lockGroup(tx, groupId)
  if (!(await isDecided(tx, actor, givenBy))) return 'no_decision'
  const whose = await known(tx, actor, behind)
  if (!whose) return 'not_there'
  if (has(await standingSeatsOf(tx, groupId), whose)) return 'has_one'
  const { name, ...columns } = whose
  const seat = only(
    await tx
      .insert(standingSeats)
      .values({ groupId, givenBy, ...columns })
      .returning(),
  )
  await record({ kind: 'seat.given', ...about(actor, name), subjectId: seat.id })
  return null
}

const about = (actor: Actor, title: string) => ({ groupId: actor.group.id, actorId: actor.person.id, facts: { title } })

export interface SeatEnd {
  /** Number of the decision of the group by which it ends. */
  endedBy: string
  /** The organisation has left. */
  hasLeft?: boolean
}

/**
 * From the next round on. Those that are running keep their roll, unless the organisation has left: then they lose its
 * seat where nobody has answered for it (`DOMAIN.md 3.8, 4.2 R3, R6`).
 */
export async function endSeat(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  seat: StandingEntry,
  { endedBy, hasLeft = false }: SeatEnd,
): Promise<'no_decision' | null> {
  if (!(await isDecided(tx, actor, endedBy))) return 'no_decision'
  const open = and(eq(standingSeats.id, seat.id), isNull(standingSeats.endedAt))
  const ended = await tx.update(standingSeats).set({ endedAt: sql`now()`, endedBy }).where(open).returning()
  if (ended.length === 0) return null
  if (hasLeft) await loseSeatsOf(tx, actor.group.id, seat)
  await record({ kind: 'seat.ended', ...about(actor, seat.name), subjectId: seat.id })
  return null
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
