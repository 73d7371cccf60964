import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type Person, people } from '../identity/schema.ts'
import { hashOf, newToken } from '../identity/secrets.ts'
import { dayOf } from '../web/days.ts'
import type { DepartureConsequence } from './departure.ts'
import { join } from './joining.ts'
import { inForce } from './membership.ts'
import type { RecordGroupEvent } from './recording.ts'
import { open, revokeInvitationsTo } from './revoking.ts'
import { lockGroup } from './roles.ts'
import { type Group, groups, invitations, memberships } from './schema.ts'

export type Invitation = typeof invitations.$inferSelect

export type NewInvitation = Pick<Invitation, 'email' | 'standing' | 'endsOn' | 'role'>

/** Returns the secret part of the link; nobody can read it again later. A newer invitation replaces an older one. */
export async function invite(
  tx: Database,
  record: RecordGroupEvent,
  group: Group,
  invitedBy: Pick<Person, 'id'>,
  invitation: NewInvitation,
): Promise<string> {
  const token = newToken()
  await lockGroup(tx, group.id)
  await revokeInvitationsTo(tx, group.id, invitation.email)
  const [sent] = await tx
    .insert(invitations)
    .values({
      ...invitation,
      groupId: group.id,
      invitedById: invitedBy.id,
      tokenHash: await hashOf(token),
      expiresAt: sql`now() + interval '14 days'`,
    })
    .returning({ id: invitations.id })
  if (sent) {
    await record({ kind: 'member.invited', groupId: group.id, actorId: invitedBy.id, subjectId: sent.id })
  }
  return token
}

export async function isMemberAlready(db: Database, groupId: string, email: string): Promise<boolean> {
  const [row] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(people.email, email),
        eq(memberships.standing, 'member'),
        inForce(dayOf(new Date())),
      ),
    )
  return row !== undefined
}

const withNames = (db: Database) =>
  db
    .select({ invitation: invitations, group: groups, invitedBy: people.name })
    .from(invitations)
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .innerJoin(people, eq(people.id, invitations.invitedById))
    .orderBy(asc(invitations.createdAt))
    .$dynamic()

export type OpenInvitation = Awaited<ReturnType<typeof openInvitations>>[number]

/** Not answered yet: of one group, or of all. */
export const openInvitations = (db: Database, groupId?: string) =>
  withNames(db).where(and(open(), groupId ? eq(invitations.groupId, groupId) : undefined))

/** Looks without using anything up. */
export async function findInvitation(db: Database, token: string): Promise<OpenInvitation | null> {
  const [found] = await withNames(db).where(and(eq(invitations.tokenHash, await hashOf(token)), open()))
  return found ?? null
}

async function isHere(tx: Database, { groupId, personId }: { groupId: string; personId: string }): Promise<boolean> {
  const theirs = and(eq(memberships.groupId, groupId), eq(memberships.personId, personId))
  return (await tx.$count(memberships, and(theirs, inForce(dayOf(new Date()))))) > 0
}

/** Of many who come with the same link at once, one gets in. The person is found or made once the link is taken. */
export async function accept<R extends RecordGroupEvent>(
  tx: Database,
  record: R,
  token: string,
  personFor: (tx: Database, email: string) => Promise<Person>,
  arrivals: DepartureConsequence<R>[],
): Promise<Person | null> {
  const [taken] = await tx
    .update(invitations)
    .set({ acceptedAt: sql`now()` })
    .where(and(eq(invitations.tokenHash, await hashOf(token)), open()))
    .returning()
  if (!taken) return null
  const person = await personFor(tx, taken.email)
  await tx.update(invitations).set({ acceptedById: person.id }).where(eq(invitations.id, taken.id))
  const { groupId, standing, endsOn, role } = taken
  const arrival = { groupId, personId: person.id, actorId: person.id }
  if (!(await isHere(tx, arrival))) for (const follow of arrivals) await follow(tx, record, arrival)
  await join(tx, record, { groupId, standing, endsOn, role, person, actorId: person.id })
  await revokeInvitationsTo(tx, groupId, taken.email)
  return person
}
