import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Task, taskEndings, tasks } from '../schema.ts'

/** One task of a rhythm, as its neighbours name it. */
export interface Link {
  id: string
  dueOn: string | null
  /** Null while it is open. */
  endedAt: Date | null
}

/** How far back a page looks. */
const shown = 6

/** The tasks before this one, and the one after it: walked along by the keys. */
const around = (taskId: string) => sql`(
  with recursive earlier as (
    select id, follows_id, 0 as depth from tasks where id = ${taskId}
    union all
    select t.id, t.follows_id, e.depth + 1 from tasks t join earlier e on t.id = e.follows_id where e.depth < ${shown}
  )
  select id from earlier union select id from tasks where follows_id = ${taskId})`

/** Which tasks of the same rhythm came before and what comes after; empty where there is none. */
export async function chainOf(db: Database, task: Pick<Task, 'id' | 'groupId'>): Promise<Link[]> {
  const links = await db
    .select({ id: tasks.id, dueOn: tasks.dueOn, endedAt: taskEndings.createdAt })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .where(and(eq(tasks.groupId, task.groupId), sql`${tasks.id} in ${around(task.id)}`))
    .orderBy(desc(tasks.dueOn), desc(tasks.createdAt))
  return links.length > 1 ? links : []
}
