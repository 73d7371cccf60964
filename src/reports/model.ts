import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { type Group, groups, mandates } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { addMonths } from '../web/days.ts'
import { type Report, reports } from './schema.ts'

/** A report with the group that it is about and who wrote it. */
export interface ReportEntry extends Report {
  group: Pick<Group, 'id' | 'name' | 'slug' | 'prefix' | 'state'>
  writtenBy: string
}

const group = { id: groups.id, name: groups.name, slug: groups.slug, prefix: groups.prefix, state: groups.state }

const entries = (db: Database) =>
  db
    .select({ report: reports, group, writtenBy: people.name })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .innerJoin(people, eq(people.id, reports.writtenById))
    .$dynamic()

const asEntry = ({ report, ...around }: Awaited<ReturnType<typeof entries>>[number]): ReportEntry => ({
  ...report,
  ...around,
})

const newest = [desc(reports.createdAt), desc(reports.id)]

/** Newest first; of one group, or of all. */
export async function allReports(db: Database, groupId?: string, limit = 200): Promise<ReportEntry[]> {
  const rows = await entries(db)
    .where(groupId ? eq(reports.groupId, groupId) : undefined)
    .orderBy(...newest)
    .limit(limit)
  return rows.map(asEntry)
}

export async function findReport(db: Database, id: string): Promise<ReportEntry | null> {
  const [row] = await entries(db).where(eq(reports.id, id))
  return row ? asEntry(row) : null
}

/** The last report of each group that has ever written one, by its id. */
export async function lastReports(db: Database): Promise<Map<string, Report>> {
  const rows = await db
    .selectDistinctOn([reports.groupId])
    .from(reports)
    .orderBy(reports.groupId, ...newest)
  return new Map(rows.map((report) => [report.groupId, report]))
}

/** What has come in since then, for the agenda of the circle; the oldest first. */
export async function reportsSince(db: Database, instant: Date): Promise<ReportEntry[]> {
  const rows = await entries(db).where(gte(reports.createdAt, instant)).orderBy(reports.createdAt, reports.id)
  return rows.map(asEntry)
}

export interface MissingReport {
  group: ReportEntry['group']
  /** The last day that the group has told the circle about; null when there was no report yet. */
  until: string | null
  /** The day by which the next one was due. */
  dueOn: string
}

const mandated = (db: Database) =>
  db
    .select({ group, validFrom: mandates.validFrom, months: mandates.reportMonths })
    .from(groups)
    .innerJoin(mandates, and(eq(mandates.groupId, groups.id), isNull(mandates.supersededAt)))
    .where(and(eq(groups.kind, 'working_group'), eq(groups.state, 'active')))
    .orderBy(byName(groups.name))

/** Active groups whose mandate asks for a report that has not come, by name. Its rhythm begins with the mandate. */
export async function groupsWithoutReport(db: Database, today: string): Promise<MissingReport[]> {
  const last = await lastReports(db)
  return (await mandated(db)).flatMap(({ group: one, validFrom, months }) => {
    const until = last.get(one.id)?.until ?? null
    const dueOn = addMonths(until ?? validFrom, months)
    return dueOn < today ? [{ group: one, until, dueOn }] : []
  })
}
