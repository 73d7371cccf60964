import { and, asc, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import type { Person } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import type { Actor } from './actor.ts'
import { type Group, groups, type Membership, memberships, type Role, roleTerms } from './schema.ts'

/** Not ended, and for a guest the last day is not over. */
export const inForce = (today: string): SQL | undefined =>
  and(isNull(memberships.endedAt), or(isNull(memberships.endsOn), gte(memberships.endsOn, today)))

export const termInForce = (today: string): SQL | undefined =>
  and(
    isNull(roleTerms.endedAt),
    lte(roleTerms.startsOn, today),
    or(isNull(roleTerms.endsOn), gte(roleTerms.endsOn, today)),
  )

async function rolesOf(db: Database, membership: Membership, today: string): Promise<Role[]> {
  const terms = await db
    .select({ role: roleTerms.role })
    .from(roleTerms)
    .where(and(eq(roleTerms.membershipId, membership.id), termInForce(today)))
    .orderBy(asc(roleTerms.role))
  return terms.map(({ role }) => role)
}

/** This person in this group, or null: the one door to everything below a group. */
export async function findActor(
  db: Database,
  person: Pick<Person, 'id' | 'name'>,
  slug: string,
  now = new Date(),
): Promise<Actor | null> {
  const today = dayOf(now)
  const [row] = await db
    .select({ group: groups, membership: memberships })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(groups.slug, slug), eq(memberships.personId, person.id), inForce(today)))
  if (!row) return null
  return {
    person: { id: person.id, name: person.name },
    group: row.group,
    standing: row.membership.standing,
    votes: row.membership.votes,
    roles: await rolesOf(db, row.membership, today),
  }
}

export type MyGroup = Group & { standing: Membership['standing'] }

/** The groups that this person belongs to today, the circle last. */
export async function groupsOf(db: Database, personId: string, now = new Date()): Promise<MyGroup[]> {
  const rows = await db
    .select({ group: groups, standing: memberships.standing })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(memberships.personId, personId), inForce(dayOf(now))))
    .orderBy(asc(groups.kind), byName(groups.name))
  return rows.map(({ group, standing }) => ({ ...group, standing }))
}
