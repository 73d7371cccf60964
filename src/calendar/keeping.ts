import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import type { DeadlineEntry } from './deadlines.ts'
import { type CalendarDeadline, calendarDeadlines } from './schema.ts'

export type DeadlineDraft = Pick<
  CalendarDeadline,
  'title' | 'kind' | 'counterpart' | 'dueOn' | 'groupId' | 'documentId'
>

/** Through which group somebody acts: what the circle writes down for a group is told there and here. */
interface By {
  actorId: string
  actingIn: string
}

type Told = Pick<CalendarDeadline, 'id' | 'groupId' | 'title'>

const told = ({ id: subjectId, groupId, title }: Told, { actorId, actingIn }: By) => ({
  ...{ groupId, actorId, subjectId },
  alsoForId: actingIn === groupId ? null : actingIn,
  facts: { title },
})

export async function addDeadline(
  tx: Database,
  record: RecordEvent,
  draft: DeadlineDraft,
  by: By,
): Promise<CalendarDeadline> {
  const [added] = await tx
    .insert(calendarDeadlines)
    .values({ ...draft, createdById: by.actorId })
    .returning()
  if (!added) throw new Error('A deadline was not written down')
  await record({ kind: 'deadline.added', ...told(added, by) })
  return added
}

/** What is settled stays as it was. Says whether it was still open. */
export async function changeDeadline(
  tx: Database,
  record: RecordEvent,
  { id }: Pick<DeadlineEntry, 'id'>,
  draft: DeadlineDraft,
  by: By,
): Promise<boolean> {
  const [changed] = await tx
    .update(calendarDeadlines)
    .set(draft)
    .where(and(eq(calendarDeadlines.id, id), isNull(calendarDeadlines.settledAt)))
    .returning()
  if (!changed) return false
  await record({ kind: 'deadline.changed', ...told(changed, by) })
  return true
}

/** Met, or not ours any more, with a word on it. Whoever comes second finds it settled. */
export async function settleDeadline(
  tx: Database,
  record: RecordEvent,
  { id }: Pick<DeadlineEntry, 'id'>,
  outcome: string,
  by: By,
): Promise<boolean> {
  const [settled] = await tx
    .update(calendarDeadlines)
    .set({ settledAt: sql`now()`, settledById: by.actorId, outcome })
    .where(and(eq(calendarDeadlines.id, id), isNull(calendarDeadlines.settledAt)))
    .returning()
  if (!settled) return false
  await record({ kind: 'deadline.settled', ...told(settled, by) })
  return true
}
