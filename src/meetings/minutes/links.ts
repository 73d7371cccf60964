import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { records } from '../../decisions/records/schema.ts'
import { citation } from '../../decisions/register/citation.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { groups } from '../../groups/schema.ts'
import { taskEndings, tasks } from '../../tasks/schema.ts'
import { meetingCitation } from '../citation.ts'
import { meetings } from '../schema.ts'
import { type MinutesLink, minutesHeadings, minutesLinks } from './schema.ts'

/** A line with what it became. */
export interface LinkEntry extends MinutesLink {
  title: string
  /** Number of the decision, once a second person has confirmed it. */
  cited: string | null
  /** Of a task. */
  isDone: boolean
}

/** Everything that lines of these minutes became; what was taken back before it was confirmed is not among it. */
export async function linksIn(db: Database, meetingIds: string[]): Promise<LinkEntry[]> {
  const found = await db
    .select({
      link: minutesLinks,
      record: records.title,
      task: tasks.title,
      ended: taskEndings.kind,
      decision: { year: decisions.year, number: decisions.number },
      prefix: groups.prefix,
    })
    .from(minutesLinks)
    .innerJoin(meetings, eq(meetings.id, minutesLinks.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(records, eq(records.id, minutesLinks.recordId))
    .leftJoin(decisions, eq(decisions.recordId, minutesLinks.recordId))
    .leftJoin(tasks, eq(tasks.id, minutesLinks.taskId))
    .leftJoin(taskEndings, eq(taskEndings.taskId, minutesLinks.taskId))
    .where(and(inArray(minutesLinks.meetingId, meetingIds), isNull(records.discardedAt)))
    .orderBy(asc(minutesLinks.createdAt))
  return found.map(({ link, record, task, ended, decision, prefix }) => ({
    ...link,
    title: record ?? task ?? '',
    cited: decision && citation(prefix, decision.year, decision.number),
    isDone: ended !== null,
  }))
}

/** Where something came from: the line, the item and the meeting. */
export interface LineSource {
  quote: string
  meetingId: string
  /** As in KK-07. */
  cited: string
  /** Of the item in the minutes. */
  number: number | null
  slug: string
}

/** Id of a record or a task → the line that it came from. */
export async function sourcesOf(db: Database, ids: string[]): Promise<Map<string, LineSource>> {
  if (ids.length === 0) return new Map()
  const targetId = sql<string>`coalesce(${minutesLinks.recordId}, ${minutesLinks.taskId})`
  const found = await db
    .select({
      ...{ targetId, quote: minutesLinks.quote, meetingId: minutesLinks.meetingId, number: minutesHeadings.number },
      ...{ meeting: meetings.number, prefix: groups.prefix, slug: groups.slug },
    })
    .from(minutesLinks)
    .innerJoin(meetings, eq(meetings.id, minutesLinks.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(minutesHeadings, eq(minutesHeadings.itemId, minutesLinks.itemId))
    .where(or(inArray(minutesLinks.recordId, ids), inArray(minutesLinks.taskId, ids)))
  return new Map(
    found.map(({ targetId: id, meeting, prefix, ...source }) => [
      id,
      { ...source, cited: meetingCitation(prefix, meeting) },
    ]),
  )
}
