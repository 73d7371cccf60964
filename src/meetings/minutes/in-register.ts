import { inArray } from 'drizzle-orm'
import type { MinutesOf } from '../../decisions/register/minutes.ts'
import { paths } from '../../paths.ts'
import { agendaItems } from '../agenda/schema.ts'
import { meetingEntries } from '../model.ts'
import { meetings } from '../schema.ts'
import { itemsBehind } from './decided.ts'
import { minutesState } from './model.ts'
import { minutesHeadings, minutesLinks } from './schema.ts'
import { isSettled } from './state.ts'

/** What the register shows of minutes: where a decision was taken, and whether that is contested (`DOMAIN.md 3.7`). */
export const decisionsInMinutes: MinutesOf = async (db, decisionIds) => {
  const behind = await itemsBehind(db, decisionIds)
  if (behind.length === 0) return new Map()
  const itemIds = behind.map(({ itemId }) => itemId)
  const items = await db.select().from(agendaItems).where(inArray(agendaItems.id, itemIds))
  const headings = await db.select().from(minutesHeadings).where(inArray(minutesHeadings.itemId, itemIds))
  const lines = await db.select().from(minutesLinks).where(inArray(minutesLinks.itemId, itemIds))
  const meetingIds = [...new Set(items.map(({ meetingId }) => meetingId))]
  const held = await meetingEntries(db, inArray(meetings.id, meetingIds))
  const states = await minutesState(db, meetingIds)
  return new Map(
    behind.flatMap(({ itemId, decisionId, recordId }) => {
      const meeting = held.find(({ id }) => id === items.find((item) => item.id === itemId)?.meetingId)
      const minutes = meeting && states.get(meeting.id)
      if (!meeting || !minutes || minutes.state === 'none') return []
      const isContested = minutes.objections.some((one) => one.itemId === itemId && !isSettled(one.state))
      const quote = lines.find((line) => recordId !== null && line.recordId === recordId)?.quote ?? null
      const entry = {
        ...{ meeting: meeting.cited, isContested, quote },
        number: headings.find((heading) => heading.itemId === itemId)?.number ?? null,
        href: paths.minutesLine(meeting.group, meeting, { id: itemId }),
        approvedHref: minutes.state === 'approved' ? paths.approvedMinutes(meeting) : null,
      }
      return [[decisionId, entry] as const]
    }),
  )
}
