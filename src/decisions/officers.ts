import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { termInForce } from '../groups/membership.ts'
import { memberships, type Role, roleTerms } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'

/** Somebody with a role in the group today. */
export interface Officer {
  id: string
  name: string
  roles: Role[]
}

/** Who has which role in the group: for the rule that a second person confirms, and to say who that can be. */
export async function officersOf(db: Database, groupId: string, now = new Date()): Promise<Officer[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, role: roleTerms.role })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(roleTerms.groupId, groupId),
        eq(memberships.standing, 'member'),
        isNull(memberships.endedAt),
        termInForce(dayOf(now)),
      ),
    )
    .orderBy(asc(people.name))
  const officers = new Map<string, Officer>()
  for (const { id, name, role } of rows) {
    const known = officers.get(id) ?? { id, name, roles: [] }
    officers.set(id, { ...known, roles: [...known.roles, role] })
  }
  return [...officers.values()]
}
