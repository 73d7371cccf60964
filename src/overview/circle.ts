import { and, eq, gt, gte, isNull, lt, max, notExists, or, type SQL, sql } from 'drizzle-orm'
import { events } from '../activity/schema.ts'
import type { Database } from '../db/database.ts'
import { type DecisionEntry, decisionsAmong } from '../decisions/register/log.ts'
import { decisions } from '../decisions/register/schema.ts'
import { holds } from '../decisions/register/standing.ts'
import { documents } from '../documents/schema.ts'
import { allGroups, type GroupInBrief } from '../groups/register.ts'
import { groups as groupRows } from '../groups/schema.ts'
import { referrals } from '../referrals/schema.ts'
import { taskEndings, tasks } from '../tasks/schema.ts'
import { addDays, dayOf } from '../web/days.ts'

/** A group as the circle sees it: numbers and dates, no content (`DOMAIN.md 5.1`). */
export interface Glance extends GroupInBrief {
  lastActive: Date | null
  openTasks: number
  overdueTasks: number
  drafts: number
  /** Of the two people who link the group with the circle. */
  links: number
}

/** A decision nobody has written a task for, or one whose tasks are late. */
export interface Unfinished {
  decision: DecisionEntry
  overdue: number
}

export interface CircleView {
  unfinished: Unfinished[]
  glances: Glance[]
}

const count = sql<number>`count(*)::int`

const lastActivity = (db: Database) =>
  db
    .select({ at: max(events.createdAt) })
    .from(events)
    .where(eq(events.groupId, groupRows.id))

/** Their tasks and drafts in numbers, all groups in one query. */
async function numbersOf(db: Database, today: string) {
  const open = (late?: SQL) =>
    db
      .select({ count })
      .from(tasks)
      .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
      .where(and(eq(tasks.groupId, groupRows.id), isNull(taskEndings.taskId), late))
  const rows = await db
    .select({
      id: groupRows.id,
      lastActive: sql<Date | null>`(${lastActivity(db)})`.mapWith(events.createdAt),
      openTasks: sql<number>`(${open()})`,
      overdueTasks: sql<number>`(${open(lt(tasks.dueOn, today))})`,
      drafts: db.$count(documents, and(eq(documents.groupId, groupRows.id), eq(documents.stage, 'draft'))),
    })
    .from(groupRows)
  return new Map(rows.map(({ id, ...numbers }) => [id, numbers]))
}

const nothing = { lastActive: null, openTasks: 0, overdueTasks: 0, drafts: 0 }

/** Lead and delegate, two different people (`DOMAIN.md 2.1`). */
const linksOf = ({ leads, delegates }: GroupInBrief) => Math.min(2, new Set([...leads, ...delegates]).size)

async function glances(db: Database, now: Date): Promise<Glance[]> {
  const groups = (await allGroups(db, now)).filter(
    ({ group }) => group.kind === 'working_group' && group.state !== 'dissolved',
  )
  const numbers = await numbersOf(db, dayOf(now))
  return groups.map((brief) => ({
    ...brief,
    ...(numbers.get(brief.group.id) ?? nothing),
    links: linksOf(brief),
  }))
}

/** How long a decision without a task is asked about. */
const asked = 60

const lateTasks = (db: Database, today: string) =>
  db
    .select({ count })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .where(
      and(
        eq(tasks.originId, decisions.id),
        eq(tasks.origin, 'decision'),
        isNull(taskEndings.taskId),
        lt(tasks.dueOn, today),
      ),
    )

/** Adopted lately, and nobody has written down what follows; handing it to the circle is something that follows. */
const isWithoutTask = (db: Database, today: string) =>
  and(
    gte(decisions.decidedOn, addDays(today, -asked)),
    notExists(db.select({ id: tasks.id }).from(tasks).where(eq(tasks.originId, decisions.id))),
    notExists(db.select({ id: referrals.id }).from(referrals).where(eq(referrals.decisionId, decisions.id))),
  )

async function unfinished(db: Database, now: Date): Promise<Unfinished[]> {
  const today = dayOf(now)
  const late = sql<number>`(${lateTasks(db, today)})`
  const rows = await db
    .select({ id: decisions.id, overdue: late })
    .from(decisions)
    .where(and(eq(decisions.outcome, 'adopted'), or(gt(late, 0), isWithoutTask(db, today))))
  const overdue = new Map(rows.map((row) => [row.id, row.overdue]))
  const open = (await decisionsAmong(db, [...overdue.keys()])).filter(holds)
  return open
    .map((decision) => ({ decision, overdue: overdue.get(decision.id) ?? 0 }))
    .sort((a, b) => b.overdue - a.overdue)
}

/** What only the circle looks after: what became of decisions, how the groups are. */
export async function circleView(db: Database, now: Date): Promise<CircleView> {
  const [open, groups] = await Promise.all([unfinished(db, now), glances(db, now)])
  return { unfinished: open, glances: groups }
}
