import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { memberships, type Role, roleTerms } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import type { Decision } from './schema.ts'

/** As what each of the two stood for a decision; null for a member without a role. */
export type Signers = [first: Role | null, second: Role | null]

type Signed = Pick<Decision, 'groupId' | 'firstPersonId' | 'secondPersonId' | 'createdAt'>

/** Whoever has several is named by the one that stands first here. */
const order: Role[] = ['facilitator', 'lead', 'coordinator', 'minute_taker', 'delegate', 'publisher']

/** The roles that the two had when it was established, whatever they are by now (`DOMAIN.md 5.3`). */
export async function signersOf(db: Database, decision: Signed): Promise<Signers> {
  const { groupId, firstPersonId, secondPersonId, createdAt } = decision
  const held = await db
    .select({ personId: memberships.personId, role: roleTerms.role, endsOn: roleTerms.endsOn })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .where(
      and(
        ...[eq(roleTerms.groupId, groupId), lte(roleTerms.startsOn, dayOf(createdAt))],
        or(isNull(roleTerms.endedAt), gt(roleTerms.endedAt, createdAt)),
      ),
    )
  const then = held.filter(({ endsOn }) => endsOn === null || endsOn >= dayOf(createdAt))
  const as = (id: string) =>
    order.find((role) => then.some((term) => term.personId === id && term.role === role)) ?? null
  return [as(firstPersonId), as(secondPersonId)]
}
