import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { documentGuests } from '../schema.ts'

export interface Reader {
  id: string
  name: string
}

/** Who may read the text today: the members, and the guests who were invited to it. Nobody else can be called. */
export const readersOf = (
  db: Database,
  { id, groupId }: { id: string; groupId: string },
  now = new Date(),
): Promise<Reader[]> => {
  const invited = and(eq(documentGuests.documentId, id), eq(documentGuests.personId, memberships.personId))
  return db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .leftJoin(documentGuests, invited)
    .where(
      and(
        eq(memberships.groupId, groupId),
        inForce(dayOf(now)),
        or(eq(memberships.standing, 'member'), isNotNull(documentGuests.personId)),
      ),
    )
    .orderBy(byName(people.name))
}

/** Who sees what was sent from one group to another: the members of both. */
export async function membersOfBoth(db: Database, groupIds: string[], now = new Date()): Promise<Reader[]> {
  const belonging = and(inArray(memberships.groupId, groupIds), eq(memberships.standing, 'member'), inForce(dayOf(now)))
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(belonging)
}
