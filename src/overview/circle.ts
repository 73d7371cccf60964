import { and, eq, gte, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type DecisionEntry, decisionLog } from '../decisions/register/log.ts'
import { decisions } from '../decisions/schema.ts'
import { documents } from '../documents/schema.ts'
import { allGroups, type GroupInBrief } from '../groups/register.ts'
import type { Group } from '../groups/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { inbox, returnedBy } from '../referrals/model.ts'
import { referrals } from '../referrals/schema.ts'
import { taskEndings, tasks } from '../tasks/schema.ts'
import { addDays, dayOf } from '../web/days.ts'
import { lastActivity } from './news.ts'

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
  inbox: ReferralEntry[]
  returned: ReferralEntry[]
  unfinished: Unfinished[]
  glances: Glance[]
}

const countsByGroup = (rows: { groupId: string; count: number }[]) =>
  new Map(rows.map(({ groupId, count }) => [groupId, count]))

const count = sql<number>`count(*)::int`

const openTasks = async (db: Database, today?: string) =>
  countsByGroup(
    await db
      .select({ groupId: tasks.groupId, count })
      .from(tasks)
      .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
      .where(and(isNull(taskEndings.taskId), today === undefined ? undefined : lt(tasks.dueOn, today)))
      .groupBy(tasks.groupId),
  )

const drafts = async (db: Database) =>
  countsByGroup(
    await db
      .select({ groupId: documents.groupId, count })
      .from(documents)
      .where(eq(documents.stage, 'draft'))
      .groupBy(documents.groupId),
  )

/** Lead and delegate, two different people (`DOMAIN.md 2.1`). */
const linksOf = ({ leads, delegates }: GroupInBrief) => Math.min(2, new Set([...leads, ...delegates]).size)

async function glances(db: Database, now: Date): Promise<Glance[]> {
  const groups = (await allGroups(db, now)).filter(
    ({ group }) => group.kind === 'working_group' && group.state !== 'dissolved',
  )
  const [active, open, overdue, writing] = await Promise.all([
    lastActivity(
      db,
      groups.map(({ group }) => group.id),
    ),
    openTasks(db),
    openTasks(db, dayOf(now)),
    drafts(db),
  ])
  return groups.map((brief) => ({
    ...brief,
    lastActive: active.get(brief.group.id) ?? null,
    openTasks: open.get(brief.group.id) ?? 0,
    overdueTasks: overdue.get(brief.group.id) ?? 0,
    drafts: writing.get(brief.group.id) ?? 0,
    links: linksOf(brief),
  }))
}

/** How many tasks of each decision are late. */
const overdueByDecision = async (db: Database, today: string) =>
  new Map(
    (
      await db
        .select({ id: tasks.originId, count })
        .from(tasks)
        .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
        .where(and(eq(tasks.origin, 'decision'), isNull(taskEndings.taskId), lt(tasks.dueOn, today)))
        .groupBy(tasks.originId)
    ).map(({ id, count }) => [id, count]),
  )

/** How long a decision without a task is asked about. */
const asked = 60

/** Adopted lately, and nobody has written down what follows; handing it to the circle is something that follows. */
async function withoutTask(db: Database, today: string): Promise<string[]> {
  const rows = await db
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.outcome, 'adopted'),
        gte(decisions.decidedOn, addDays(today, -asked)),
        notExists(db.select({ id: tasks.id }).from(tasks).where(eq(tasks.originId, decisions.id))),
        notExists(db.select({ id: referrals.id }).from(referrals).where(eq(referrals.decisionId, decisions.id))),
      ),
    )
  return rows.map(({ id }) => id)
}

async function unfinished(db: Database, now: Date): Promise<Unfinished[]> {
  const today = dayOf(now)
  const [overdue, missing] = await Promise.all([overdueByDecision(db, today), withoutTask(db, today)])
  const adopted = await decisionLog(db, { outcome: 'adopted' })
  return adopted
    .filter(({ id }) => overdue.has(id) || missing.includes(id))
    .map((decision) => ({ decision, overdue: overdue.get(decision.id) ?? 0 }))
    .sort((a, b) => b.overdue - a.overdue)
}

/** What only the circle looks after: what came in, what went back, what became of decisions, how the groups are. */
export async function circleView(db: Database, { id }: Pick<Group, 'id'>, now: Date): Promise<CircleView> {
  const [waiting, returned, open, groups] = await Promise.all([
    inbox(db, id),
    returnedBy(db, id),
    unfinished(db, now),
    glances(db, now),
  ])
  return { inbox: waiting, returned, unfinished: open, glances: groups }
}
