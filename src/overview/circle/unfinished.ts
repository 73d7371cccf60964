import { and, asc, desc, eq, gte, lt, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type DecisionEntry, decisionsAmong } from '../../decisions/register/log.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { stillHolds } from '../../decisions/register/standing.ts'
import { referrals } from '../../referrals/schema.ts'
import { tasks } from '../../tasks/schema.ts'
import { addDays } from '../../web/days.ts'

/** A decision nobody has written a task for, or one whose tasks are late. */
export interface Unfinished {
  decision: DecisionEntry
  overdue: number
}

/** `late`: a task is overdue. `without`: nobody has written down what follows. */
export type Why = 'late' | 'without'

export interface UnfinishedFilter {
  why?: Why
  groupId?: string
}

/** How long a decision without a task is asked about. */
const asked = 60

/** Late tasks that come from decisions, counted in one go over all of them. */
const lateTasks = (db: Database, today: string) =>
  db
    .select({ decisionId: tasks.originId, overdue: sql<number>`count(*)::int`.as('overdue') })
    .from(tasks)
    .where(and(eq(tasks.origin, 'decision'), eq(tasks.isOpen, true), lt(tasks.dueOn, today)))
    .groupBy(tasks.originId)
    .as('late')

/** Adopted lately, and nobody has written down what follows; handing it to the circle is something that follows. */
const isWithoutTask = (db: Database, today: string): SQL | undefined =>
  and(
    gte(decisions.decidedOn, addDays(today, -asked)),
    notExists(db.select({ id: tasks.id }).from(tasks).where(eq(tasks.originId, decisions.id))),
    notExists(db.select({ id: referrals.id }).from(referrals).where(eq(referrals.decisionId, decisions.id))),
  )

function unfinished(db: Database, today: string, { why, groupId }: UnfinishedFilter) {
  const late = lateTasks(db, today)
  const isLate = sql`${late.overdue} is not null`
  const reasons = { late: isLate, without: isWithoutTask(db, today) }
  const because = why ? reasons[why] : or(isLate, reasons.without)
  const inGroup = groupId ? eq(decisions.groupId, groupId) : undefined
  return { late, which: and(because, inGroup, stillHolds) }
}

const onAllPages = sql<number>`(count(*) over ())::int`

export interface SomeUnfinished {
  entries: Unfinished[]
  /** On all pages. */
  count: number
}

/** One stretch of them: the most overdue on top, then the oldest. */
export async function unfinishedDecisions(
  db: Database,
  today: string,
  filter: UnfinishedFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<SomeUnfinished> {
  const { late, which } = unfinished(db, today, filter)
  const rows = await db
    .select({ id: decisions.id, overdue: sql<number>`coalesce(${late.overdue}, 0)`, count: onAllPages })
    .from(decisions)
    .leftJoin(late, eq(late.decisionId, decisions.id))
    .where(which)
    .orderBy(sql`${desc(late.overdue)} nulls last`, asc(decisions.decidedOn), asc(decisions.id))
    .limit(limit)
    .offset(offset)
  const known = await decisionsAmong(
    db,
    rows.map(({ id }) => id),
  )
  const entries = rows.flatMap(({ id, overdue }) =>
    known.filter((decision) => decision.id === id).map((decision) => ({ decision, overdue })),
  )
  return { entries, count: rows[0]?.count ?? 0 }
}
