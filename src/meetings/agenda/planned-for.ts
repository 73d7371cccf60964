import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { groups } from '../../groups/schema.ts'
import { paths } from '../../paths.ts'
import type { Planned, PlannedFor } from '../../referrals/planned.ts'
import { meetingCitation } from '../citation.ts'
import { meetings } from '../schema.ts'
import { isAheadIn } from '../standing.ts'
import { agendaItems, itemEndings } from './schema.ts'

/**
 * When a meeting talks about these referrals. Both groups read it, so that it leads to where everybody of the alliance
 * sees when groups meet; what else is on the agenda stays with those who meet.
 */
export const plannedFor: PlannedFor = async (db, referralIds) => {
  const rows = await db
    .select({ referralId: agendaItems.referralId, meeting: meetings, prefix: groups.prefix })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .where(and(inArray(agendaItems.referralId, referralIds), isNull(itemEndings.itemId), isAheadIn))
    .orderBy(desc(meetings.startsAt))
  return new Map(
    rows.map(({ referralId, meeting, prefix }): [string, Planned] => {
      const label = meetingCitation(prefix, meeting.number)
      return [referralId ?? '', { label, href: `${paths.allMeetings()}#${label}`, startsAt: meeting.startsAt }]
    }),
  )
}
