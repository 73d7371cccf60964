import { createMiddleware } from 'hono/factory'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'

/** A task that somebody has made of a conversation. */
export interface TaskFrom {
  /** The conversation. */
  thread: string
  id: string
  title: string
  state: 'open' | 'begun' | 'done' | 'dropped'
}

/** What becomes of conversations is kept beside the texts: wired where both are known. */
export interface IntoTasks {
  mayMake(actor: Actor): boolean
  /** Those of this group that this person may see, asked once for all conversations of a page. */
  madeFrom(db: Database, actor: Actor, threadIds: string[]): Promise<TaskFrom[]>
}

export const noTasks: IntoTasks = { mayMake: () => false, madeFrom: async () => [] }

/** For every page on which conversations stand, beside drafts and beside what was sent alike. */
export const leadingTo = (intoTasks: IntoTasks) =>
  createMiddleware<{ Variables: { intoTasks: IntoTasks } }>(async (c, next) => {
    c.set('intoTasks', intoTasks)
    await next()
  })
