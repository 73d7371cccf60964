import { and, count, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { dayOf } from '../web/days.ts'
import type { Actor } from './actor.ts'
import { inForce, termInForce } from './membership.ts'
import type { PersonIn } from './people.ts'
import { keeperOf } from './policy.ts'
import type { RecordGroupEvent } from './recording.ts'
import { type Group, groups, type Membership, memberships, type Role, roleTerms } from './schema.ts'

/** Changes of who looks after a group happen one after the other, so that two cannot both believe the other stays. */
export const lockGroup = (tx: Database, groupId: string) =>
  tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('no key update')

/** Whether somebody else holds the role without which nobody could change anything here any more. */
export async function isKeptWithout(tx: Database, group: Group, membershipId: string): Promise<boolean> {
  const today = dayOf(new Date())
  const [others] = await tx
    .select({ count: count() })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .where(
      and(
        eq(roleTerms.groupId, group.id),
        eq(roleTerms.role, keeperOf(group.kind)),
        ne(roleTerms.membershipId, membershipId),
        termInForce(today),
        inForce(today),
      ),
    )
  return (others?.count ?? 0) > 0
}

export interface NewTerm {
  role: Role
  startsOn: string
  endsOn: string | null
  givenBy: string
}

/** The second of the two links between a group and the circle must be a second person (`DOMAIN.md 2.1`). */
const otherLink: Partial<Record<Role, Role>> = { lead: 'delegate', delegate: 'lead' }

export const isBothLinks = (roles: Role[], role: Role) => {
  const other = otherLink[role]
  return other !== undefined && roles.includes(other)
}

const openTerm = (membershipId: string, role: Role) =>
  and(eq(roleTerms.membershipId, membershipId), eq(roleTerms.role, role), isNull(roleTerms.endedAt))

/** A new term replaces a running one of the same role. */
export async function startTerm(tx: Database, membership: Pick<Membership, 'id' | 'groupId'>, term: NewTerm) {
  await tx.update(roleTerms).set({ endedAt: sql`now()` }).where(openTerm(membership.id, term.role))
  await tx.insert(roleTerms).values({ ...term, membershipId: membership.id, groupId: membership.groupId })
}

const asEvent = (kind: 'role.given' | 'role.ended', actor: Actor, target: PersonIn, role: Role, givenBy = '') => ({
  kind,
  groupId: actor.group.id,
  actorId: actor.person.id,
  subjectId: target.person.id,
  facts: { name: target.person.name, role, givenBy },
})

export async function giveRole(
  tx: Database,
  record: RecordGroupEvent,
  actor: Actor,
  target: PersonIn,
  term: NewTerm,
): Promise<void> {
  await lockGroup(tx, actor.group.id)
  await startTerm(tx, target.membership, term)
  await record(asEvent('role.given', actor, target, term.role, term.givenBy))
}

/** False when nobody would be left to look after the group: then nothing has changed. */
export async function endRole(
  tx: Database,
  record: RecordGroupEvent,
  actor: Actor,
  target: PersonIn,
  role: Role,
): Promise<boolean> {
  await lockGroup(tx, actor.group.id)
  const isKeeper = role === keeperOf(actor.group.kind)
  if (isKeeper && !(await isKeptWithout(tx, actor.group, target.membership.id))) return false
  const ended = await tx
    .update(roleTerms)
    .set({ endedAt: sql`now()` })
    .where(openTerm(target.membership.id, role))
    .returning({ id: roleTerms.id })
  if (ended.length > 0) await record(asEvent('role.ended', actor, target, role))
  return true
}
