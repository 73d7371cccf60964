import { and, asc, desc, eq, gte, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { type Document, documents } from '../documents/schema.ts'
import { type Group, groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { type CalendarDeadline, calendarDeadlines } from './schema.ts'

/** What is to be handed in, and who writes it. */
export type DeadlinePaper = Pick<Document, 'id' | 'title' | 'stage' | 'groupId'>

export interface DeadlineEntry extends CalendarDeadline {
  /** Who sees to it. */
  group: Group
  paper: DeadlinePaper | null
  settledBy: string | null
}

const settler = alias(people, 'settler')

const rows = (db: Database) =>
  db
    .select({
      deadline: calendarDeadlines,
      group: groups,
      paper: { id: documents.id, title: documents.title, stage: documents.stage, groupId: documents.groupId },
      settledBy: settler.name,
    })
    .from(calendarDeadlines)
    .innerJoin(groups, eq(groups.id, calendarDeadlines.groupId))
    .leftJoin(documents, eq(documents.id, calendarDeadlines.documentId))
    .leftJoin(settler, eq(settler.id, calendarDeadlines.settledById))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const entry = ({ deadline, ...rest }: Row): DeadlineEntry => ({ ...deadline, ...rest })

/** Of one group, or of the whole alliance for the circle and its agenda. */
const seenTo = (groupId: string | undefined) => groupId && eq(calendarDeadlines.groupId, groupId)

const isOpen = isNull(calendarDeadlines.settledAt)

const soonestFirst = [asc(calendarDeadlines.dueOn), asc(calendarDeadlines.createdAt), asc(calendarDeadlines.id)]

/** No alliance has more before it at once; what is shown is bounded whatever happens. */
const most = 50

interface Span {
  /** First day; without it also what has passed and nobody has settled. */
  from?: string
  /** Last day, included. */
  until: string
  groupId?: string
}

/** What is still to be met between two days, the nearest first. */
export async function deadlinesAhead(db: Database, { from, until, groupId }: Span): Promise<DeadlineEntry[]> {
  const within = and(lte(calendarDeadlines.dueOn, until), from ? gte(calendarDeadlines.dueOn, from) : undefined)
  const found = await rows(db)
    .where(and(isOpen, within, seenTo(groupId) || undefined))
    .orderBy(...soonestFirst)
    .limit(most)
  return found.map(entry)
}

interface Page {
  groupId?: string
  settled: boolean
  limit: number
  offset: number
}

/** Open ones the nearest first, settled ones the latest first. */
export async function deadlinesOn(db: Database, { groupId, settled, limit, offset }: Page): Promise<DeadlineEntry[]> {
  const order: SQL[] = settled ? [desc(calendarDeadlines.settledAt), asc(calendarDeadlines.id)] : soonestFirst
  const found = await rows(db)
    .where(and(settled ? isNotNull(calendarDeadlines.settledAt) : isOpen, seenTo(groupId) || undefined))
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  return found.map(entry)
}

/** The circle looks after all of them, a group after its own. */
export async function findDeadline(
  db: Database,
  { id: groupId, kind }: Pick<Group, 'id' | 'kind'>,
  id: string,
): Promise<DeadlineEntry | null> {
  const mine = kind === 'circle' ? undefined : eq(calendarDeadlines.groupId, groupId)
  const [found] = await rows(db).where(and(eq(calendarDeadlines.id, id), mine))
  return found ? entry(found) : null
}
