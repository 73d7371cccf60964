import { and, asc, eq, gt, gte, isNull, lte, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { prepared } from '../db/prepared.ts'
import type { Person } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import type { Actor } from './actor.ts'
import { type Group, groups, type Membership, memberships, roleTerms } from './schema.ts'

/** Today, or where it will stand in a prepared statement. */
type Day = string | Placeholder

/** Not ended, and for a guest the last day is not over. */
export const inForce = (today: Day): SQL | undefined =>
  and(isNull(memberships.endedAt), or(isNull(memberships.endsOn), gte(memberships.endsOn, today)))

export const termInForce = (today: Day): SQL | undefined =>
  and(
    isNull(roleTerms.endedAt),
    lte(roleTerms.startsOn, today),
    or(isNull(roleTerms.endsOn), gte(roleTerms.endsOn, today)),
  )

/** The same at an instant that has passed: whoever has come or gone since changes nothing about it. */
export const inForceAt = (at: Date): SQL | undefined =>
  and(
    lte(memberships.startedAt, at),
    or(isNull(memberships.endedAt), gt(memberships.endedAt, at)),
    or(isNull(memberships.endsOn), gte(memberships.endsOn, dayOf(at))),
  )

export const termInForceAt = (at: Date): SQL | undefined =>
  and(
    or(isNull(roleTerms.endedAt), gt(roleTerms.endedAt, at)),
    lte(roleTerms.startsOn, dayOf(at)),
    or(isNull(roleTerms.endsOn), gte(roleTerms.endsOn, dayOf(at))),
  )

const findRoles = prepared((db) => {
  const today = sql.placeholder('today')
  return db
    .select({ group: groups, membership: memberships, role: roleTerms.role })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .leftJoin(roleTerms, and(eq(roleTerms.membershipId, memberships.id), termInForce(today)))
    .where(
      and(
        eq(groups.slug, sql.placeholder('slug')),
        eq(memberships.personId, sql.placeholder('personId')),
        inForce(today),
      ),
    )
    .orderBy(asc(roleTerms.role))
    .prepare('find_roles')
})

/** This person in this group, or null: the one door to everything below a group. */
export async function findActor(
  db: Database,
  person: Pick<Person, 'id' | 'name'>,
  slug: string,
  now = new Date(),
): Promise<Actor | null> {
  const rows = await findRoles(db).execute({ slug, personId: person.id, today: dayOf(now) })
  const [first] = rows
  if (!first) return null
  return {
    person: { id: person.id, name: person.name },
    group: first.group,
    standing: first.membership.standing,
    votes: first.membership.votes,
    roles: rows.flatMap(({ role }) => role ?? []),
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
