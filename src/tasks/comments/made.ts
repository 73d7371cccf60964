import { and, asc, eq, inArray, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { mayAddTask, mayReadTasks } from '../policy.ts'
import { taskEndings, tasks } from '../schema.ts'
import { taskBeginnings } from '../work/schema.ts'

/** A task that somebody has made of a conversation beside a text. */
export interface MadeTask {
  /** The conversation. */
  thread: string
  id: string
  title: string
  state: 'open' | 'begun' | 'done' | 'dropped'
}

const next = alias(tasks, 'next')

/** Of what comes again and again the latest stands for all. */
const isLatest = (db: Database) => notExists(db.select({ id: next.id }).from(next).where(eq(next.followsId, tasks.id)))

/** What this person's group has made of these conversations, in one question. */
async function madeFrom(db: Database, actor: Actor, threadIds: string[]): Promise<MadeTask[]> {
  if (threadIds.length === 0 || !mayReadTasks(actor)) return []
  const rows = await db
    .select({
      ...{ thread: tasks.originId, id: tasks.id, title: tasks.title },
      ...{ ending: taskEndings.kind, begunAt: taskBeginnings.createdAt },
    })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .leftJoin(taskBeginnings, eq(taskBeginnings.taskId, tasks.id))
    .where(
      and(
        inArray(tasks.originId, threadIds),
        eq(tasks.origin, 'comment'),
        eq(tasks.groupId, actor.group.id),
        isLatest(db),
      ),
    )
    .orderBy(asc(tasks.createdAt), asc(tasks.id))
  return rows.map(({ thread, id, title, ending, begunAt }) => ({
    ...{ thread: thread ?? '', id, title },
    state: ending ?? (begunAt ? 'begun' : 'open'),
  }))
}

/** For pages on lower or neighbouring floors on which conversations stand. */
export const tasksFromComments = { mayMake: mayAddTask, madeFrom }
