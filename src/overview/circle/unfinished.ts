import { and, asc, type Column, desc, eq, gte, lt, notExists, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
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

const idOf = (id: Column) => sql<string>`${id}`.as('decision_id')

/** Late tasks that come from decisions, counted in one go over all of them. */
const late = (db: Database, today: string) =>
  db
    .select({ id: idOf(tasks.originId), overdue: sql<number>`count(*)::int`.as('overdue') })
    .from(tasks)
    .where(and(eq(tasks.origin, 'decision'), eq(tasks.isOpen, true), lt(tasks.dueOn, today)))
    .groupBy(tasks.originId)

/** Adopted lately, and nobody has written down what follows; handing it to the circle is something that follows. */
const without = (db: Database, today: string) =>
  db
    .select({ id: idOf(decisions.id), overdue: sql<number>`0`.as('overdue') })
    .from(decisions)
    .where(
      and(
        gte(decisions.decidedOn, addDays(today, -asked)),
        notExists(db.select({ id: tasks.id }).from(tasks).where(eq(tasks.originId, decisions.id))),
        notExists(db.select({ id: referrals.id }).from(referrals).where(eq(referrals.decisionId, decisions.id))),
      ),
    )

/** None is in both: what has a late task has a task. Each kind is looked for where an index leads to it. */
function unfinished(db: Database, today: string, why: Why | undefined) {
  if (why) return { late, without }[why](db, today).as('unfinished')
  return unionAll(late(db, today), without(db, today)).as('unfinished')
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
  { why, groupId }: UnfinishedFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<SomeUnfinished> {
  const some = unfinished(db, today, why)
  const rows = await db
    .select({ id: decisions.id, overdue: some.overdue, count: onAllPages })
    .from(some)
    .innerJoin(decisions, eq(decisions.id, some.id))
    .where(and(stillHolds, groupId ? eq(decisions.groupId, groupId) : undefined))
    .orderBy(desc(some.overdue), asc(decisions.decidedOn), asc(decisions.id))
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
