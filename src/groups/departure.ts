import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Actor } from './actor.ts'
import { isKeptWithout } from './keeping.ts'
import { type PersonIn, peopleIn } from './people.ts'
import type { RecordGroupEvent } from './recording.ts'
import { revokeInvitationsOf } from './revoking.ts'
import { lockGroup } from './roles.ts'
import { type Membership, memberships, roleTerms } from './schema.ts'

/** What higher floors must put in order when somebody leaves a group: same transaction (`DOMAIN.md 3.8`). */
export type DepartureConsequence<R extends RecordGroupEvent = RecordGroupEvent> = (
  tx: Database,
  record: R,
  departure: { groupId: string; personId: string; actorId: string },
) => Promise<void>

/** Ends a membership and its roles; false when it had ended already. */
export async function endMembership(tx: Database, membership: Pick<Membership, 'id'>): Promise<boolean> {
  const ended = await tx
    .update(memberships)
    .set({ endedAt: sql`now()` })
    .where(and(eq(memberships.id, membership.id), isNull(memberships.endedAt)))
    .returning({ id: memberships.id })
  await tx
    .update(roleTerms)
    .set({ endedAt: sql`now()` })
    .where(and(eq(roleTerms.membershipId, membership.id), isNull(roleTerms.endedAt)))
  return ended.length > 0
}

/** False when nobody would be left to look after the group: then nothing has changed. */
export async function depart<R extends RecordGroupEvent>(
  tx: Database,
  record: R,
  actor: Actor,
  target: PersonIn,
  consequences: DepartureConsequence<R>[],
): Promise<boolean> {
  const { id: groupId } = actor.group
  await lockGroup(tx, groupId)
  if (!isKeptWithout(actor.group, await peopleIn(tx, groupId), target.membership.id)) return false
  if (!(await endMembership(tx, target.membership))) return true
  const { id: personId, name } = target.person
  await record({ kind: 'member.left', groupId, actorId: actor.person.id, subjectId: personId, facts: { name } })
  await revokeInvitationsOf(tx, groupId, personId)
  for (const follow of consequences) await follow(tx, record, { groupId, personId, actorId: actor.person.id })
  return true
}

/** A guest's last day, Europe/Berlin, included. */
export async function setLastDay(tx: Database, membership: Membership, endsOn: string): Promise<void> {
  await tx
    .update(memberships)
    .set({ endsOn })
    .where(and(eq(memberships.id, membership.id), eq(memberships.standing, 'guest'), isNull(memberships.endedAt)))
}
