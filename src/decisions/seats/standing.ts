import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { linking, posts } from '../../groups/links.ts'
import { inForce, inForceAt, termInForce, termInForceAt } from '../../groups/membership.ts'
import { groups, memberships, organisations, roleTerms } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type StandingSeat, standingSeatHolders, standingSeats } from './schema.ts'

export interface StandingHolder {
  personId: string
  name: string
  rank: 'principal' | 'deputy'
  /** Their row on an organisation's seat; whoever sits for a group follows from its roles. */
  holderId: string | null
  /** Whether they belong to the group that gives the seat: only then can they answer. */
  isHere: boolean
}

/** Null for now; otherwise as it was at an instant that has passed. */
type At = Date | null

const belongs = (at: At) => (at ? inForceAt(at) : inForce(dayOf(new Date())))

const holds = (at: At) => (at ? termInForceAt(at) : termInForce(dayOf(new Date())))

const stands = ({ createdAt, endedAt }: typeof standingSeats | typeof standingSeatHolders, at: At): SQL | undefined =>
  at ? and(lte(createdAt, at), or(isNull(endedAt), gt(endedAt, at))) : isNull(endedAt)

/** A seat that a group gives, with those who sit on it. */
export interface StandingEntry extends StandingSeat {
  name: string
  holders: StandingHolder[]
}

const seatsGivenBy = (db: Database, groupId: string, at: At) =>
  db
    .select({ seat: standingSeats, organisation: organisations.name, group: groups.name })
    .from(standingSeats)
    .leftJoin(organisations, eq(organisations.id, standingSeats.organisationId))
    .leftJoin(groups, eq(groups.id, standingSeats.sendingGroupId))
    .where(
      and(
        eq(standingSeats.groupId, groupId),
        stands(standingSeats, at),
        at ? undefined : or(isNull(groups.id), ne(groups.state, 'dissolved')),
      ),
    )

type Sitting = Omit<StandingHolder, 'isHere'> & { seatId: string }

const forOrganisations = (db: Database, groupId: string, at: At): Promise<Sitting[]> =>
  db
    .select({
      seatId: standingSeats.id,
      holderId: standingSeatHolders.id,
      personId: people.id,
      name: people.name,
      rank: standingSeatHolders.rank,
    })
    .from(standingSeatHolders)
    .innerJoin(standingSeats, eq(standingSeats.id, standingSeatHolders.seatId))
    .innerJoin(people, eq(people.id, standingSeatHolders.personId))
    .where(and(eq(standingSeats.groupId, groupId), stands(standingSeats, at), stands(standingSeatHolders, at)))
    .orderBy(asc(standingSeatHolders.rank), asc(people.name))
    .then((rows) => rows.map((row) => ({ ...row, rank: row.rank === 'deputy' ? 'deputy' : 'principal' })))

const isPrincipal = inArray(roleTerms.role, posts)

/**
 * Lead and delegates of the sending group, as its roles are: whoever takes over sits there by that alone. Their
 * deputies answer where none of them has; somebody who is both sits there in their own right.
 */
const forGroups = (db: Database, groupId: string, at: At): Promise<Sitting[]> =>
  db
    .select({
      seatId: standingSeats.id,
      personId: people.id,
      name: people.name,
      isPrincipal: sql<boolean>`bool_or(${isPrincipal})`,
    })
    .from(standingSeats)
    .innerJoin(memberships, and(eq(memberships.groupId, standingSeats.sendingGroupId), belongs(at)))
    .innerJoin(roleTerms, and(eq(roleTerms.membershipId, memberships.id), holds(at)))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(standingSeats.groupId, groupId), stands(standingSeats, at), inArray(roleTerms.role, linking)))
    .groupBy(standingSeats.id, people.id, people.name)
    .orderBy(asc(people.name))
    .then((rows) =>
      rows.map(({ isPrincipal, ...row }) => ({ ...row, holderId: null, rank: isPrincipal ? 'principal' : 'deputy' })),
    )

export interface Belonging {
  personId: string
  votes: boolean
}

/** Members of the group, those without a vote too. */
export const membersOf = (db: Database, groupId: string, at: At = null) =>
  db
    .select({ personId: memberships.personId, votes: memberships.votes })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'member'), belongs(at)))
    .$dynamic()

const collator = new Intl.Collator('de')

/** The seats that this group gives, by name. */
export async function standingSeatsOf(db: Database, groupId: string, at: At = null): Promise<StandingEntry[]> {
  const rows = await seatsGivenBy(db, groupId, at)
  const sitting = [...(await forOrganisations(db, groupId, at)), ...(await forGroups(db, groupId, at))]
  const here = new Set((await membersOf(db, groupId, at)).map(({ personId }) => personId))
  const of = Map.groupBy(sitting, ({ seatId }) => seatId)
  return rows
    .map(({ seat, organisation, group }) => ({
      ...seat,
      name: organisation ?? group ?? '',
      holders: (of.get(seat.id) ?? []).map(({ seatId: _, ...one }) => ({ ...one, isHere: here.has(one.personId) })),
    }))
    .sort((one, other) => collator.compare(one.kind, other.kind) || collator.compare(one.name, other.name))
}
