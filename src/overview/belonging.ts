import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import type { Actor } from '../groups/actor.ts'
import { inForce, termInForce } from '../groups/membership.ts'
import { groups, memberships, roleTerms } from '../groups/schema.ts'
import type { Person } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'

const rolesOf = (db: Database, personId: string, today: string) =>
  db
    .select({ membershipId: roleTerms.membershipId, role: roleTerms.role })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .where(and(eq(memberships.personId, personId), termInForce(today)))
    .orderBy(asc(roleTerms.role))

/** This person in each of the groups, the circle last. */
export async function actorsOf(db: Database, { id, name }: Pick<Person, 'id' | 'name'>, now: Date): Promise<Actor[]> {
  const today = dayOf(now)
  const mine = await db
    .select({ group: groups, membership: memberships })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(memberships.personId, id), inForce(today)))
    .orderBy(asc(groups.kind), byName(groups.name))
  const held = await rolesOf(db, id, today)
  return mine.map(({ group, membership: { id: membershipId, standing, votes } }) => {
    const roles = held.filter((term) => term.membershipId === membershipId).map(({ role }) => role)
    return { person: { id, name }, group, standing, votes, roles }
  })
}
