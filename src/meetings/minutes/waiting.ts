import { and, asc, eq, inArray, ne, notExists, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { meetingCitation } from '../citation.ts'
import { meetings } from '../schema.ts'
import { minutesCirculations, minutesObjectionRulings, minutesObjections, minutesObjectionViews } from './schema.ts'

/** An objection on which one of the two who sign has not said anything yet. */
export interface AwaitedAnswer {
  id: string
  meetingId: string
  groupId: string
  /** As in KK-06. */
  cited: string
  raisedBy: string
  createdAt: Date
}

/** What this person is asked about minutes of these groups; asked for over all of them at once. */
export async function answersAwaited(db: Database, personId: string, groupIds: string[]): Promise<AwaitedAnswer[]> {
  if (groupIds.length === 0) return []
  const said = db
    .select({ id: minutesObjectionViews.objectionId })
    .from(minutesObjectionViews)
    .where(
      and(eq(minutesObjectionViews.objectionId, minutesObjections.id), eq(minutesObjectionViews.personId, personId)),
    )
  const ruled = db
    .select({ id: minutesObjectionRulings.objectionId })
    .from(minutesObjectionRulings)
    .where(eq(minutesObjectionRulings.objectionId, minutesObjections.id))
  const { id, meetingId, createdAt, raisedById } = minutesObjections
  const found = await db
    .select({
      ...{ id, meetingId, createdAt, raisedBy: people.name },
      ...{ groupId: meetings.groupId, number: meetings.number, prefix: groups.prefix },
    })
    .from(minutesObjections)
    .innerJoin(minutesCirculations, eq(minutesCirculations.id, minutesObjections.circulationId))
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(people, eq(people.id, raisedById))
    .where(
      and(
        inArray(meetings.groupId, groupIds),
        or(eq(minutesCirculations.minuteTakerId, personId), eq(minutesCirculations.facilitatorId, personId)),
        ...[ne(raisedById, personId), notExists(said), notExists(ruled)],
      ),
    )
    .orderBy(asc(createdAt))
  return found.map(({ number, prefix, ...one }) => ({ ...one, cited: meetingCitation(prefix, number) }))
}
