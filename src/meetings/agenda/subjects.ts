import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { meetings } from '../schema.ts'
import { isAheadIn } from '../standing.ts'
import type { ItemDraft } from './drafts.ts'
import { agendaItems, itemEndings } from './schema.ts'

type About = Pick<
  ItemDraft,
  'referralId' | 'proposalId' | 'wishId' | 'reportId' | 'deadlineId' | 'decisionId' | 'minutesOfId'
>

/** The one thing that an item is about; empty where it is about none that can be looked up. */
export const subjectOf = (item: About): string =>
  item.referralId ??
  item.proposalId ??
  item.wishId ??
  item.reportId ??
  item.deadlineId ??
  item.decisionId ??
  item.minutesOfId ??
  ''

/** What other meetings of this group that are still to come have on their agendas. */
export async function subjectsElsewhere(
  db: Database,
  { id, groupId }: { id: string; groupId: string },
): Promise<Set<string>> {
  const items = await db
    .select({ item: agendaItems })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .where(and(eq(agendaItems.groupId, groupId), ne(meetings.id, id), isNull(itemEndings.itemId), isAheadIn))
  return new Set(items.map(({ item }) => subjectOf(item)).filter((subject) => subject !== ''))
}
