import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import { inForce, termInForce } from './membership.ts'
import {
  affiliations,
  type Membership,
  memberships,
  organisations,
  type Role,
  type RoleTerm,
  roleTerms,
} from './schema.ts'

export interface PersonIn {
  person: { id: string; name: string }
  membership: Membership
  /** In force today. */
  terms: RoleTerm[]
  roles: Role[]
  organisation: string | null
}

const belonging = (db: Database) =>
  db
    .select({
      person: { id: people.id, name: people.name },
      membership: memberships,
      organisation: organisations.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(affiliations, eq(affiliations.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .$dynamic()

const termsIn = (db: Database, groupId: string, today: string) =>
  db
    .select()
    .from(roleTerms)
    .where(and(eq(roleTerms.groupId, groupId), termInForce(today)))
    .orderBy(asc(roleTerms.role))

/** Everybody who belongs to the group today, guests included, by name. */
export async function peopleIn(db: Database, groupId: string, now = new Date()): Promise<PersonIn[]> {
  const today = dayOf(now)
  const rows = await belonging(db)
    .where(and(eq(memberships.groupId, groupId), inForce(today)))
    .orderBy(byName(people.name))
  const terms = await termsIn(db, groupId, today)
  return rows.map((row) => {
    const own = terms.filter((term) => term.membershipId === row.membership.id)
    return { ...row, terms: own, roles: own.map(({ role }) => role) }
  })
}

/** One of them, by the id of the membership. */
export async function findPersonIn(
  db: Database,
  groupId: string,
  membershipId: string,
  now = new Date(),
): Promise<PersonIn | null> {
  const all = await peopleIn(db, groupId, now)
  return all.find(({ membership }) => membership.id === membershipId) ?? null
}

/** Names of those who hold one of these roles today: for saying who can do what somebody else cannot. */
export async function roleHolders(db: Database, groupId: string, roles: Role[], now = new Date()): Promise<string[]> {
  const today = dayOf(now)
  const rows = await db
    .select({ name: people.name })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(roleTerms.groupId, groupId), inArray(roleTerms.role, roles), termInForce(today), inForce(today)))
    .groupBy(people.name)
    .orderBy(byName(people.name))
  return rows.map(({ name }) => name)
}

/** Who is entitled to a seat on a roll that is taken today: members with a vote, never guests (`DOMAIN.md 2.1`). */
export async function votersOf(db: Database, groupId: string, today: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(memberships.standing, 'member'),
        eq(memberships.votes, true),
        inForce(today),
      ),
    )
    .orderBy(byName(people.name))
}
