import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { taskEndings, tasks } from '../../tasks/schema.ts'

/** How far what was decided has been carried out. */
export interface CarriedOut {
  open: number
  late: number
  done: number
}

const isOpen = sql`${taskEndings.taskId} is null`
const isLate = sql`${isOpen} and ${tasks.dueOn} < (now() at time zone 'Europe/Berlin')::date`

/** Decision id → its tasks in numbers, for those that have any. */
export async function carriedOut(db: Database, decisionIds: string[]): Promise<Map<string, CarriedOut>> {
  if (decisionIds.length === 0) return new Map()
  const found = await db
    .select({
      id: tasks.originId,
      open: sql<number>`count(*) filter (where ${isOpen})::int`,
      late: sql<number>`count(*) filter (where ${isLate})::int`,
      done: sql<number>`count(*) filter (where ${taskEndings.kind} = 'done')::int`,
    })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .where(inArray(tasks.originId, decisionIds))
    .groupBy(tasks.originId)
  return new Map(found.flatMap(({ id, ...numbers }) => (id ? [[id, numbers] as const] : [])))
}
