import { and, asc, eq, exists, inArray, isNull, ne, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { standingSeatHolders, standingSeats } from '../../decisions/seats/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { linking } from '../../groups/links.ts'
import { findPersonIn } from '../../groups/people.ts'
import { type Group, groups, memberships, roleTerms } from '../../groups/schema.ts'
import { leave } from '../leaving/handing-over.ts'

const elsewhere = alias(memberships, 'elsewhere')

/** Roles by which somebody links a group with the circle, in this group or in others that go on. */
const links = (tx: Database, where: ReturnType<typeof eq>) =>
  tx
    .select({ id: roleTerms.id })
    .from(roleTerms)
    .innerJoin(elsewhere, eq(elsewhere.id, roleTerms.membershipId))
    .innerJoin(groups, eq(groups.id, roleTerms.groupId))
    .where(
      and(
        eq(elsewhere.personId, memberships.personId),
        inArray(roleTerms.role, linking),
        ...[isNull(roleTerms.endedAt), ne(groups.state, 'dissolved'), where],
      ),
    )

const ownRole = (tx: Database) =>
  tx
    .select({ id: roleTerms.id })
    .from(roleTerms)
    .where(and(eq(roleTerms.membershipId, memberships.id), isNull(roleTerms.endedAt)))

const seatForAnOrganisation = (tx: Database) =>
  tx
    .select({ id: standingSeatHolders.id })
    .from(standingSeatHolders)
    .innerJoin(standingSeats, eq(standingSeats.id, standingSeatHolders.seatId))
    .where(
      and(
        ...[eq(standingSeats.groupId, memberships.groupId), eq(standingSeatHolders.personId, memberships.personId)],
        ...[isNull(standingSeats.endedAt), isNull(standingSeatHolders.endedAt)],
      ),
    )

/** Who belongs to the circle for nothing but this group: no role of their own there, no other group, no organisation. */
export async function sittingFor(tx: Database, groupId: string): Promise<{ id: string; circle: Group }[]> {
  const rows = await tx
    .select({ id: memberships.id, circleId: memberships.groupId })
    .from(memberships)
    .where(
      and(
        inArray(memberships.groupId, tx.select({ id: groups.id }).from(groups).where(eq(groups.kind, 'circle'))),
        ...[eq(memberships.standing, 'member'), isNull(memberships.endedAt)],
        exists(links(tx, eq(roleTerms.groupId, groupId))),
        notExists(links(tx, ne(roleTerms.groupId, groupId))),
        ...[notExists(ownRole(tx)), notExists(seatForAnOrganisation(tx))],
      ),
    )
    .orderBy(asc(memberships.id))
  const [circle] = await tx.select().from(groups).where(eq(groups.kind, 'circle'))
  return rows.flatMap(({ id }) => (circle ? [{ id, circle }] : []))
}

interface Leaving {
  actor: Actor
  consequences: DepartureConsequence<RecordEvent>[]
}

/** Their place in the circle was given by the group and ends with it; what they held there is nobody's until somebody takes it. */
export async function endSitting(
  tx: Database,
  record: RecordEvent,
  sitting: { id: string; circle: Group }[],
  { actor, consequences }: Leaving,
): Promise<void> {
  for (const { id, circle } of sitting) {
    const target = await findPersonIn(tx, circle.id, id)
    const inCircle: Actor = { ...actor, group: circle }
    const wish = { successorId: null, givenBy: '' }
    if (target) await leave(tx, record, { actor: inCircle, target, wish, consequences })
  }
}
