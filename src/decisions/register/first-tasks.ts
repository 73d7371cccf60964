import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { addTask } from '../../tasks/adding.ts'
import { tasks } from '../../tasks/schema.ts'
import { citation } from './citation.ts'
import type { TaskWish } from './establishing-forms.ts'
import { type Decision, decisions } from './schema.ts'

/**
 * What is to be done belongs to the decision from its first moment on. Whoever establishes second loses nothing that
 * they have typed, and what is sent twice is written down once.
 */
export async function keepTasks(
  tx: Database,
  record: RecordEvent,
  { id, groupId, year, number }: Pick<Decision, 'id' | 'groupId' | 'year' | 'number'>,
  { person, group: { prefix } }: Actor,
  wishes: TaskWish[],
): Promise<void> {
  if (wishes.length === 0) return
  await tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.id, id)).for('no key update')
  const kept = await tx.select({ title: tasks.title }).from(tasks).where(eq(tasks.originId, id))
  const known = new Set(kept.map(({ title }) => title))
  const origin = { kind: 'decision', id, label: citation(prefix, year, number) } as const
  for (const wish of wishes)
    if (!known.has(wish.title)) await addTask(tx, record, { ...wish, groupId, actorId: person.id, origin })
}
