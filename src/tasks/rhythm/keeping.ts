import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Task } from '../schema.ts'
import { type Rhythm, taskRhythms } from './schema.ts'

export type Beat = Pick<Rhythm, 'every' | 'unit'>

/** A task comes again from now on, counted from the day on which it is due; or, with null, no more. */
export async function giveRhythm(tx: Database, { id }: Pick<Task, 'id'>, beat: Beat | null, anchorOn: string | null) {
  if (!beat || !anchorOn) {
    await tx.delete(taskRhythms).where(eq(taskRhythms.taskId, id))
    return
  }
  const set = { ...beat, anchorOn }
  await tx
    .insert(taskRhythms)
    .values({ taskId: id, ...set })
    .onConflictDoUpdate({ target: taskRhythms.taskId, set })
}

export async function rhythmOf(db: Database, taskId: string): Promise<Rhythm | null> {
  const [rhythm] = await db.select().from(taskRhythms).where(eq(taskRhythms.taskId, taskId))
  return rhythm ?? null
}
