import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Actor } from './actor.ts'
import { isCutShort, isKeptWithout } from './keeping.ts'
import { type PersonIn, peopleIn } from './people.ts'
import { keeperOf } from './policy.ts'
import type { RecordGroupEvent } from './recording.ts'
import { type Group, groups, type Membership, type Role, role as roleEnum, roleTerms } from './schema.ts'

/** Changes of who looks after a group happen one after the other, so that two cannot both believe the other stays. */
export const lockGroup = (tx: Database, groupId: string) =>
  tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('no key update')

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

/** Whose place a deputy takes. */
const principalOf: Partial<Record<Role, Role>> = { deputy_lead: 'lead', deputy_delegate: 'delegate' }

/** Nobody stands in for themselves. */
export const isOwnDeputy = (roles: Role[], role: Role) => {
  const principal = principalOf[role]
  return principal !== undefined && roles.includes(principal)
}

const openTerm = (membershipId: string, role: Role) =>
  and(eq(roleTerms.membershipId, membershipId), eq(roleTerms.role, role), isNull(roleTerms.endedAt))

/** The role itself, and that of its deputy: whoever takes over stands in for nobody any more. */
const endTerms = (tx: Database, membershipId: string, role: Role) => {
  const deputies = roleEnum.enumValues.filter((one) => principalOf[one] === role)
  return tx
    .update(roleTerms)
    .set({ endedAt: sql`now()` })
    .where(or(...[role, ...deputies].map((one) => openTerm(membershipId, one))))
}

/** A new term replaces a running one of the same role. */
export async function startTerm(tx: Database, membership: Pick<Membership, 'id' | 'groupId'>, term: NewTerm) {
  await endTerms(tx, membership.id, term.role)
  await tx.insert(roleTerms).values({ ...term, membershipId: membership.id, groupId: membership.groupId })
}

const asEvent = (kind: 'role.given' | 'role.ended', actor: Actor, target: PersonIn, role: Role, givenBy = '') => ({
  kind,
  groupId: actor.group.id,
  actorId: actor.person.id,
  subjectId: target.person.id,
  facts: { name: target.person.name, role, givenBy },
})

/** Which field of the form is wrong, and how. */
export interface RoleProblem {
  field: 'role' | 'endsOn'
  code: string
}

/** A guest has no role, the two links are two people, and somebody looks after the group as long as now. */
function problemOf(group: Group, people: PersonIn[], target: PersonIn, term: NewTerm): RoleProblem | null {
  const { id } = target.membership
  const now = people.find(({ membership }) => membership.id === id)
  if (now?.membership.standing !== 'member') return { field: 'role', code: 'not_a_member' }
  if (isBothLinks(now.roles, term.role)) return { field: 'role', code: 'double_link' }
  if (isOwnDeputy(now.roles, term.role)) return { field: 'role', code: 'own_deputy' }
  const isShorter = term.role === keeperOf(group.kind) && isCutShort(group, people, id, term.endsOn)
  return isShorter ? { field: 'endsOn', code: 'nobody_longer' } : null
}

/** Judged anew behind the lock, as what was true when the page was read may have changed. Null when it is done. */
export async function giveRole(
  tx: Database,
  record: RecordGroupEvent,
  actor: Actor,
  target: PersonIn,
  term: NewTerm,
): Promise<RoleProblem | null> {
  await lockGroup(tx, actor.group.id)
  const problem = problemOf(actor.group, await peopleIn(tx, actor.group.id), target, term)
  if (problem) return problem
  await startTerm(tx, target.membership, term)
  await record(asEvent('role.given', actor, target, term.role, term.givenBy))
  return null
}

/** False when nobody would be left to look after the group: then nothing has changed. */
export async function endRole(
  tx: Database,
  record: RecordGroupEvent,
  actor: Actor,
  target: PersonIn,
  role: Role,
): Promise<boolean> {
  const { group } = actor
  await lockGroup(tx, group.id)
  const isKeeper = role === keeperOf(group.kind)
  if (isKeeper && !isKeptWithout(group, await peopleIn(tx, group.id), target.membership.id)) return false
  const ended = await tx
    .update(roleTerms)
    .set({ endedAt: sql`now()` })
    .where(openTerm(target.membership.id, role))
    .returning({ id: roleTerms.id })
  if (ended.length > 0) await record(asEvent('role.ended', actor, target, role))
  return true
}
