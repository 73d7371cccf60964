import { type DeadlineEntry, deadlinesAhead } from '../../calendar/deadlines.ts'
import type { Database } from '../../db/database.ts'
import type { DecisionEntry } from '../../decisions/register/log.ts'
import type { Group } from '../../groups/schema.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { type Exceptions, exceptionsOf } from './exceptions.ts'
import { type Glance, glances } from './glances.ts'
import { type Health, healthOf } from './health.ts'
import { reviewsDue } from './reviews.ts'
import { type SomeUnfinished, unfinishedDecisions } from './unfinished.ts'

/** What only the circle looks after: what comes from outside, what became of decisions, how the groups are. */
export interface CircleView {
  deadlines: DeadlineEntry[]
  unfinished: SomeUnfinished
  reviews: DecisionEntry[]
  glances: Glance[]
  health: Health
  exceptions: Exceptions
}

/** Six weeks for what comes from outside, thirty days for review dates (`DOMAIN.md 5.1`). */
export const daysAhead = { deadlines: 42, reviews: 30 }

const shown = { unfinished: 6, reviews: 6 }

async function groupsAndHealth(db: Database, now: Date) {
  const all = await glances(db, now)
  return { glances: all, health: await healthOf(db, all, now, dayOf(now)) }
}

/** Asked for all at once; none of it once per row. */
export async function circleView(db: Database, { id }: Pick<Group, 'id'>, now: Date): Promise<CircleView> {
  const today = dayOf(now)
  const [deadlines, unfinished, reviews, groups, exceptions] = await Promise.all([
    deadlinesAhead(db, { until: addDays(today, daysAhead.deadlines) }),
    unfinishedDecisions(db, today, {}, { limit: shown.unfinished }),
    reviewsDue(db, addDays(today, daysAhead.reviews), { limit: shown.reviews + 1 }),
    groupsAndHealth(db, now),
    exceptionsOf(db, id, now),
  ])
  return { deadlines, unfinished, reviews, ...groups, exceptions }
}
