import { and, desc, eq, sql } from 'drizzle-orm'
import { events } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import { documents } from '../../documents/schema.ts'
import { allGroups, type GroupInBrief } from '../../groups/register.ts'
import { groups as groupRows } from '../../groups/schema.ts'
import { lastReports } from '../../reports/model.ts'
import { tasks } from '../../tasks/schema.ts'
import { dayOf } from '../../web/days.ts'

/** A group as the circle sees it: numbers and dates, no content (`DOMAIN.md 5.1`). */
export interface Glance extends GroupInBrief {
  lastActive: Date | null
  openTasks: number
  overdueTasks: number
  drafts: number
  inReview: number
  /** Until when its last report to the circle goes. */
  lastReport: string | null
}

/** Numbers grow with time, and there is an index on them. */
const lastActivity = (db: Database) =>
  db
    .select({ at: events.createdAt })
    .from(events)
    .where(eq(events.groupId, groupRows.id))
    .orderBy(desc(events.seq))
    .limit(1)

const activity = (db: Database) =>
  db.select({ id: groupRows.id, at: sql<Date | null>`(${lastActivity(db)})`.mapWith(events.createdAt) }).from(groupRows)

const openTasks = (db: Database, today: string) =>
  db
    .select({
      id: tasks.groupId,
      open: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${tasks.dueOn} < ${today}))::int`,
    })
    .from(tasks)
    .where(eq(tasks.isOpen, true))
    .groupBy(tasks.groupId)

const inStage = (stage: 'draft' | 'in_review') =>
  sql<number>`(count(*) filter (where ${documents.stage} = ${stage}))::int`

const papers = (db: Database) =>
  db
    .select({ id: documents.groupId, drafts: inStage('draft'), inReview: inStage('in_review') })
    .from(documents)
    .where(and(eq(documents.isTemplate, false), sql`${documents.stage} in ('draft', 'in_review')`))
    .groupBy(documents.groupId)

const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))

/** All working groups in numbers, each kind of number asked for once. */
export async function glances(db: Database, now: Date): Promise<Glance[]> {
  const [all, active, todo, written, reports] = await Promise.all([
    allGroups(db, now),
    activity(db).then(byId),
    openTasks(db, dayOf(now)).then(byId),
    papers(db).then(byId),
    lastReports(db),
  ])
  return all
    .filter(({ group }) => group.kind === 'working_group' && group.state !== 'dissolved')
    .map((brief) => ({
      ...brief,
      lastActive: active.get(brief.group.id)?.at ?? null,
      openTasks: todo.get(brief.group.id)?.open ?? 0,
      overdueTasks: todo.get(brief.group.id)?.overdue ?? 0,
      drafts: written.get(brief.group.id)?.drafts ?? 0,
      inReview: written.get(brief.group.id)?.inReview ?? 0,
      lastReport: reports.get(brief.group.id)?.until ?? null,
    }))
}
