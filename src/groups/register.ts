import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { type Person, people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import type { Actor } from './actor.ts'
import { findActor, inForce, termInForce } from './membership.ts'
import { alliances, type Group, groups, type Mandate, mandates, memberships, type Role, roleTerms } from './schema.ts'

export async function allianceName(db: Database): Promise<string | null> {
  const [alliance] = await db.select({ name: alliances.name }).from(alliances)
  return alliance?.name ?? null
}

/** The one body that receives what groups send up (`DOMAIN.md 2.1`). */
export async function circleOf(db: Database): Promise<Group> {
  const [circle] = await db.select().from(groups).where(eq(groups.kind, 'circle'))
  if (!circle) throw new Error('An alliance without a circle')
  return circle
}

/** This person in the circle, or null. */
export async function circleActor(db: Database, person: Pick<Person, 'id' | 'name'>): Promise<Actor | null> {
  const [circle] = await db.select({ slug: groups.slug }).from(groups).where(eq(groups.kind, 'circle'))
  return circle ? findActor(db, person, circle.slug) : null
}

/** What everybody in the alliance may know about a group that they do not belong to. */
export interface GroupInBrief {
  group: Group
  mandate: Mandate | null
  leads: string[]
  delegates: string[]
}

const speakers = (db: Database, today: string) =>
  db
    .select({ groupId: roleTerms.groupId, role: roleTerms.role, name: people.name })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(roleTerms.role, ['lead', 'delegate']), termInForce(today), inForce(today)))
    .orderBy(byName(people.name))

/** All groups of the alliance, the circle first. */
export async function allGroups(db: Database, now = new Date()): Promise<GroupInBrief[]> {
  const rows = await db
    .select({ group: groups, mandate: mandates })
    .from(groups)
    .leftJoin(mandates, and(eq(mandates.groupId, groups.id), isNull(mandates.supersededAt)))
    .orderBy(byName(groups.name))
  const holders = await speakers(db, dayOf(now))
  const names = (group: Group, role: Role) =>
    holders.filter((holder) => holder.groupId === group.id && holder.role === role).map(({ name }) => name)
  return rows
    .map((row) => ({ ...row, leads: names(row.group, 'lead'), delegates: names(row.group, 'delegate') }))
    .sort((a, b) => Number(b.group.kind === 'circle') - Number(a.group.kind === 'circle'))
}

/** Everybody who belongs to some group today, by name. */
export async function peopleOfAlliance(db: Database, now = new Date()): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(inForce(dayOf(now)))
    .groupBy(people.id, people.name)
    .orderBy(byName(people.name))
}
