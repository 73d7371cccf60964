import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { reopenAccount } from '../identity/closing.ts'
import type { Person } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import { endMembership } from './departure.ts'
import type { RecordGroupEvent } from './recording.ts'
import { isBothLinks, lockGroup, startTerm } from './roles.ts'
import { type Membership, memberships, type Role, roleTerms } from './schema.ts'

export interface Joining {
  groupId: string
  person: Pick<Person, 'id' | 'name'>
  standing: Membership['standing']
  /** For a guest: the last day. */
  endsOn: string | null
  role: Role | null
  /** Whether a member gets a vote of their own; every member does unless told otherwise. */
  votes?: boolean
  /** On whose doing. */
  actorId: string
}

async function openMembership(tx: Database, groupId: string, personId: string): Promise<Membership | null> {
  const [open] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.personId, personId), isNull(memberships.endedAt)))
  return open ?? null
}

const start = async (tx: Database, joining: Joining): Promise<Membership> => {
  const { groupId, person, standing, endsOn } = joining
  const votes = standing === 'member' && (joining.votes ?? true)
  const [started] = await tx
    .insert(memberships)
    .values({ groupId, personId: person.id, standing, votes, endsOn })
    .returning()
  if (!started) throw new Error('The database returned no row for an insert')
  return started
}

/** A member stays a member; a guest becomes one, or gets a new last day. */
async function belong(tx: Database, record: RecordGroupEvent, joining: Joining): Promise<Membership> {
  const { groupId, person, actorId } = joining
  const before = await openMembership(tx, groupId, person.id)
  if (before?.standing === 'member') return before
  if (before) await endMembership(tx, before)
  const membership = await start(tx, joining)
  const facts = { name: person.name, standing: joining.standing }
  await record({ kind: 'member.joined', groupId, actorId, subjectId: person.id, facts })
  return membership
}

async function takeRole(tx: Database, record: RecordGroupEvent, membership: Membership, role: Role, joining: Joining) {
  const { groupId, person, actorId } = joining
  const held = await tx
    .select({ role: roleTerms.role })
    .from(roleTerms)
    .where(and(eq(roleTerms.membershipId, membership.id), isNull(roleTerms.endedAt)))
  if (
    isBothLinks(
      held.map((term) => term.role),
      role,
    )
  )
    return
  await startTerm(tx, membership, { role, startsOn: dayOf(new Date()), endsOn: null, givenBy: '' })
  await record({ kind: 'role.given', groupId, actorId, subjectId: person.id, facts: { name: person.name, role } })
}

export async function join(tx: Database, record: RecordGroupEvent, joining: Joining): Promise<void> {
  await lockGroup(tx, joining.groupId)
  await reopenAccount(tx, joining.person.id)
  const membership = await belong(tx, record, joining)
  if (joining.role) await takeRole(tx, record, membership, joining.role, joining)
}
